import type { Schedule } from '@lapwing/shared/event/schedule';
import type { Refusal } from '@lapwing/shared/kernel/refusal';
import type { Result } from '@lapwing/shared/kernel/result';
import { type EveningToPlan, healEvening, type PlannedEvening, planEvening } from '@lapwing/shared/rotation/evening';

/** What the worker is asked: a plan from nothing, or a published plan mended for who is here (`before`). */
export interface PlanJob {
  readonly evening: EveningToPlan;
  readonly before: Schedule | null;
  readonly seed: number;
  readonly iterations: number;
}

export type PlanAnswer = Result<PlannedEvening, Refusal>;

export function runPlanJob({ evening, before, seed, iterations }: PlanJob): PlanAnswer {
  const options = { seed, iterations };
  return before === null ? planEvening(evening, options) : healEvening(before, evening, options);
}
