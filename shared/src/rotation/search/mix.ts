import type { Random } from '../../kernel/random.ts';
import { BestSeating } from './best-seating.ts';
import { Movers } from './movers.ts';
import type { Room } from './room.ts';

/** How long to search: tried moves, and a question asked now and then whether to stop early. */
export interface Budget {
  readonly iterations: number;
  readonly shouldStop: () => boolean;
}

const ASK_EVERY = 1_024;

/**
 * Improves a seating move by move (annealing with whole numbers): exchanges of two people, Kempe trails, which keep
 * who meets which mentor and change only the company, and moves of groups and of single people. Keeps every hard
 * rule; firm aims cost so much that they are only ever mended, never given up.
 * @returns the number of moves tried
 */
export function mix(room: Room, rounds: readonly number[], budget: Budget, random: Random): number {
  const movers = new Movers(room, rounds, random);
  if (movers.rounds.length === 0) return 0;
  const hot = Math.floor((room.aims.pair * 3) / 8);
  const cold = Math.floor((room.aims.pair * 3) / 64) + 1;
  const best = new BestSeating(room, rounds);
  let tried = 0;
  let temperature = hot;
  for (; tried < budget.iterations; tried++) {
    if (tried % ASK_EVERY === 0) {
      if (budget.shouldStop()) break;
      best.keep(movers.price);
      temperature = cooled(hot, cold, tried, budget.iterations);
    }
    movers.tryOne(temperature);
  }
  best.keep(movers.price);
  best.restore(movers.price);
  return tried;
}

/** From hot to cold, falling fast at first and slowly at the end: the square of the share that is left. */
function cooled(hot: number, cold: number, done: number, all: number): number {
  const left = Math.floor(((all - done) * 1_024) / all);
  return cold + Math.floor(((hot - cold) * left * left) / (1_024 * 1_024));
}
