import type { Table } from '../event/floor.ts';
import type { AttendeeId, TableId } from '../kernel/ids.ts';
import { type Company, companyOf } from './company.ts';
import type { EveningToPlan, StudentToPlan } from './evening-to-plan.ts';
import { type OpenTable, openTables, tablesToUse } from './open-tables.ts';
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
  const company = companyOf(evening);
  const found = [keptTables, companies, mentorsOnFloor].flatMap((look) => look(evening, company));
  // one thing at a time: whoever may sit nowhere is not counted among too many
  return (found.length > 0 ? found : tooManyForSeats(evening)).slice(0, MOST_TOLD);
}

type Said = (person: AttendeeId) => Company;

const told = (kind: SeatConflictKind, people: readonly AttendeeId[], table: Table | null = null): SeatConflict => ({
  kind,
  people,
  table: table?.number ?? null,
});

/** Everybody with those who come with them, friends of friends included; each company once. */
function companiesIn(evening: EveningToPlan, company: Said): StudentToPlan[][] {
  const students = new Map(evening.students.map((student) => [student.id, student]));
  const done = new Set<AttendeeId>();
  return evening.students.flatMap(({ id }) => {
    if (done.has(id)) return [];
    const group = new Set([id]);
    // a set may grow while it is walked
    for (const one of group) for (const mate of company(one).together) group.add(mate);
    for (const one of group) done.add(one);
    return [[...group].flatMap((one) => students.get(one) ?? [])];
  });
}

/** Per table those who sit there all evening. */
function keepersAt(evening: EveningToPlan, company: Said): Map<TableId, AttendeeId[]> {
  const keepers = new Map<TableId, AttendeeId[]>();
  for (const group of companiesIn(evening, company)) {
    const table = group.find(({ staysAt }) => staysAt !== undefined)?.staysAt;
    if (table !== undefined) keepers.set(table, [...(keepers.get(table) ?? []), ...group.map(({ id }) => id)]);
  }
  return keepers;
}

/** Those who keep one table, and who comes with them. */
function keptTables(evening: EveningToPlan, company: Said): SeatConflict[] {
  const tables = new Map(evening.tables.map((table) => [table.id, table]));
  const keepers = new Map<TableId, AttendeeId[]>();
  const found = companiesIn(evening, company).flatMap((group): SeatConflict[] => {
    const keeper = group.find(({ staysAt }) => staysAt !== undefined);
    if (keeper?.staysAt === undefined) return [];
    const table = tables.get(keeper.staysAt);
    if (!table) return [told('stays-gone', [keeper.id])];
    const before = keepers.get(table.id) ?? [];
    keepers.set(table.id, [...before, ...group.map(({ id }) => id)]);
    return group.flatMap((one) => [
      ...(suits(one, table) ? [] : [told('stays-unsuited', [one.id], table)]),
      ...before
        .filter((other) => company(one.id).apart.includes(other))
        .map((other) => told('stays-apart', [other, one.id], table)),
    ]);
  });
  const full = [...keepers].flatMap(([id, people]) => {
    const table = tables.get(id) ?? null;
    return table && people.length > table.seats ? [told('stays-full', people, table)] : [];
  });
  return [...found, ...full];
}

/** Those who come together, each company once, and pairs that are apart and together. */
function companies(evening: EveningToPlan, company: Said): SeatConflict[] {
  const studentsMove = evening.whoMoves === 'students';
  const tables = studentsMove ? tablesToUse(evening).map(({ table }) => table) : evening.tables;
  const units = openTables(evening);
  const largest = Math.max(0, ...tables.map(({ seats }) => seats));
  const keepers = keepersAt(evening, company);
  return companiesIn(evening, company).flatMap((group): SeatConflict[] => {
    const found = withinGroup(group, company);
    const people = group.map(({ id }) => id);
    if (found.length > 0) return found;
    const keeps = group.find(({ staysAt }) => staysAt !== undefined)?.staysAt;
    const mayMeet = (all: readonly AttendeeId[]): ((unit: OpenTable) => boolean) => {
      const avoid = new Set(all.flatMap((one) => company(one).avoid));
      return ({ mentors }) => !mentors.some((mentor) => avoid.has(mentor));
    };
    if (keeps !== undefined) {
      // the table is told of already; mentors come to all who keep it, if there are any whom all of them may meet
      const table = keepers.get(keeps) ?? people;
      const isFirst = table[0] === people[0];
      if (!studentsMove || !isFirst || units.some(mayMeet(table))) return [];
      return [told('no-table', units.some(mayMeet(people)) ? table : people)];
    }
    const meets = mayMeet(people);
    if (group.length > largest) return [told('group-too-big', people)];
    const apart = new Set(group.flatMap((one) => company(one.id).apart));
    const holds = (table: Table): boolean => {
      const there = keepers.get(table.id) ?? [];
      const isFree = group.length + there.length <= table.seats && !there.some((one) => apart.has(one));
      return isFree && group.every((one) => suits(one, table));
    };
    const fits = studentsMove ? units.some((unit) => holds(unit.table) && meets(unit)) : tables.some(holds);
    return fits ? [] : [told('no-table', people)];
  });
}

function withinGroup(members: readonly StudentToPlan[], company: Said): SeatConflict[] {
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
function mentorsOnFloor(evening: EveningToPlan, company: Said): SeatConflict[] {
  const mentors = new Map(evening.mentors.map((mentor) => [mentor.id, mentor]));
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
