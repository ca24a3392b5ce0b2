import type { Random } from '../../kernel/random.ts';
import { largestTable, type Shape } from './shape.ts';
import { type Effort, type Found, symmetricSearch } from './symmetric-search.ts';
import { cyclicSymmetry, type Turn, turnsOf } from './symmetry.ts';

/** The most students times largest table: beyond, a search that says something takes longer than anybody waits. */
const MOST_WORK = 1_200;

/** Heats of knocking out: how many turns stay in, and how long each is then searched. */
const HEATS: readonly { readonly stay: number; readonly effort: Effort }[] = [
  { stay: 40, effort: { moves: 3_000, hot: 4, cold: 2 } },
  { stay: 5, effort: { moves: 20_000, hot: 5, cold: 3 } },
  { stay: 2, effort: { moves: 200_000, hot: 5, cold: 3 } },
];

/** The seats an exchange may touch before the search gets fewer of them: its time is to stay about the same. */
const USUAL_TOUCH = 30;

/** Fewer moves where an exchange moves many images past many neighbours: those of a round that stays in place. */
function affordable(moves: number, { order, rounds }: Turn, shape: Shape): number {
  const images = Math.ceil(order / Math.min(...rounds));
  return Math.floor(moves / Math.max(1, Math.floor((images * largestTable(shape)) / USUAL_TOUCH)));
}

/**
 * Whether symmetry can help: people meet so many others that ordinary search would repeat some, but not so many that
 * all must meet again and again.
 */
function isTight(shape: Shape): boolean {
  const { students, tables, rounds, mentored } = shape;
  if (students * largestTable(shape) > MOST_WORK || students <= tables || tables < 2 || rounds < 2) return false;
  if (mentored && rounds > tables) return false;
  const others = (largestTable(shape) - 1) * rounds;
  return others * 10 >= (students - 1) * 3 && others * 4 <= (students - 1) * 5;
}

/**
 * Searches seatings that are the same after a turn of students, tables and rounds. A turn of order m leaves one m-th
 * of the seats to choose and makes each fault m times as clear. Many turns get a short try, the best of them longer ones.
 * @returns the best seating found, or null when none is worth trying
 */
export function symmetricSeating(shape: Shape, random: Random): Found | null {
  if (!isTight(shape)) return null;
  let best: Found | null = null;
  let turns: readonly Turn[] = turnsOf(shape);
  for (const { stay, effort } of HEATS) {
    const tried: { turn: Turn; repeatedPairs: number }[] = [];
    for (const turn of turns.slice(0, stay)) {
      const moves = affordable(effort.moves, turn, shape);
      const found = symmetricSearch(shape, cyclicSymmetry(turn), { ...effort, moves }, random);
      if (!found) continue;
      if (!best || found.repeatedPairs < best.repeatedPairs) best = found;
      if (best.repeatedPairs === 0) return best;
      tried.push({ turn, repeatedPairs: found.repeatedPairs });
    }
    turns = tried.sort((one, other) => one.repeatedPairs - other.repeatedPairs).map(({ turn }) => turn);
  }
  return best;
}
