import type { Numbers } from './numbers.ts';
import type { RoundLimits } from './round-limits.ts';

/** Places at tables over all rounds that still have something to choose. */
export interface Places {
  /** Per table, when sizes are even: at least, at most; and the seats there are. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly seats: Int32Array;
  /** Seats to take in all, when as many sit as can. */
  readonly toTake: number;
  /** Places beyond `low` that may be taken, over all tables. */
  readonly spare: number;
  /** Seats by which sizes may be uneven. */
  readonly slack: number;
}

/**
 * Adds up the rounds.
 * @param slack seats by which the rounds that are not over may be uneven, all added up
 */
export function placesOf(numbers: Numbers, rounds: readonly RoundLimits[], slack: number): Places {
  const low = new Int32Array(numbers.tables);
  const high = new Int32Array(numbers.tables);
  const seats = new Int32Array(numbers.tables);
  let toTake = 0;
  for (const round of rounds) {
    if (round.seated === round.givenInAll) continue;
    toTake += round.seated - round.givenInAll;
    for (const table of round.open) {
      const given = round.given[table]!;
      low[table]! += Math.max(0, round.low[table]! - given);
      high[table]! += Math.max(0, round.high[table]! - given);
      seats[table]! += numbers.seats[table]! - given;
    }
  }
  const needed = low.reduce((sum, count) => sum + count, 0);
  return { low, high, seats, toTake, spare: Math.max(0, toTake - needed) + slack, slack };
}

/** The most visits a table can get. */
export const mostVisits = ({ low, high, seats, slack }: Places, table: number): number =>
  low[table]! + Math.max(0, Math.min(high[table]! - low[table]! + slack, seats[table]! - low[table]!));
