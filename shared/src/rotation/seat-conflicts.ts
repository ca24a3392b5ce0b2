import type { Table } from '../event/floor.ts';
import type { AttendeeId, TableId } from '../kernel/ids.ts';
import { companyOf } from './company.ts';
import type { EveningToPlan, StudentToPlan } from './evening-to-plan.ts';
import { openTables, tablesToUse } from './students-move.ts';
import { suits } from './suits.ts';

/**
 * Why no plan can keep what was said about people. stays-unsuited: the table somebody keeps is not step-free or quiet as
 * they need; stays-gone: it is not on the floor; stays-full: more people keep it than it has seats; stays-apart: two who
 * are kept apart keep the same; stays-torn: two who come together keep different ones. apart-together: both was said of
 * two. group-too-big: those who come together fit at no table. no-table: no table suits all they need. few-seats: more
 * people need such a table than it has seats. mentors-apart, mentors-torn: two mentors at one table who are kept apart,
 * or not at one though they come together. mentor-unsuited: a mentor's own table is not as they need.
 */
export type SeatConflictKind =
  | 'stays-unsuited'
  | 'stays-gone'
  | 'stays-full'
  | 'stays-apart'
  | 'stays-torn'
  | 'apart-together'
  | 'group-too-big'
  | 'no-table'
  | 'few-seats'
  | 'mentors-apart'
  | 'mentors-torn'
  | 'mentor-unsuited';

/** One thing that cannot be, and whom it is about. */
export interface SeatConflict {
  readonly kind: SeatConflictKind;
  readonly people: readonly AttendeeId[];
  /** Number of the table; null where none is meant, or it is not on the floor. */
  readonly table: number | null;
}

/** A conflict as one line for a refusal: kind, table, people. */
export const conflictLine = ({ kind, table, people }: SeatConflict): string =>
  [kind, table ?? '-', ...people].join(' ');

/** The conflict of such a line. */
export function conflictOf(line: string): SeatConflict {
  const [kind, table, ...people] = line.split(' ');
  return {
    kind: kind as SeatConflictKind,
    table: table === '-' ? null : Number(table),
    people: people as AttendeeId[],
  };
}

/** Nobody reads more at once. */
const MOST_TOLD = 10;

/** What cannot be, before any search; empty when the rules leave a plan. Shares nothing with the search. */
export function seatConflicts(evening: EveningToPlan): SeatConflict[] {
  const found = [...keptTables(evening), ...companies(evening), ...mentorsOnFloor(evening)];
  // one thing at a time: whoever may sit nowhere is not counted among too many
  return (found.length > 0 ? found : tooManyForSeats(evening)).slice(0, MOST_TOLD);
}

const told = (kind: SeatConflictKind, people: readonly AttendeeId[], table: Table | null = null): SeatConflict => ({
  kind,
  people,
  table: table?.number ?? null,
});

/** Those who keep one table. */
function keptTables(evening: EveningToPlan): SeatConflict[] {
  const tables = new Map(evening.tables.map((table) => [table.id, table]));
  const company = companyOf(evening);
  const keepers = new Map<TableId, AttendeeId[]>();
  const found = evening.students.flatMap((student): SeatConflict[] => {
    const { id, staysAt } = student;
    if (staysAt === undefined) return [];
    const table = tables.get(staysAt);
    if (!table) return [told('stays-gone', [id])];
    const before = keepers.get(staysAt) ?? [];
    keepers.set(staysAt, [...before, id]);
    const { apart } = company(id);
    return [
      ...(suits(student, table) ? [] : [told('stays-unsuited', [id], table)]),
      ...before.filter((other) => apart.includes(other)).map((other) => told('stays-apart', [other, id], table)),
    ];
  });
  const full = [...keepers].flatMap(([id, people]) => {
    const table = tables.get(id) ?? null;
    return table && people.length > table.seats ? [told('stays-full', people, table)] : [];
  });
  return [...found, ...full];
}

/** Those who come together, each company once, and pairs that are apart and together. */
function companies(evening: EveningToPlan): SeatConflict[] {
  const open = evening.whoMoves === 'students' ? tablesToUse(evening) : whereMentorsCome(evening);
  const company = companyOf(evening);
  const students = new Map(evening.students.map((student) => [student.id, student]));
  const largest = Math.max(0, ...open.map(({ table }) => table.seats));
  const done = new Set<AttendeeId>();
  return evening.students.flatMap(({ id }): SeatConflict[] => {
    if (done.has(id)) return [];
    const group = new Set([id]);
    // a set may grow while it is walked: friends of friends come along
    for (const one of group) for (const mate of company(one).together) group.add(mate);
    for (const one of group) done.add(one);
    const members = [...group].flatMap((one) => students.get(one) ?? []);
    const found = withinGroup(members, company);
    if (found.length > 0) return found;
    if (members.length > largest) return [told('group-too-big', [...group])];
    const avoid = new Set(members.flatMap((one) => company(one.id).avoid));
    const fits = open.some(
      ({ table, mentors }) =>
        members.length <= table.seats &&
        members.every((one) => suits(one, table) && (one.staysAt ?? table.id) === table.id) &&
        !(members.every(({ staysAt }) => staysAt === undefined) && mentors.some((mentor) => avoid.has(mentor))),
    );
    return fits || members.some((one) => isBadlyKept(one, evening)) ? [] : [told('no-table', [...group])];
  });
}

/** Told by `keptTables`. */
function isBadlyKept(student: StudentToPlan, { tables }: EveningToPlan): boolean {
  if (student.staysAt === undefined) return false;
  const table = tables.find(({ id }) => id === student.staysAt);
  return !table || !suits(student, table);
}

const whereMentorsCome = ({ tables }: EveningToPlan) => tables.map((table) => ({ table, mentors: [] }));

function withinGroup(members: readonly StudentToPlan[], company: ReturnType<typeof companyOf>): SeatConflict[] {
  const apart = members.flatMap((one, index) =>
    members.slice(index + 1).flatMap((other) => {
      return company(one.id).apart.includes(other.id) ? [told('apart-together', [one.id, other.id])] : [];
    }),
  );
  const keeper = members.find(({ staysAt }) => staysAt !== undefined);
  const torn = members.find(({ staysAt }) => staysAt !== undefined && staysAt !== keeper?.staysAt);
  return keeper && torn ? [...apart, told('stays-torn', [keeper.id, torn.id])] : apart;
}

/** Mentors at their tables, as the organiser put them there. */
function mentorsOnFloor(evening: EveningToPlan): SeatConflict[] {
  const mentors = new Map(evening.mentors.map((mentor) => [mentor.id, mentor]));
  const company = companyOf(evening);
  const tableOf = new Map(evening.tables.flatMap((table) => table.mentors.map((mentor) => [mentor, table] as const)));
  return evening.mentors.flatMap(({ id }): SeatConflict[] => {
    const table = tableOf.get(id);
    const { apart, together } = company(id);
    const mentor = mentors.get(id);
    const here = table?.mentors.filter((other) => other > id) ?? [];
    const needs = { stepFree: mentor?.stepFree === true, quiet: mentor?.quiet === true };
    return [
      ...here.filter((other) => apart.includes(other)).map((other) => told('mentors-apart', [id, other], table)),
      ...together
        .filter((other) => other > id && tableOf.get(other)?.id !== table?.id)
        .map((other) => told('mentors-torn', [id, other])),
      ...(table && !suits(needs, table) ? [told('mentor-unsuited', [id], table)] : []),
    ];
  });
}

/** When everybody keeps a seat all evening: more people who need something of their table than seats that have it. */
function tooManyForSeats(evening: EveningToPlan): SeatConflict[] {
  if (evening.whoMoves === 'students') return [];
  const kinds = [
    { stepFree: true, quiet: false },
    { stepFree: false, quiet: true },
    { stepFree: true, quiet: true },
  ];
  return kinds.flatMap((kind): SeatConflict[] => {
    const people = evening.students.filter(({ stepFree, quiet = false }) => suits(kind, { stepFree, quiet }));
    const seats = evening.tables.filter((table) => suits(kind, table)).reduce((sum, table) => sum + table.seats, 0);
    return people.length > seats
      ? [
          told(
            'few-seats',
            people.map(({ id }) => id),
          ),
        ]
      : [];
  });
}

/** Whether an evening has a table for its mentors at all: without one, that is what to say first. */
export const hasOpenTable = (evening: EveningToPlan): boolean =>
  evening.whoMoves === 'mentors' || openTables(evening).length > 0;
