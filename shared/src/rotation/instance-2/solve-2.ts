import { ok, type Result, refused } from '../../kernel/result.ts';
import type { Infeasible } from '../feasibility.ts';
import type { SolveOptions } from '../solve.ts';
import { planGroups } from './groups-mode.ts';
import type { Instance2, Schedule2 } from './instance-2.ts';
import { mentorConflicts } from './mentor-conflicts.ts';
import { planMentors } from './mentors-mode.ts';
import { planMixed } from './mixed-mode.ts';
import { type BrokenPromise, brokenPromises } from './score-2.ts';
import { planStudents } from './students-mode.ts';

export interface Solved2 {
  readonly schedule: Schedule2;
  readonly seed: number;
  /** As in `Solved`: with the seed, the numbers that make this plan again. */
  readonly iterations: number;
  readonly stoppedAfter: number | null;
  /** Promises of fields that the schedule cannot keep, by name. */
  readonly brokenPromises: readonly BrokenPromise[];
}

const PLANNERS = { students: planStudents, mentors: planMentors, groups: planGroups, mixed: planMixed } as const;

/**
 * Plans a rotation of the second format, whoever moves. Every instance without contradictions gets a schedule that
 * keeps all hard rules; the same seed and iterations give the same schedule.
 * @param instance as `parseInstance2` gives it
 * @returns the schedule, or the first contradiction in the instance
 */
export function solveAny(instance: Instance2, options: SolveOptions): Result<Solved2, Infeasible> {
  const conflict = mentorConflicts(instance)[0];
  if (conflict) return refused(conflict);
  const planned = PLANNERS[instance.whoMoves](instance, options);
  if (!planned.ok) return planned;
  const broken = brokenPromises(instance, planned.value.schedule);
  return ok({ ...planned.value, seed: options.seed, brokenPromises: broken });
}
