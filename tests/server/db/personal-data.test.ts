import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import { IMPERSONAL_COLUMNS, PERSONAL_COLUMNS } from '../../../server/src/db/personal-data.ts';
import * as schema from '../../../server/src/db/schema.ts';

const tables = Object.values(schema).filter((value) => is(value, SQLiteTable));
const columns = tables.flatMap((table) =>
  Object.values(getTableColumns(table)).map((column) => `${getTableName(table)}.${column.name}`),
);
const personal = Object.keys(PERSONAL_COLUMNS);
const covers = (name: string, column: string): boolean =>
  name === column || (name.endsWith('.*') && column.startsWith(name.slice(0, -1)));

describe('the list of personal columns', () => {
  it('says of every column whether it is about a person', () => {
    const said = (column: string): number =>
      [...personal, ...IMPERSONAL_COLUMNS].filter((name) => covers(name, column)).length;
    expect(columns.filter((column) => said(column) !== 1)).toEqual([]);
  });

  it('names no column that does not exist, and none twice', () => {
    const names = [...personal, ...IMPERSONAL_COLUMNS];
    expect(names.filter((name) => !columns.some((column) => covers(name, column)))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('says when each of them has to be gone', () => {
    for (const { owner, expiry } of Object.values(PERSONAL_COLUMNS)) {
      expect(['student or mentor', 'organiser']).toContain(owner);
      expect(['next-morning', 'event+30d', 'session', 'event', 'membership', 'account']).toContain(expiry);
    }
  });
});
