import type { Schedule } from './schedule.ts';

/** A plan of the rounds that are talked: without those (from 1) that are left out tonight. */
export const withoutRounds = ({ rounds }: Schedule, skipped: readonly number[]): Schedule => ({
  rounds: rounds.filter((_, index) => !skipped.includes(index + 1)),
});

/** Puts such a plan back among the rounds that are left out, which stay as `whole` has them. */
export function amongSkipped(talked: Schedule, whole: Schedule, skipped: readonly number[]): Schedule {
  const next = talked.rounds.values();
  return {
    rounds: whole.rounds.map((round, index) => (skipped.includes(index + 1) ? round : (next.next().value ?? round))),
  };
}
