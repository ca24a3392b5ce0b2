import type { Table } from '@lapwing/shared/event/floor';
import { tableName } from '@lapwing/shared/event/floor';
import type { Attendee } from '@lapwing/shared/event/roster';
import { personLines, type Schedule } from '@lapwing/shared/event/schedule';
import type { AttendeeId, TableId } from '@lapwing/shared/kernel/ids';

/** People to be called together: mentors, or the students of one first table. */
export interface RollGroup {
  readonly kind: 'mentors' | 'table' | 'no-table';
  readonly table: { readonly number: number; readonly name: string } | null;
  readonly people: readonly { readonly person: Attendee; readonly table: number | null }[];
}

/** Where everybody sits first; whoever is in no plan is left out. */
export function firstTables(schedule: Schedule | undefined, tables: readonly Table[]): Map<AttendeeId, number> {
  const numbers = new Map<TableId, number>(tables.map(({ id, number }) => [id, number]));
  const first = new Map<AttendeeId, number>();
  for (const [person, line] of schedule ? personLines(schedule) : []) {
    const table = line.find((round) => round.table !== null)?.table;
    const number = table ? numbers.get(table) : undefined;
    if (number !== undefined) first.set(person, number);
  }
  return first;
}

/** The names to read out: mentors first, since a table without one has no use, then students by their first table. */
export function rollOf(
  people: readonly Attendee[],
  first: ReadonlyMap<AttendeeId, number>,
  tables: readonly Table[],
): RollGroup[] {
  const called = people.map((person) => ({ person, table: first.get(person.id) ?? null }));
  const mentors = called.filter(({ person }) => person.role === 'mentor').sort(byTable);
  const students = called.filter(({ person }) => person.role === 'student');
  const groups = [...tables]
    .sort((one, other) => one.number - other.number)
    .map(
      (table): RollGroup => ({
        kind: 'table',
        table: { number: table.number, name: tableName(table) },
        people: students.filter((one) => one.table === table.number),
      }),
    );
  const known = new Set(tables.map(({ number }) => number));
  const rest = students.filter(({ table }) => table === null || !known.has(table));
  return [
    { kind: 'mentors', table: null, people: mentors } as const,
    ...groups,
    { kind: 'no-table', table: null, people: rest } as const,
  ].filter((group) => group.people.length > 0);
}

const byTable = (one: { readonly table: number | null }, other: { readonly table: number | null }): number =>
  (one.table ?? Number.POSITIVE_INFINITY) - (other.table ?? Number.POSITIVE_INFINITY) || 0;
