import type { Random } from '../../kernel/random.ts';
import { largestTable, type Seating, type Shape } from './shape.ts';
import { SymmetricRoom } from './symmetric-room.ts';
import type { Symmetry } from './symmetry.ts';

/** How long a search is and how warm it begins and ends, in 1/16 of the group's order. */
export interface Effort {
  readonly moves: number;
  readonly hot: number;
  readonly cold: number;
}

const RANDOM_BITS = 1 << 24;
const FILL_TRIES = 20;
/** What a return to a table costs, counted in second meetings; where tables are crowded, more towards the end. */
const RETURN_PRICE = 3;
const LATE_RETURN_PRICE = 8;

/** A whole number of 1/64 bits, at random, that is above 64·b with a chance of one in 2^b (log2 by its leading bits). */
function surprise(random: Random): number {
  const value = 1 + random.below(RANDOM_BITS);
  const top = 31 - Math.clz32(value);
  const fraction = ((value << 6) >> top) & 63;
  return (24 - top) * 64 - fraction;
}

/** The best seating that a search found. */
export interface Found {
  readonly repeatedPairs: number;
  readonly seat: Seating;
}

/**
 * Anneals a seating that keeps a symmetry: two people of a base round exchange seats, and so do their images.
 * @returns null when nobody can be seated so, or only with returns to a table where none may be
 */
export function symmetricSearch(shape: Shape, symmetry: Symmetry, effort: Effort, random: Random): Found | null {
  const room = new SymmetricRoom(shape, symmetry);
  if (!filled(room, random)) return null;
  const crowded = largestTable(shape) >= shape.tables;
  let best = Number.MAX_SAFE_INTEGER;
  let kept: readonly Int32Array[] | null = null;
  for (let move = 0; move < effort.moves && best > 0; move++) {
    if (room.repeatedVisits === 0 && room.repeatedPairs < best) {
      best = room.repeatedPairs;
      kept = room.at.map((tables) => tables.slice());
    }
    const left = effort.moves - move;
    const returnPrice = crowded && left * 4 < effort.moves ? LATE_RETURN_PRICE : RETURN_PRICE;
    const heat = effort.cold + Math.floor(((effort.hot - effort.cold) * left) / effort.moves);
    tryExchange(room, returnPrice, heat * symmetry.length, random);
  }
  return kept && { repeatedPairs: best, seat: room.developed(kept) };
}

/** Two people at random exchange seats; back again if that is too much worse, by chance and heat. */
function tryExchange(room: SymmetricRoom, returnPrice: number, heat: number, random: Random): void {
  const base = random.below(room.bases.length);
  const one = random.below(room.shape.students);
  const other = random.below(room.shape.students);
  if (!room.canExchange(base, one, other)) return;
  const before = room.repeatedPairs + returnPrice * room.repeatedVisits;
  room.exchange(base, one, other);
  const worse = room.repeatedPairs + returnPrice * room.repeatedVisits - before;
  if (worse > 0 && worse * 1_024 > surprise(random) * heat) room.exchange(base, one, other);
}

/** Sizes don't always come out even at once. */
function filled(room: SymmetricRoom, random: Random): boolean {
  for (let tries = 0; tries < FILL_TRIES; tries++) if (room.fill(random)) return true;
  return false;
}
