import type { Instance, InstanceSchedule } from '@lapwing/shared/rotation/instance';
import { judge } from '@lapwing/shared/rotation/proof/judge';
import { type Score, score } from '@lapwing/shared/rotation/score';
import { verify } from '@lapwing/shared/rotation/verify';

/** What a schedule is worth, as the organiser's report counts it: shares no line with what made the schedule. */
export interface Grade {
  /** Firm rules broken, each counted. */
  readonly broken: number;
  /** Which of idle, spread, repeats and balance are worse than they need be. */
  readonly missedGates: readonly Gate[];
  readonly value: Score;
  /** 0 … 100; 0 when a rule or gate is broken. */
  readonly quality: number;
  /** As if no rule and no gate were broken. */
  readonly ungated: number;
}

export const GATES = ['idle', 'spread', 'repeats', 'balance'] as const;
export type Gate = (typeof GATES)[number];

/** Grades a schedule of any origin. */
export function gradeOf(instance: Instance, schedule: InstanceSchedule): Grade {
  const broken = verify(instance, schedule).length;
  const { firm, gated, quality } = judge(instance, schedule);
  const missedGates = GATES.filter((gate) => !firm[gate]);
  const valid = broken + missedGates.length === 0;
  return {
    broken,
    missedGates,
    value: score(instance, schedule),
    quality: valid ? gated : 0,
    ungated: valid ? gated : quality,
  };
}
