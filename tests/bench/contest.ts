import type { Instance, InstanceSchedule } from '@lapwing/shared/rotation/instance';
import { compileProblem } from '@lapwing/shared/rotation/search/problem';
import type { Limits } from './bounds.ts';
import { type Grade, gradeOf } from './grade.ts';
import type { Options } from './options.ts';
import { anneal } from './peers/annealing/anneal.ts';
import { worthOf } from './peers/annealing/worth.ts';
import { clockwise } from './peers/clockwise.ts';
import { randomSeats } from './peers/random-seats.ts';
import { scheduleOfPlaces } from './peers/schedule-of-places.ts';
import type { Planned } from './planner-call.ts';

/** One contestant's run on one instance. */
export interface Run extends Grade {
  readonly seed: number;
  /** Wall time from instance to schedule. */
  readonly milliseconds: number;
  readonly iterations: number;
  readonly schedule: InstanceSchedule;
}

type Contestant = (instance: Instance, seed: number) => Planned;

const now = (): number => performance.now();

export function runOnce(instance: Instance, seed: number, contestant: Contestant): Run {
  const began = now();
  const { schedule, iterations } = contestant(instance, seed);
  const milliseconds = now() - began;
  return { seed, milliseconds, iterations, schedule, ...gradeOf(instance, schedule) };
}

/** Runs a contestant once for each seed and gives back the run of median quality. */
export function medianRun(instance: Instance, seeds: number, contestant: Contestant): Run {
  const runs = Array.from({ length: seeds }, (_, index) => runOnce(instance, index + 1, contestant));
  runs.sort((one, other) => rankOf(one) - rankOf(other));
  const median = runs[(seeds - 1) >> 1];
  if (!median) throw new Error('no seeds');
  return median;
}

/** A broken rule or gate ranks below everything else, so that the median never hides a majority of them. */
const rankOf = ({ broken, missedGates, ungated }: Run): number => ungated - (broken + missedGates.length) * 1_000;

/** The three peers; the two that draw no plan worth the name take no time to speak of. */
export function peersOf({ milliseconds }: Options, limits: Limits): Record<PeerName, Contestant> {
  return {
    clockwise: (instance) => ({ schedule: clockwise(instance), iterations: 0 }),
    random: (instance, seed) => ({ schedule: randomSeats(instance, seed), iterations: 0 }),
    annealing: (instance, seed) => {
      const worth = worthOf(limits);
      const { place, iterations } = anneal(compileProblem(instance), { seed, milliseconds, now, worth });
      return { schedule: scheduleOfPlaces(instance, place), iterations };
    },
  };
}

export type PeerName = 'clockwise' | 'random' | 'annealing';
