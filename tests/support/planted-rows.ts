import { getTableName, is, sql } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from '../../server/src/db/connection.ts';
import { PERSONAL_COLUMNS } from '../../server/src/db/personal-data.ts';
import * as schema from '../../server/src/db/schema.ts';

export const EVENT = 'MarkEvent';
export const PERSON = 'MarkPerson';
export const OTHER = 'SomebodyElse';
export const MEMBER = 'MarkMember';
/** What stands in personal numbers. */
const NUMBER = 987_654_321;

type Config = ReturnType<typeof getTableConfig>;
type Column = Config['columns'][number];

const tables: SQLiteTable[] = Object.values<unknown>(schema).filter((value) => is(value, SQLiteTable));
const isPersonal = (table: string, column: string): boolean =>
  PERSONAL_COLUMNS[`${table}.${column}`]?.owner === 'student or mentor';

/** Which table a column refers to. */
const refersTo = ({ foreignKeys }: Config, column: Column): string | undefined => {
  const found = foreignKeys.map((key) => key.reference()).find(({ columns }) => columns[0] === column);
  return found && getTableName(found.foreignTable);
};

/** Whether a row that refers to the person in this way is somebody else's, who goes on without them. */
const isAnothers = ({ foreignKeys }: Config, way: Column | undefined): boolean =>
  foreignKeys.some((key) => key.reference().columns[0] === way && key.onDelete === 'set null');

function plain(column: Column, name: string, row: number, owned: boolean): unknown {
  const marked = owned && isPersonal(name, column.name);
  if (column.mapFromDriverValue !== undefined && column.columnType === 'SQLiteTextJson')
    // an import remembers rows by the ids of their people
    return JSON.stringify(
      marked && name === 'imports'
        ? [{ id: PERSON, name: 'Mark:imports' }]
        : [marked ? `Mark:${name}.${column.name}` : 'plain'],
    );
  if (column.dataType === 'string') return marked ? `Mark:${name}.${column.name}:${row}` : `${column.name}${row}`;
  return marked ? NUMBER : 1;
}

/** Rows of a table that hang on the person, once by each way in which it refers to people. */
function rowsOf(table: SQLiteTable): Record<string, unknown>[] {
  const config = getTableConfig(table);
  const ways = config.columns.filter((column) => refersTo(config, column) === 'attendees');
  const value = (column: Column, way: Column | undefined, row: number): unknown => {
    const target = refersTo(config, column);
    if (target === 'events') return EVENT;
    if (target === 'attendees') return column === way ? PERSON : OTHER;
    if (target === 'members') return MEMBER;
    // the one row that it gets
    if (target === 'staff') return 'id0';
    if (target !== undefined) return `${target}-row`;
    return plain(column, config.name, row, !isAnothers(config, way));
  };
  return (ways.length === 0 ? [undefined] : ways).map((way, row) =>
    Object.fromEntries(config.columns.map((column) => [column.name, value(column, way, row)])),
  );
}

function insert(db: Db, table: string, row: Record<string, unknown>): void {
  const names = Object.keys(row);
  const places = names.map(() => '?').join(', ');
  db.$client
    .prepare(`INSERT OR REPLACE INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${places})`)
    .run(...Object.values(row));
}

/** Fills every table with rows of one person, with a mark in each personal column, as the schema alone says. */
export function plantRows(db: Db): void {
  db.$client.pragma('foreign_keys = OFF');
  for (const table of tables) {
    const { name } = getTableConfig(table);
    if (name === 'erasures') continue;
    for (const row of rowsOf(table)) {
      const keys = { events: { id: EVENT }, members: { id: MEMBER }, attendees: { id: PERSON } };
      insert(db, name, { ...row, ...keys[name as keyof typeof keys] });
      if (name === 'attendees') insert(db, name, { ...somebodyElse(row), id: OTHER, member_id: null });
    }
  }
  insert(db, 'floor_tables', { ...rowsOf(schema.floorTables)[0], id: 'floor_tables-row' });
  db.$client.pragma('foreign_keys = ON');
}

const somebodyElse = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, isPersonal('attendees', name) && value !== null ? '[]' : value]),
  );

/** Personal columns that still hold a mark, the id of the person, or their number. */
export function marksLeft(db: Db): string[] {
  return Object.entries(PERSONAL_COLUMNS).flatMap(([name, { owner }]) => {
    const [table = '', column = ''] = name.split('.');
    if (owner === 'organiser') return [];
    const found = db.all<{ n: number }>(
      sql.raw(
        `SELECT count(*) AS n FROM "${table}" WHERE CAST("${column}" AS TEXT) LIKE '%Mark%' OR "${column}" = ${NUMBER}`,
      ),
    )[0];
    return (found?.n ?? 0) > 0 ? [name] : [];
  });
}
