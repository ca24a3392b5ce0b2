import { MAX_MENTORS_AT_TABLE, type Table } from '../event/floor.ts';
import type { Schedule, Seating } from '../event/schedule.ts';
import type { AttendeeId } from '../kernel/ids.ts';
import type { EveningToPlan } from './evening-to-plan.ts';
import type { InstancePin } from './instance.ts';
import type { Instance2, Schedule2 } from './instance-2/instance-2.ts';
import { plainIndustry, wishesOf } from './wishes.ts';

/** How much a student wants a mentor of an industry they named. */
const WISH_WEIGHT = 3;

/** A table at which students sit tonight, and the mentors who are at home there. */
export interface OpenTable {
  readonly table: Table;
  readonly mentors: readonly AttendeeId[];
}

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
  const wishes = wishesOf(evening);
  return {
    name: 'evening',
    rounds: evening.rounds,
    whoMoves: evening.whoMoves,
    mentorsAtTable: MAX_MENTORS_AT_TABLE,
    tables: open.map(({ table: { id, seats, stepFree, column, row }, mentors }) => ({
      id,
      seats,
      mentors,
      stepFree,
      open: null,
      position: { x: column, y: row },
    })),
    mentors: evening.mentors.map(({ id, industry }) => {
      const field = plainIndustry(industry);
      return { id, tags: field === '' ? [] : [field], present: null, rests: 0 };
    }),
    students: evening.students.map(({ id, stepFree }) => ({
      id,
      stepFree,
      wants: new Map([...(wishes.get(id) ?? [])].map((mentor) => [mentor, WISH_WEIGHT])),
      present: null,
      avoid: [],
      apart: [],
      together: [],
      staysAt: null,
      promisedFields: 0,
      wantsTags: new Map(),
      metMentors: [],
      metStudents: [],
    })),
    pinned,
    groups: null,
    pinnedMentors: [],
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
