import type { Table } from '../event/floor.ts';
import type { Schedule, Seating } from '../event/schedule.ts';
import type { AttendeeId, TableId } from '../kernel/ids.ts';
import { type Refusal, refusal } from '../kernel/refusal.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import type { EveningToPlan } from './evening-to-plan.ts';
import type { Instance, InstancePin, InstanceSchedule } from './instance.ts';
import { seatOnce } from './search/seat-once.ts';
import { type SolveOptions, solve } from './solve.ts';
import { wishesOf } from './wishes.ts';

/** How much a student wants a mentor of an industry they named. */
const WISH_WEIGHT = 3;

/** A table at which students sit tonight, and the mentors who are there. */
export interface OpenTable {
  readonly table: Table;
  readonly mentors: readonly AttendeeId[];
}

/** Where people sat before, and keep their table if they can. */
export type FirstTables = ReadonlyMap<AttendeeId, TableId>;

/** The tables with at least one mentor who is there; the others are closed while students move. */
export function openTables(evening: EveningToPlan): OpenTable[] {
  const here = new Set(evening.mentors.map(({ id }) => id));
  return evening.tables
    .map((table) => ({ table, mentors: table.mentors.filter((mentor) => here.has(mentor)) }))
    .filter(({ mentors }) => mentors.length > 0);
}

/**
 * Plans an evening on which mentors stay and students move.
 * @param first null to plan all rounds freely; else round 1 keeps these tables as far as even sizes allow
 */
export function planStudentsMove(
  evening: EveningToPlan,
  first: FirstTables | null,
  options: SolveOptions,
): Result<{ schedule: Schedule; iterations: number }, Refusal> {
  const open = openTables(evening);
  if (open.length === 0) return refused(refusal('no-mentors'));
  const instance = toInstance(evening, open, first);
  const solved = solve(instance, options);
  if (!solved.ok) {
    const { kind, message } = solved.refusal;
    return refused(refusal('plan-impossible', { reason: kind, message }));
  }
  return ok({ schedule: toEvent(solved.value.schedule, open), iterations: solved.value.iterations });
}

function toInstance(evening: EveningToPlan, open: readonly OpenTable[], first: FirstTables | null): Instance {
  const wishes = wishesOf(evening);
  return {
    name: 'evening',
    rounds: evening.rounds,
    tables: open.map(({ table, mentors }) => ({
      id: table.id,
      seats: table.seats,
      mentors,
      stepFree: table.stepFree,
      open: null,
    })),
    mentors: evening.mentors.map(({ id, industry }) => ({ id, tags: industry === '' ? [] : [industry] })),
    students: evening.students.map(({ id, stepFree }) => ({
      id,
      stepFree,
      wants: new Map([...(wishes.get(id) ?? [])].map((mentor) => [mentor, WISH_WEIGHT])),
      present: null,
      avoid: [],
      apart: [],
      together: [],
    })),
    pinned: first ? firstRound(evening, open, first) : [],
  };
}

function firstRound(evening: EveningToPlan, open: readonly OpenTable[], first: FirstTables): InstancePin[] {
  const placeOf = new Map(open.map(({ table }, place) => [table.id, place]));
  const guests = evening.students.map(({ id, stepFree }) => {
    const table = first.get(id);
    return { keeps: (table !== undefined ? placeOf.get(table) : undefined) ?? -1, stepFree };
  });
  const places = seatOnce(
    guests,
    open.map(({ table }) => table),
  );
  return evening.students.map(({ id }, index) => {
    const place = places[index] ?? -1;
    return { round: 1, student: id, table: place < 0 ? null : open[place]!.table.id };
  });
}

function toEvent(schedule: InstanceSchedule, open: readonly OpenTable[]): Schedule {
  return {
    rounds: schedule.rounds.map((tables) => {
      const seated = new Map(Object.entries(tables));
      return Object.fromEntries(
        open.map(({ table, mentors }): [string, Seating] => [
          table.id,
          { students: (seated.get(table.id) ?? []) as readonly AttendeeId[], mentors },
        ]),
      );
    }),
  };
}
