import type { Schedule } from '../event/schedule.ts';
import type { AttendeeId, TableId } from '../kernel/ids.ts';
import { type Refusal, refusal } from '../kernel/refusal.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { planAtTables, seatRound } from './at-tables.ts';
import { hasPairs, somebodyStays } from './company.ts';
import { eveningInstance, eveningSchedule } from './evening-instance.ts';
import type { EveningToPlan, PlannedSeats } from './evening-to-plan.ts';
import type { Infeasible } from './feasibility.ts';
import type { InstancePin } from './instance.ts';
import type { Instance2 } from './instance-2/instance-2.ts';
import { type OpenTable, openTables, tablesToUse } from './open-tables.ts';
import { seatOnce } from './search/seat-once.ts';
import type { SolveOptions } from './solve.ts';

/** Where people sat before, and keep their table if they can. */
export type FirstTables = ReadonlyMap<AttendeeId, TableId>;

const impossible = ({ kind, message }: Infeasible): Refusal => refusal('plan-impossible', { reason: kind, message });

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
  if (openTables(evening).length === 0) return refused(refusal('no-mentors'));
  const open = tablesToUse(evening);
  const given = firstRound(evening, open, first, before, options.seed);
  if (!given.ok) return refused(impossible(given.refusal));
  const asGiven = planAtTables(given.value, options, before);
  // a first round that fits the rules may still be more than the search can be told, where mentors go about
  const planned =
    asGiven.ok || first === null ? asGiven : planAtTables(eveningInstance(evening, open), options, before);
  if (!planned.ok) return refused(impossible(planned.refusal));
  const { schedule, iterations, stoppedAfter } = planned.value;
  const seated = eveningSchedule(
    schedule,
    open.map(({ table }) => table),
  );
  return ok({ schedule: seated, iterations, stoppedAfter });
}

/** The evening with its first round given: as it was, as far as the rules and even tables allow. */
function firstRound(
  evening: EveningToPlan,
  open: readonly OpenTable[],
  first: FirstTables | null,
  before: Schedule | null,
  seed: number,
): Result<Instance2, Infeasible> {
  if (first === null) return ok(eveningInstance(evening, open));
  const isOneByOne = !hasPairs(evening) && !somebodyStays(evening) && evening.mentors.every(({ rounds }) => !rounds);
  if (isOneByOne || before === null) return ok(eveningInstance(evening, open, oneByOne(evening, open, first)));
  const whole = eveningInstance(evening, open);
  const isThere = (present: readonly number[] | null): readonly number[] | null =>
    present === null ? null : present.filter((round) => round === 1);
  const mentors = whole.mentors.map((mentor) => ({ ...mentor, present: isThere(mentor.present) }));
  const round = seatRound({ ...whole, rounds: 1, mentors, pinned: [] }, before, seed);
  // somebody who can sit nowhere in round 1 sits it out; then the whole evening is kept as far as may be
  if (!round.ok) return ok(whole);
  const { students, mentors: pinnedMentors } = round.value;
  return ok({ ...whole, pinned: [...students, ...whole.pinned], pinnedMentors });
}

function oneByOne(evening: EveningToPlan, open: readonly OpenTable[], first: FirstTables): InstancePin[] {
  const placeOf = new Map(open.map(({ table }, place) => [table.id, place]));
  const guests = evening.students.map((student) => {
    const table = first.get(student.id);
    return { ...student, keeps: (table !== undefined ? placeOf.get(table) : undefined) ?? -1 };
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
