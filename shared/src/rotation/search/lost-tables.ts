import { eligible, FREE } from './problem.ts';
import { ABSENT, type Room } from './room.ts';

/** How many people who are there sit elsewhere than at the table they had, over these rounds. */
export function lostTables({ problem, seat }: Room, rounds: readonly number[]): number {
  const { students, keep } = problem;
  if (keep === null) return 0;
  let lost = 0;
  for (const round of rounds) {
    for (let student = 0; student < students; student++) {
      const kept = keep[round * students + student]!;
      const now = seat[student * problem.rounds + round]!;
      if (kept !== FREE && now !== kept && now !== ABSENT) lost += 1;
    }
  }
  return lost;
}

/**
 * Fewer are lost in no even seating: those of people whose table is closed or no longer for them, and those above the
 * even size of a table, the larger sizes given to the tables where most people were.
 */
export function leastLost(room: Room, rounds: readonly number[]): number {
  return rounds.reduce((sum, round) => sum + leastLostIn(room, round), 0);
}

function leastLostIn(room: Room, round: number): number {
  const { problem, bench, low, high } = room;
  const { students, keep, open } = problem;
  if (keep === null) return 0;
  const stay = new Int32Array(bench);
  let lost = 0;
  for (let student = 0; student < students; student++) {
    const kept = keep[round * students + student]!;
    if (kept === FREE || room.at(round, student) === ABSENT) continue;
    if (open[kept * problem.rounds + round] === 1 && eligible(problem, student, kept)) stay[kept]! += 1;
    else lost += 1;
  }
  let larger = 0;
  for (let table = 0; table < bench; table++) larger += room.sizeOf(round, table) - low[round * bench + table]!;
  const byCrowd = Array.from(stay.keys()).sort((one, other) => stay[other]! - stay[one]!);
  for (const table of byCrowd) {
    const slot = round * bench + table;
    const isLarger = larger > 0 && high[slot]! > low[slot]!;
    if (isLarger) larger -= 1;
    lost += Math.max(0, stay[table]! - low[slot]! - (isLarger ? 1 : 0));
  }
  return lost;
}
