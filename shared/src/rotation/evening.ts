import type { Schedule } from '../event/schedule.ts';
import { personLines } from '../event/schedule.ts';
import type { AttendeeId, TableId } from '../kernel/ids.ts';
import { type Refusal, refusal } from '../kernel/refusal.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { brokenRules } from './broken-rules.ts';
import type { EveningToPlan, PlannedEvening, PlannedSeats } from './evening-to-plan.ts';
import { planMentorsMove } from './mentors-move.ts';
import { tablesToUse } from './open-tables.ts';
import { reportOn } from './report.ts';
import { conflictLine, hasOpenTable, seatConflicts } from './seat-conflicts.ts';
import type { SolveOptions } from './solve.ts';
import { type FirstTables, planStudentsMove } from './students-move.ts';

export type { EveningToPlan, PlannedEvening } from './evening-to-plan.ts';

/** Somebody whose table in round 1 is another one than before; `from` is null for newcomers, `to` for sitting out. */
export interface FirstTableChange {
  readonly person: AttendeeId;
  readonly from: TableId | null;
  readonly to: TableId | null;
}

export interface HealedEvening extends PlannedEvening {
  readonly firstTableChanges: readonly FirstTableChange[];
}

/** A table of a later round is kept unless leaving it spares so many hundredths of a repeated pair. */
const HEALING = 150;
const NOBODY: FirstTables = new Map();

function missing(evening: EveningToPlan): Refusal | null {
  if (evening.tables.length === 0) return refusal('no-tables');
  if (evening.mentors.length === 0 || !hasOpenTable(evening)) return refusal('no-mentors');
  if (evening.students.length === 0) return refusal('no-students');
  const conflicts = seatConflicts(evening);
  return conflicts.length > 0
    ? refusal('plan-impossible', { reason: 'seat-rules', conflicts: conflicts.map(conflictLine) })
    : null;
}

/**
 * Plans all rounds of an evening.
 * @returns the plan with its report; refused with no-tables, no-mentors (nobody is there at any table), no-students,
 *   or plan-impossible (details: `reason`, and `message`, numbers, or for seat-rules the `conflicts` with names)
 */
export function planEvening(evening: EveningToPlan, options: SolveOptions): Result<PlannedEvening, Refusal> {
  const lack = missing(evening);
  if (lack) return refused(lack);
  const planned = lockedIfPossible(evening, (one) =>
    one.whoMoves === 'students' ? planStudentsMove(one, null, options) : planMentorsMove(one, NOBODY, options),
  );
  return planned.ok ? ok(withReport(planned.value, evening, options)) : planned;
}

/**
 * Mends a published plan for the people who are really there: as few people as possible start at another table than
 * the published one, tables stay even, and in the rounds after the first people keep their tables unless much is gained.
 * @param before the published plan; when it suits everybody who is there, it stays as it is
 * @param evening the people who are there now
 */
export function healEvening(
  before: Schedule,
  evening: EveningToPlan,
  options: SolveOptions,
): Result<HealedEvening, Refusal> {
  const lack = missing(evening);
  if (lack) return refused(lack);
  if (stillFits(before, evening)) {
    const same = withReport({ schedule: before, iterations: 0, stoppedAfter: null }, evening, options);
    return ok({ ...same, firstTableChanges: [] });
  }
  const first = firstTables(before);
  const kept = { ...options, keeping: HEALING };
  // where people start is the published plan's
  const laterRounds = { ...evening, locked: (evening.locked ?? []).filter(({ round }) => round > 1) };
  const planned = lockedIfPossible(laterRounds, (one) =>
    one.whoMoves === 'students'
      ? planStudentsMove(one, first, kept, before)
      : planMentorsMove(one, first, kept, before),
  );
  if (!planned.ok) return planned;
  const firstTableChanges = changesOf(first, firstTables(planned.value.schedule), evening);
  return ok({ ...withReport(planned.value, evening, options), firstTableChanges });
}

/** Locked seats that together cannot be (R108) keep nobody from a plan; a search refuses them before it begins. */
function lockedIfPossible(
  evening: EveningToPlan,
  plan: (evening: EveningToPlan) => Result<PlannedSeats, Refusal>,
): Result<PlannedSeats, Refusal> {
  const planned = plan(evening);
  if (planned.ok || (evening.locked ?? []).length === 0) return planned;
  return plan({ ...evening, locked: [] });
}

function withReport(planned: PlannedSeats, evening: EveningToPlan, options: SolveOptions): PlannedEvening {
  const { schedule, iterations, stoppedAfter } = planned;
  return { schedule, iterations, stoppedAfter, seed: options.seed, report: reportOn(schedule, evening) };
}

/** Table of everybody who sits somewhere in round 1. */
function firstTables(schedule: Schedule): Map<AttendeeId, TableId> {
  const first = new Map<AttendeeId, TableId>();
  for (const [table, { students, mentors }] of Object.entries(schedule.rounds[0] ?? {})) {
    for (const person of [...students, ...mentors]) first.set(person, table as TableId);
  }
  return first;
}

function changesOf(before: FirstTables, now: FirstTables, evening: EveningToPlan): FirstTableChange[] {
  return [...evening.students, ...evening.mentors].flatMap(({ id }) => {
    const from = before.get(id) ?? null;
    const to = now.get(id) ?? null;
    return from === to ? [] : [{ person: id, from, to }];
  });
}

/** The plan is for exactly these people, tables and rounds, and breaks no rule. */
function stillFits(before: Schedule, evening: EveningToPlan): boolean {
  if (before.rounds.length !== evening.rounds || brokenRules(before, evening).length > 0) return false;
  const lines = personLines(before);
  const studentsThere = evening.students.every(({ id }) => lines.has(id));
  if (evening.whoMoves === 'mentors') return studentsThere && evening.mentors.every(({ id }) => lines.has(id));
  const open = tablesToUse(evening);
  const round = new Map(Object.entries(before.rounds[0] ?? {}));
  return studentsThere && open.every(({ table }) => round.has(table.id)) && round.size === open.length;
}
