import type { Instance } from '@lapwing/shared/rotation/instance';
import { type Limits, limitsOf } from './bounds.ts';
import { medianRun, type PeerName, peersOf, type Run, runOnce } from './contest.ts';
import type { Offer } from './instances/real-evenings.ts';
import type { Options } from './options.ts';
import { planFor } from './planner-call.ts';
import { churnOf, leastChurn, seatsAhead } from './replans/churn.ts';
import { keepAndPatch } from './replans/keep-and-patch.ts';
import { replanFor } from './replans/replan-call.ts';
import type { ReplanOffer } from './replans/replan-instances.ts';

/** The planner and its peers on one instance. */
export interface PlanRow {
  readonly name: string;
  readonly limits: Limits;
  readonly lapwing: Run;
  readonly peers: Readonly<Record<PeerName, Run>>;
  /** Least time of those tried in which the planner is as good as annealing in all of its time; null if in none. */
  readonly millisecondsToMatch: number | null;
}

/** A run on a changed evening, and what it cost in changed seats. */
export interface ReplanRun extends Run {
  readonly churn: number;
}

export interface ReplanRow {
  readonly name: string;
  readonly limits: Limits;
  readonly leastChurn: number;
  readonly seatsAhead: number;
  readonly lapwing: ReplanRun;
  readonly keepAndPatch: ReplanRun;
  readonly annealing: ReplanRun;
}

/** Measures one instance: everybody in turn, nothing at the same time. */
export function measurePlan({ name, make }: Offer, options: Options): PlanRow {
  const instance = make();
  const limits = limitsOf(instance);
  const peers = peersOf(options, limits);
  const run = (contestant: (instance: Instance, seed: number) => ReturnType<typeof planFor>): Run =>
    medianRun(instance, options.seeds, contestant);
  const lapwing = run((given, seed) => planFor(given, seed, options.milliseconds));
  const annealing = run(peers.annealing);
  return {
    name,
    limits,
    lapwing,
    peers: { clockwise: run(peers.clockwise), random: run(peers.random), annealing },
    millisecondsToMatch: timeToMatch(instance, lapwing, annealing, options),
  };
}

/** Tries ever more of the time, starting with a sixty-fourth, until the planner is no worse than annealing. */
function timeToMatch(instance: Instance, lapwing: Run, annealing: Run, { milliseconds }: Options): number | null {
  const asGood = ({ quality, broken }: Run): boolean => broken === 0 && quality >= annealing.quality;
  for (let part = 64; part > 1; part /= 2) {
    const run = runOnce(instance, lapwing.seed, (given, seed) => planFor(given, seed, milliseconds / part));
    if (asGood(run)) return run.milliseconds;
  }
  return asGood(lapwing) ? lapwing.milliseconds : null;
}

/** Measures one changed evening: our repair, patching by hand, and annealing that starts all over. */
export function measureReplan({ name, make }: ReplanOffer, options: Options): ReplanRow {
  const replan = make();
  const limits = limitsOf(replan.after);
  const run = (contestant: (instance: Instance, seed: number) => ReturnType<typeof planFor>): ReplanRun => {
    const median = medianRun(replan.after, options.seeds, contestant);
    return { ...median, churn: churnOf(replan, median.schedule) };
  };
  return {
    name,
    limits,
    leastChurn: leastChurn(replan),
    seatsAhead: seatsAhead(replan),
    lapwing: run((_, seed) => replanFor(replan, seed, options.milliseconds)),
    keepAndPatch: run(() => ({ schedule: keepAndPatch(replan), iterations: 0 })),
    annealing: run(peersOf(options, limits).annealing),
  };
}

/** What must not happen: a firm rule broken, or a gate above its bound; one line each. */
export function faultsOf(name: string, run: Run): string[] {
  const rules = run.broken > 0 ? [`${name}: ${run.broken} firm rules broken`] : [];
  return [...rules, ...run.missedGates.map((gate) => `${name}: ${gate} is ${run.value[gate]}, above its bound`)];
}
