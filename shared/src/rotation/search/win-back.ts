import type { Random } from '../../kernel/random.ts';
import { KEEP_BEFORE_ALL } from './aims.ts';
import { settle } from './begin-kept.ts';
import { BestSeating } from './best-seating.ts';
import { FIRM_COSTS } from './firm-costs.ts';
import type { FreeSeats } from './free-seats.ts';
import { leastLost, lostTables } from './lost-tables.ts';
import { Movers } from './movers.ts';
import { tryOwnRounds } from './own-rounds.ts';
import type { Room } from './room.ts';
import { firmPrice } from './whole-price.ts';

/** Moves of one attempt for each place to choose, at least and at most so many. */
const MOVES_EACH = 300;
const LEAST_MOVES = 20_000;
const MOST_MOVES = 80_000;
const ATTEMPTS = 4;
const LOOK_EVERY = 64;
/** From hot to cold, in 64ths of the price of a kept table. */
const HOT = 16;
const COLD = 2;
/** Of 16 moves, so many are of one person who exchanges two rounds. */
const OWN_ROUNDS = 3;
/** What firm aims cost on the way, in kept tables. */
const REPEAT = 2;
const UNEVEN = 1;

/**
 * Where keeping comes before all wishes and more people have left their table than a simple count says they must: looks
 * for a seating in which fewer do. In every second attempt firm aims cost little on the way, so that the search may
 * break one and mend it elsewhere; what it leaves is never worse in them, though.
 */
export function winBack(room: Room, free: FreeSeats, shouldStop: () => boolean, random: Random): void {
  if (room.problem.keep === null || room.aims.keep < KEEP_BEFORE_ALL || free.rounds.length === 0) return;
  const least = leastLost(room, free.all);
  const places = free.singles.reduce((sum, list) => sum + list.length, 0);
  const moves = Math.min(MOST_MOVES, Math.max(LEAST_MOVES, MOVES_EACH * places));
  for (let attempt = 0; attempt < ATTEMPTS && lostTables(room, free.all) > least && !shouldStop(); attempt++) {
    const unit = room.aims.keep;
    if (attempt % 2 === 0) {
      room.firm = { ...FIRM_COSTS, repeat: REPEAT * unit, twiceTonight: unit, uneven: UNEVEN * unit, promise: unit };
    }
    anneal(room, free, moves, least, shouldStop, random);
    settle(room, free.all, random);
  }
}

/** Goes from hot to cold and ends with the best seating met, at the true costs of firm aims. */
function anneal(
  room: Room,
  free: FreeSeats,
  moves: number,
  least: number,
  shouldStop: () => boolean,
  random: Random,
): void {
  const best = new BestSeating(room, free.all);
  const movers = new Movers(room, free, random);
  let firm = firmPrice(room);
  let lost = lostTables(room, free.all);
  const look = (): void => {
    const price = firmPrice(room);
    const now = lostTables(room, free.all);
    if (price > firm || (price === firm && now >= lost)) return;
    firm = price;
    lost = now;
    best.keepNow();
  };
  for (let tried = 0; tried < moves; tried++) {
    if (tried % LOOK_EVERY === 0) {
      look();
      if (lost <= least || shouldStop()) break;
    }
    const heat = COLD + Math.floor(((HOT - COLD) * (moves - tried)) / moves);
    const temperature = (room.aims.keep * heat) / 64;
    if (random.below(16) < OWN_ROUNDS) tryOwnRounds(room, free, temperature, random);
    else movers.tryOne(temperature);
  }
  look();
  room.firm = FIRM_COSTS;
  best.putBack();
}
