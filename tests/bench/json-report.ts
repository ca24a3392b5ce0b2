import type { Run } from './contest.ts';
import type { Options } from './options.ts';
import type { PlanRow, ReplanRow, ReplanRun } from './rows.ts';

/** Everything that was measured, as one object; schedules are left out. */
export function jsonReport(
  options: Options,
  plans: readonly PlanRow[],
  replans: readonly ReplanRow[],
  faults: readonly string[],
): object {
  return {
    format: 'lapwing-bench/1',
    milliseconds: options.milliseconds,
    seeds: options.seeds,
    plans: plans.map(({ name, limits, lapwing, peers, millisecondsToMatch }) => ({
      name,
      bounds: limits,
      lapwing: withoutSchedule(lapwing),
      clockwise: withoutSchedule(peers.clockwise),
      random: withoutSchedule(peers.random),
      annealing: withoutSchedule(peers.annealing),
      ...compared(lapwing, peers.annealing),
      millisecondsToMatch,
    })),
    replans: replans.map((row) => ({
      name: row.name,
      bounds: row.limits,
      leastChurn: row.leastChurn,
      seatsAhead: row.seatsAhead,
      lapwing: withoutSchedule(row.lapwing),
      keepAndPatch: withoutSchedule(row.keepAndPatch),
      annealing: withoutSchedule(row.annealing),
      ...compared(row.lapwing, row.annealing),
    })),
    faults,
  };
}

function withoutSchedule(run: Run | ReplanRun): Omit<Run, 'schedule'> {
  const { schedule: _schedule, ...rest } = run;
  return { ...rest, milliseconds: Math.round(run.milliseconds) };
}

function compared(ours: Run, annealing: Run): { qualityDifference: number; timeRatio: number } {
  return {
    qualityDifference: ours.quality - annealing.quality,
    timeRatio: ours.milliseconds / annealing.milliseconds,
  };
}
