import type { Schedule } from '@lapwing/shared/event/schedule';
import type { Refusal } from '@lapwing/shared/kernel/refusal';
import type { Result } from '@lapwing/shared/kernel/result';
import { type EveningToPlan, healEvening, type PlannedEvening, planEvening } from '@lapwing/shared/rotation/evening';
import type { ProposalKind } from '@lapwing/shared/rotation/replan/proposal-kinds';
import {
  type EveningProposal,
  type RunningEvening,
  replanEvening,
} from '@lapwing/shared/rotation/replan/replan-evening';
import type { Aim } from '@lapwing/shared/rotation/solve';
import { type Signals, stopAsked, writeProgress } from './signals.ts';

/** What the worker is asked: a plan from nothing, or a published plan mended for who is here (`before`). */
export interface PlanJob {
  readonly evening: EveningToPlan;
  readonly before: Schedule | null;
  readonly seed: number;
  /** Moves to try, or the time for them in milliseconds. */
  readonly iterations: number | { readonly milliseconds: number };
  /** So often it searches once more, each time twice as long as before, and the best plan counts. */
  readonly doublings: number;
  readonly aim: Aim;
}

/** What the worker is asked while an evening runs: proposals to mend its plan. */
export interface RepairJob {
  readonly running: RunningEvening;
  readonly kinds: readonly ProposalKind[];
  readonly seed: number;
  /** Moves to try for each kind, or the time for all of them in milliseconds. */
  readonly iterations: number | { readonly milliseconds: number };
}

export type RepairAnswer = Result<readonly EveningProposal[], Refusal>;

/** @param now any clock in milliseconds */
export function runRepairJob({ running, kinds, seed, iterations }: RepairJob, now: () => number): RepairAnswer {
  return replanEvening(running, {
    ...{ kinds, seed },
    aim: 'balanced',
    iterations: typeof iterations === 'number' ? iterations : { ...iterations, now },
  });
}

export type PlanAnswer = Result<PlannedEvening, Refusal>;

/**
 * Searches until it is done or `signals` says to stop: then the answer is the best so far. A search cools down towards
 * its end and is worth little before it, so a long one is made of several, and stopping it costs the last of them.
 * @param now any clock in milliseconds
 */
export function runPlanJob(job: PlanJob, signals: Signals, now: () => number): PlanAnswer {
  const { iterations, doublings } = job;
  const longAs = 2 ** (doublings + 1) - 1;
  const first = search(job, typeof iterations === 'number' ? iterations : { ...iterations, now }, signals, [0, longAs]);
  if (!first.answer.ok) return first.answer;
  // 0: nobody could be seated better, and no search was needed
  const { iterations: moves } = first.answer.value;
  if (moves === 0) return first.answer;
  let best = first;
  for (let round = 1; round <= doublings && !stopAsked(signals); round++) {
    const times = 2 ** round;
    const next = search(job, moves * times, signals, [moves * (times - 1), longAs / times]);
    // the same seed begins with the same seats, so the prices can be compared
    if (next.answer.ok && next.price <= best.price) best = next;
  }
  return best.answer;
}

/** @param part moves tried before, and how many times as long as this one the whole search is */
function search(
  { evening, before, seed, aim }: PlanJob,
  iterations: Parameters<typeof planEvening>[1]['iterations'],
  signals: Signals,
  [earlier, times]: readonly [earlier: number, times: number],
): { answer: PlanAnswer; price: number } {
  let price = 0;
  const options = {
    ...{ seed, iterations, aim },
    shouldStop: () => stopAsked(signals),
    onProgress: (progress: { readonly tried: number; readonly of: number; readonly price: number }) => {
      ({ price } = progress);
      writeProgress(signals, { tried: earlier + progress.tried, of: Math.round(progress.of * times), price });
    },
  };
  const answer = before === null ? planEvening(evening, options) : healEvening(before, evening, options);
  return { answer, price };
}
