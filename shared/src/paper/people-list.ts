import type { AttendeeRole } from '../event/roster.ts';
import { personLines } from '../event/schedule.ts';
import { listNames } from '../event/wall-names.ts';
import { listedPeople } from './listed-people.ts';
import { type PaperParts, type PaperRound, roundsToPrint } from './paper-parts.ts';

export interface PersonRow {
  readonly name: string;
  readonly role: AttendeeRole;
  /** The number of their table in each round that is left; null for none. */
  readonly tables: readonly (number | null)[];
}

/** Everybody in order of the alphabet, for the desk and the wall; last, by their badges, those who keep their name off it. */
export interface PeopleList {
  readonly rounds: readonly PaperRound[];
  readonly rows: readonly PersonRow[];
}

/** People with a seat, and those expected or here without one; whoever has left is not looked for. */
export function peopleList(parts: PaperParts): PeopleList {
  const rounds = roundsToPrint(parts);
  const listed = listedPeople(parts);
  const names = listNames(listed, parts.firstNamesOnly);
  const lines = personLines(parts.schedule);
  const numbers = new Map(parts.tables.map(({ id, number }) => [id, number]));
  const codes = new Set(
    listed.filter(({ registration }) => registration.offWalls).map(({ id }) => names.get(id) ?? ''),
  );
  const rows = listed.map(({ id, role }): PersonRow => {
    const tables = rounds.map(({ round }) => {
      const table = lines.get(id)?.[round - 1]?.table ?? null;
      return table === null ? null : (numbers.get(table) ?? null);
    });
    return { name: names.get(id) ?? '', role, tables };
  });
  return { rounds, rows: rows.sort(byName(codes)) };
}

const byName =
  (last: ReadonlySet<string>) =>
  ({ name: one }: PersonRow, { name: other }: PersonRow): number =>
    Number(last.has(one)) - Number(last.has(other)) || one.localeCompare(other, 'en');
