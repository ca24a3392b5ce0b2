import { evenSizes } from '../even-sizes.ts';
import { OUT, type Problem } from './problem.ts';
import type { Room } from './room.ts';

/** The even sizes of the open tables when so many sit in a round; 0 for closed ones. */
export function evenRound(problem: Problem, round: number, seated: number): { low: Int32Array; high: Int32Array } {
  const { rounds, open, seats } = problem;
  const sizes = Int32Array.from(seats, (count, table) => (open[table * rounds + round] === 1 ? count : 0));
  return evenSizes(sizes, seated);
}

/** People who are there in a round and not pinned to sitting out. */
export function couldSit(room: Room, round: number): number {
  const { students, rounds, pin, present } = room.problem;
  let count = 0;
  for (let student = 0; student < students; student++) {
    if (present[student * rounds + round] === 1 && pin[round * students + student] !== OUT) count += 1;
  }
  return count;
}
