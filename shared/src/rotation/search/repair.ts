import type { Random } from '../../kernel/random.ts';
import { BestSeating } from './best-seating.ts';
import { FIRM_COSTS } from './firm-costs.ts';
import type { FreeSeats } from './free-seats.ts';
import { Movers } from './movers.ts';
import type { Room } from './room.ts';
import { firmPrice } from './whole-price.ts';

/** Moves for each place to choose, at least and at most so many in all. */
const MOVES_EACH = 400;
const LEAST_MOVES = 20_000;
export const MOST_MOVES = 200_000;
/** The costs rise from the lowest to the true ones over so many legs, each this many times dearer than the one before. */
const LEGS = 8;
const DEARER = 2;
const ATTEMPTS = 3;
const LOOK_EVERY = 512;

/**
 * Mends firm aims that a first seating breaks and that single moves cannot mend: for a while they cost little, so that
 * the search may break one to mend two; then they get dearer leg by leg. Sit-outs still come before repeats, and these
 * before sizes. Ends at once when nothing is broken.
 * @param limits how often it may begin again, and moves it may try each time, whatever the size
 * @returns whether anything was mended
 */
export function repair(
  room: Room,
  free: FreeSeats,
  shouldStop: () => boolean,
  random: Random,
  limits = { attempts: ATTEMPTS, moves: MOST_MOVES },
): boolean {
  const first = firmPrice(room);
  if (first === 0 || (free.rounds.length === 0 && free.groups.length === 0)) return false;
  const places = free.singles.reduce((sum, list) => sum + list.length, 0) + free.groups.length;
  const moves = Math.min(limits.moves, MOST_MOVES, Math.max(LEAST_MOVES, MOVES_EACH * places));
  let lowest = first;
  for (let attempt = 0; attempt < limits.attempts && lowest > 0 && !shouldStop(); attempt++) {
    lowest = attemptRepair(room, free, moves, lowest, shouldStop, random);
  }
  return lowest < first;
}

/** Returns the firm price reached; the seating is then the first one found with it, or unchanged. */
function attemptRepair(
  room: Room,
  free: FreeSeats,
  moves: number,
  first: number,
  shouldStop: () => boolean,
  random: Random,
): number {
  const unit = room.aims.pair || room.aims.want || room.aims.tag || 1;
  const best = new BestSeating(room, free.all);
  const movers = new Movers(room, free, random);
  room.keepCost = Math.min(room.aims.keep, unit);
  let lowest = first;
  for (let leg = 0; leg < LEGS && lowest > 0; leg++) {
    const scale = unit * DEARER ** leg;
    room.firm = {
      satOut: 16 * scale,
      satOutTwice: 2 * scale,
      repeat: 2 * scale,
      twiceTonight: Math.floor(scale / 2),
      uneven: scale,
      promise: scale,
    };
    for (let tried = 0; tried < moves / LEGS; tried++) {
      if (tried % LOOK_EVERY === 0) {
        if (shouldStop()) break;
        movers.lookForTrouble();
        const price = firmPrice(room);
        if (price < lowest) {
          lowest = price;
          best.keepNow();
        }
        if (lowest === 0) break;
      }
      movers.tryOne(unit / 3);
    }
  }
  room.firm = FIRM_COSTS;
  room.keepCost = room.aims.keep;
  best.putBack();
  return lowest;
}
