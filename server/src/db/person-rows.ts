import type { MemberId } from '@lapwing/shared/kernel/ids';
import { eq, getTableName, is, type SQL } from 'drizzle-orm';
import { getTableConfig, type SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { PERSONAL_COLUMNS } from './personal-data.ts';
import type { AttendeeRow } from './repositories/attendees.ts';
import * as schema from './schema.ts';
import type { Tx } from './transact.ts';

/** Personal columns of one person, by table: what was written, under the names of the columns. */
export type RowsOfPerson = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/**
 * Rows that are about two people: of those whom the organiser keeps apart they would tell one what the other said in private;
 * of those who are introduced they hold the other's address; of proposals, who was asked for whom.
 */
const OF_TWO = ['pair_rules', 'slack_messages', 'proposals'];
/** What the mentor of an introduction said of it; the row is found by its student. */
const OF_OTHER_SIDE = ['introductions.mentor_said', 'introductions.mentor_touch'];

interface Way {
  readonly table: SQLiteTable;
  readonly name: string;
  /** The column that says whose row it is, and of what kind of id. */
  readonly whose: SQLiteColumn;
  readonly by: 'attendees' | 'members';
  readonly personal: readonly SQLiteColumn[];
}

const tables = Object.values<unknown>(schema).filter((value): value is SQLiteTable => is(value, SQLiteTable));

const ways: readonly Way[] = tables.flatMap(waysInto);

function waysInto(table: SQLiteTable): Way[] {
  const { name, columns, foreignKeys } = getTableConfig(table);
  if (OF_TWO.includes(name)) return [];
  const people = foreignKeys.filter((key) => getTableName(key.reference().foreignTable) === 'attendees');
  // a row that would stay without the person is somebody else's, and only names them
  const owner = people.find((key) => key.onDelete === 'cascade')?.reference().columns[0];
  const others = people.map((key) => key.reference().columns[0]).filter((column) => column !== owner);
  const isTheirs = (column: SQLiteColumn): boolean =>
    PERSONAL_COLUMNS[`${name}.${column.name}`]?.owner === 'student or mentor' &&
    !others.includes(column) &&
    !OF_OTHER_SIDE.includes(`${name}.${column.name}`);
  const personal = columns.filter(isTheirs);
  const id = columns.find((column) => column.name === 'id');
  if ((name === 'attendees' || name === 'members') && id) return [{ table, name, whose: id, by: name, personal }];
  if (personal.length === 0) return [];
  if (owner) return [{ table, name, whose: owner, by: 'attendees', personal }];
  const member = foreignKeys
    .find((key) => getTableName(key.reference().foreignTable) === 'members' && key.onDelete === 'cascade')
    ?.reference().columns[0];
  return member ? [{ table, name, whose: member, by: 'members', personal }] : [];
}

/** Everything personal that is kept of somebody on file beside evenings: their membership, what they asked for, mails to them. */
export const rowsOfMember = (tx: Tx, id: MemberId): RowsOfPerson =>
  Object.fromEntries([
    ...ways.flatMap(({ table, name, whose, by, personal }) => {
      const rows = by === 'members' ? rowsWhere(tx, table, personal, eq(whose, id)) : [];
      return rows.length > 0 ? [[name, rows] as const] : [];
    }),
    ['mails', rowsWhere(tx, schema.mails, mailColumns, eq(schema.mails.memberId, id))] as const,
  ]);

/** Everything personal that is kept of somebody at one event, and on file. A later table comes by itself. */
export function rowsOfPerson(tx: Tx, person: Pick<AttendeeRow, 'id' | 'eventId' | 'memberId'>): RowsOfPerson {
  const found = ways.flatMap(({ table, name, whose, by, personal }) => {
    const id = by === 'attendees' ? person.id : person.memberId;
    const rows = id === null ? [] : rowsWhere(tx, table, personal, eq(whose, id));
    return rows.length > 0 ? [[name, rows] as const] : [];
  });
  const before = rowsBefore(tx, person);
  return Object.fromEntries(before.length > 0 ? [...found, ['imports', before] as const] : found);
}

const mailColumns = getTableConfig(schema.mails).columns.filter(
  ({ name }) => PERSONAL_COLUMNS[`mails.${name}`] !== undefined,
);

const rowsWhere = (tx: Tx, table: SQLiteTable, columns: readonly SQLiteColumn[], where: SQL) =>
  tx
    .select(Object.fromEntries(columns.map((column) => [column.name, column])))
    .from(table)
    .where(where)
    .all();

/** What imports remember of them as it was before. */
const rowsBefore = (tx: Tx, { id, eventId }: Pick<AttendeeRow, 'id' | 'eventId'>) =>
  tx
    .select({ changed: schema.imports.changed })
    .from(schema.imports)
    .where(eq(schema.imports.eventId, eventId))
    .all()
    .flatMap(({ changed }) => changed.filter((row) => row.id === id));
