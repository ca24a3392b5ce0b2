import { MAX_MENTORS_AT_TABLE, type Table } from '../event/floor.ts';
import type { Schedule, Seating } from '../event/schedule.ts';
import type { AttendeeId } from '../kernel/ids.ts';
import { type Company, companyOf, somebodyStays } from './company.ts';
import type { EveningToPlan, MentorToPlan } from './evening-to-plan.ts';
import type { InstancePin } from './instance.ts';
import type { Instance2, Mentor2, Schedule2 } from './instance-2/instance-2.ts';
import { locksThatHold } from './locked-seats.ts';
import type { OpenTable } from './open-tables.ts';
import { isParticular, suitingOf, suits } from './suits.ts';
import { plainIndustry, weightedWishes } from './wishes.ts';

/**
 * An evening of the product as an instance of the second format.
 * @param open the tables to use, in the order of the instance
 * @param pinned places that are decided, in other rounds than those of locked seats
 */
export function eveningInstance(
  evening: EveningToPlan,
  open: readonly OpenTable[],
  pinned: readonly InstancePin[] = [],
): Instance2 {
  const wishes = weightedWishes(evening);
  const company = companyOf(evening);
  const asksForQuiet = [...evening.students, ...evening.mentors].some(({ quiet }) => quiet === true);
  const seats = lastingSeats(evening, open);
  const locks = locksThatHold(evening, open);
  const studentsMove = evening.whoMoves === 'students';
  return {
    name: 'evening',
    rounds: evening.rounds,
    whoMoves: somebodyStays(evening) ? 'mixed' : evening.whoMoves,
    mentorsAtTable: MAX_MENTORS_AT_TABLE,
    tables: open.map(({ table, mentors }) => ({
      id: table.id,
      seats: table.seats,
      mentors,
      ...suitingOf(asksForQuiet ? table : { stepFree: table.stepFree }),
      open: null,
      position: { x: table.column, y: table.row },
    })),
    mentors: evening.mentors.map((mentor) => asMentor(mentor, company(mentor.id))),
    students: evening.students.map((student) => {
      const { avoid, apart, together, metMentors, metStudents } = company(student.id);
      return {
        id: student.id,
        ...suitingOf(student),
        wants: wishes.get(student.id) ?? new Map(),
        present: null,
        ...{ avoid, apart, together },
        staysAt: seats.get(student.id) ?? null,
        promisedFields: 0,
        wantsTags: new Map(),
        ...{ metMentors, metStudents },
      };
    }),
    pinned: studentsMove
      ? [...pinned, ...locks.map(({ round, person, table }) => ({ round, student: person, table }))]
      : pinned,
    groups: null,
    pinnedMentors: studentsMove ? [] : locks.map(({ round, person, table }) => ({ round, mentor: person, table })),
  };
}

/**
 * The tables people keep; who comes with them, friends of friends included, keeps them too. Where mentors go to somebody
 * who stays anyway, whoever has no other table than one stays as well, so that they do not meet its mentors again and
 * again.
 */
function lastingSeats(evening: EveningToPlan, open: readonly OpenTable[]): Map<AttendeeId, string> {
  const known = new Set<string>(open.map(({ table }) => table.id));
  const seats = new Map<AttendeeId, string>();
  for (const { id, staysAt } of evening.students)
    if (staysAt !== undefined && known.has(staysAt)) seats.set(id, staysAt);
  if (!somebodyStays(evening)) return seats;
  const company = companyOf(evening);
  // a map may grow while it is walked
  for (const [id, table] of seats)
    for (const mate of company(id).together) if (!seats.has(mate)) seats.set(mate, table);
  const keepers = [...seats];
  const onlyAt = new Map<string, AttendeeId[]>();
  for (const student of evening.students) {
    if (seats.has(student.id) || !isParticular(student)) continue;
    const { apart, together } = company(student.id);
    const fits = open.filter(
      ({ table }) =>
        suits(student, table) && !keepers.some(([keeper, at]) => at === table.id && apart.includes(keeper)),
    );
    const [only] = fits;
    if (only === undefined || fits.length > 1 || together.length > 0) continue;
    onlyAt.set(only.table.id, [...(onlyAt.get(only.table.id) ?? []), student.id]);
  }
  for (const { table } of open) {
    const people = onlyAt.get(table.id) ?? [];
    const there = [...keepers.filter(([, at]) => at === table.id).map(([id]) => id), ...people];
    const avoid = new Set(there.flatMap((one) => company(one).avoid));
    const mayShare =
      people.every((one) => !company(one).apart.some((other) => people.includes(other))) &&
      open.some(({ mentors }) => mentors.length > 0 && !mentors.some((mentor) => avoid.has(mentor)));
    if (there.length <= table.seats && mayShare) for (const one of people) seats.set(one, table.id);
  }
  return seats;
}

function asMentor(
  { id, industry, rounds, stepFree = false, quiet = false }: MentorToPlan,
  { apart }: Company,
): Mentor2 {
  const field = plainIndustry(industry);
  return {
    id,
    tags: field === '' ? [] : [field],
    present: rounds ?? null,
    rests: 0,
    ...(stepFree ? { stepFree } : {}),
    ...(quiet ? { quiet } : {}),
    ...(apart.length > 0 ? { apart } : {}),
  };
}

/** A plan of such an instance as the product keeps it: these tables, in this order. */
export function eveningSchedule({ rounds }: Schedule2, tables: readonly Table[]): Schedule {
  return {
    rounds: rounds.map((round) => {
      const seatings = new Map(Object.entries(round));
      return Object.fromEntries(
        tables.map(({ id }): [string, Seating] => {
          const { students, mentors } = seatings.get(id)!;
          return [id, { students: students as readonly AttendeeId[], mentors: mentors as readonly AttendeeId[] }];
        }),
      );
    }),
  };
}
