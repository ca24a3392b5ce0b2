import type { Schedule } from '../event/schedule.ts';
import type { AttendeeId, TableId } from '../kernel/ids.ts';
import { type Refusal, refusal } from '../kernel/refusal.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { eveningInstance, eveningSchedule, type OpenTable } from './evening-instance.ts';
import type { EveningToPlan, PlannedSeats } from './evening-to-plan.ts';
import type { InstancePin } from './instance.ts';
import { planStudents } from './instance-2/students-mode.ts';
import { keptTables, placesOfStudents } from './replan/kept-tables.ts';
import { seatOnce } from './search/seat-once.ts';
import type { SolveOptions } from './solve.ts';

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
 * @param before a plan whose tables of the other rounds are kept as far as `options.keeping` says; null for none
 */
export function planStudentsMove(
  evening: EveningToPlan,
  first: FirstTables | null,
  options: SolveOptions,
  before: Schedule | null = null,
): Result<PlannedSeats, Refusal> {
  const open = openTables(evening);
  if (open.length === 0) return refused(refusal('no-mentors'));
  const instance = eveningInstance(evening, open, first ? firstRound(evening, open, first) : []);
  const keep = before && keptTables(instance, placesOfStudents(before), 0);
  const planned = planStudents(instance, options, keep);
  if (!planned.ok) {
    const { kind, message } = planned.refusal;
    return refused(refusal('plan-impossible', { reason: kind, message }));
  }
  const { schedule, iterations, stoppedAfter } = planned.value;
  const seated = eveningSchedule(
    schedule,
    open.map(({ table }) => table),
  );
  return ok({ schedule: seated, iterations, stoppedAfter });
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
