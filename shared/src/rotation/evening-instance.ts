import { MAX_MENTORS_AT_TABLE, type Table } from '../event/floor.ts';
import type { Schedule, Seating } from '../event/schedule.ts';
import type { AttendeeId } from '../kernel/ids.ts';
import { type Company, companyOf, somebodyStays } from './company.ts';
import type { EveningToPlan, MentorToPlan } from './evening-to-plan.ts';
import type { InstancePin } from './instance.ts';
import type { Instance2, Mentor2, Schedule2 } from './instance-2/instance-2.ts';
import type { OpenTable } from './open-tables.ts';
import { suitingOf } from './suits.ts';
import { plainIndustry, weightedWishes } from './wishes.ts';

/**
 * An evening of the product as an instance of the second format.
 * @param open the tables to use, in the order of the instance
 * @param pinned places that are decided
 */
export function eveningInstance(
  evening: EveningToPlan,
  open: readonly OpenTable[],
  pinned: readonly InstancePin[] = [],
): Instance2 {
  const wishes = weightedWishes(evening);
  const company = companyOf(evening);
  const asksForQuiet = [...evening.students, ...evening.mentors].some(({ quiet }) => quiet === true);
  const known = new Set<string>(open.map(({ table }) => table.id));
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
        staysAt: student.staysAt !== undefined && known.has(student.staysAt) ? student.staysAt : null,
        promisedFields: 0,
        wantsTags: new Map(),
        ...{ metMentors, metStudents },
      };
    }),
    pinned,
    groups: null,
    pinnedMentors: [],
  };
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
