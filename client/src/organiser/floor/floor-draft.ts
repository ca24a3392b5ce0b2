import type { Table } from '@lapwing/shared/event/floor';
import type { TableDraft } from '../console-api.ts';
import { freeNumber, freeSpot } from './grid.ts';

/** A table on the page, with a key that stays while it has no id yet. */
export type DraftTable = TableDraft & { readonly key: string };

export const DEFAULT_SEATS = 6;
const EMPTY_TABLE = { name: '', mentors: [], stepFree: false, quiet: false };

/** The tables as they are, to be changed on the page. */
export const draftTables = (tables: readonly Table[]): DraftTable[] =>
  tables.map((table) => ({ ...table, key: table.id }));

/** One more table: the next free number on the first free field, as many seats as the last one has. */
export function withNewTable(tables: readonly DraftTable[]): DraftTable[] {
  const number = freeNumber(tables.map((table) => table.number));
  const seats = tables.at(-1)?.seats ?? DEFAULT_SEATS;
  const table = { ...EMPTY_TABLE, key: `new-${number}`, number, seats, ...freeSpot(tables) };
  return [...tables, table];
}

/** The floor as the server takes it. */
export const floorBody = (tables: readonly DraftTable[]): TableDraft[] => tables.map(({ key: _, ...table }) => table);

/** Numbers that stand on more than one table. */
export function doubleNumbers(tables: readonly DraftTable[]): number[] {
  const seen = new Set<number>();
  return tables.map(({ number }) => number).filter((number) => seen.size === seen.add(number).size);
}
