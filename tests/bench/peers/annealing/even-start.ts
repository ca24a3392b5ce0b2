// biome-ignore-all lint/style/noNonNullAssertion: indexes into typed arrays stay inside them, as in shared/src/rotation
import type { Random } from '@lapwing/shared/kernel/random';
import { evenSizes } from '@lapwing/shared/rotation/even-sizes';
import { eligible, FREE, OUT, type Problem } from '@lapwing/shared/rotation/search/problem';
import type { Seating } from './seating.ts';

/** The sizes between which each table of a round has to stay. */
export interface Sizes {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/**
 * Seats everybody at random, every round by itself: as many as there are seats, tables even, groups whole, those who
 * may not sit everywhere first, and of the others first who waited most.
 * @returns the even sizes of each round
 */
export function seatEvenly(seating: Seating, random: Random): Sizes[] {
  const { problem } = seating;
  return Array.from({ length: problem.rounds }, (_, round) => seatRound(seating, round, random));
}

function seatRound(seating: Seating, round: number, random: Random): Sizes {
  const { problem, bench } = seating;
  const { rounds, students, pin } = problem;
  const here: number[] = [];
  for (let student = 0; student < students; student++) {
    if (problem.present[student * rounds + round] === 1) here.push(student);
  }
  const out = here.filter((student) => pin[round * students + student] === OUT);
  const seats = Int32Array.from(problem.seats, (count, table) => count * problem.open[table * rounds + round]!);
  const sizes = evenSizes(seats, here.length - out.length);
  const aim = aimedSizes(sizes, Math.min(here.length - out.length, sum(seats)), random);
  for (const student of out) seating.put(round, student, bench);
  for (const student of here) {
    const table = pin[round * students + student]!;
    if (table >= 0) seating.put(round, student, table);
  }
  const free = random.shuffle(here.filter((student) => pin[round * students + student] === FREE));
  for (const unit of inOrder(seating, free)) {
    const table = roomiest(seating, round, unit, aim, seats, random);
    for (const student of unit) seating.put(round, student, table);
  }
  return sizes;
}

/** Low sizes, and one more at as many tables as it takes, drawn by lot. */
function aimedSizes(sizes: Sizes, people: number, random: Random): Int32Array {
  const aim = Int32Array.from(sizes.low);
  const growing = [...aim.keys()].filter((table) => sizes.high[table]! > sizes.low[table]!);
  for (const table of random.shuffle(growing).slice(0, Math.max(0, people - sum(aim)))) aim[table]! += 1;
  return aim;
}

const sum = (list: Int32Array): number => list.reduce((total, value) => total + value, 0);

/** Groups first, then those with fewer tables to choose from, then who waited most; ties stay shuffled. */
function inOrder(seating: Seating, free: readonly number[]): number[][] {
  const { problem } = seating;
  const groups = new Map<number, number[]>();
  for (const student of free) {
    const group = problem.group[student]!;
    const key = group === -1 ? -2 - student : group;
    groups.set(key, [...(groups.get(key) ?? []), student]);
  }
  const rank = (unit: readonly number[]): number =>
    unit.length > 1 ? -unit.length : problem.barred[unit[0]!] === null ? 1 : 0;
  const waited = (unit: readonly number[]): number => seating.waitsOf(unit[0]!);
  return [...groups.values()].sort((one, other) => rank(one) - rank(other) || waited(other) - waited(one));
}

/** A table that this unit may sit at, with the most room left; else one with free seats at all; else the bench. */
function roomiest(
  seating: Seating,
  round: number,
  unit: readonly number[],
  aim: Int32Array,
  seats: Int32Array,
  random: Random,
): number {
  const { problem, bench } = seating;
  const from = random.below(bench);
  let best = bench;
  let most = Number.NEGATIVE_INFINITY;
  for (let step = 0; step < bench; step++) {
    const table = (from + step) % bench;
    const size = seating.sizeOf(round, table) + unit.length;
    if (size > seats[table]!) continue;
    const good = unit.every((student) => fits(problem, seating, round, student, table));
    const room = aim[table]! - size - (good ? 0 : problem.students);
    if (room <= most) continue;
    most = room;
    best = table;
  }
  return best;
}

function fits(problem: Problem, seating: Seating, round: number, student: number, table: number): boolean {
  if (!eligible(problem, student, table)) return false;
  return problem.apart[student]!.every((other) => seating.place[round * problem.students + other] !== table);
}
