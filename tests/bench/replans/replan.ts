import type { Instance, InstanceSchedule } from '@lapwing/shared/rotation/instance';

/** An evening that was planned, ran for some rounds, and has changed since. */
export interface Replan {
  readonly name: string;
  /** Rounds that are over; they are pinned in `after`. */
  readonly done: number;
  readonly before: Instance;
  readonly schedule: InstanceSchedule;
  readonly after: Instance;
}

/** Table of everybody seated in a round (from 1). */
export function tablesIn(schedule: InstanceSchedule, round: number): Map<string, string> {
  const table = new Map<string, string>();
  for (const [id, seated] of Object.entries(schedule.rounds[round - 1] ?? {})) {
    for (const student of seated) table.set(student, id);
  }
  return table;
}

export const isThere = (rounds: readonly number[] | null, round: number): boolean =>
  rounds === null || rounds.includes(round);

/** Rounds that are still to come. */
export const comingRounds = ({ done, after }: Replan): number[] =>
  Array.from({ length: after.rounds - done }, (_, index) => done + 1 + index);
