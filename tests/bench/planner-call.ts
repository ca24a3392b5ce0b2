import type { Instance, InstanceSchedule } from '@lapwing/shared/rotation/instance';
import { solve, solveFor } from '@lapwing/shared/rotation/solve';

/** A plan and how many moves were tried for it. */
export interface Planned {
  readonly schedule: InstanceSchedule;
  readonly iterations: number;
}

/** Enough for a good plan of the sizes that are re-planned here. */
const MOVES_BEFORE = 500_000;

const now = (): number => performance.now();

/** The planner, given this much time. @throws if it refuses: the bench has no impossible evenings */
export function planFor(instance: Instance, seed: number, milliseconds: number): Planned {
  const solved = solveFor(instance, { seed, milliseconds, now, aim: 'balanced' });
  if (!solved.ok) throw new Error(`${instance.name}: ${solved.refusal.message}`);
  const { schedule, iterations, stoppedAfter } = solved.value;
  return { schedule, iterations: stoppedAfter ?? iterations };
}

/** The plan that a re-plan starts from: of one planner the same on every machine. */
export function planBefore(instance: Instance): InstanceSchedule {
  const solved = solve(instance, { seed: 1, iterations: MOVES_BEFORE });
  if (!solved.ok) throw new Error(`${instance.name}: ${solved.refusal.message}`);
  return solved.value.schedule;
}
