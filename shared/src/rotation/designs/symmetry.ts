import type { Shape } from './shape.ts';

/** One element of a group: where it takes each student, table and round. */
export interface Act {
  readonly students: Int32Array;
  readonly tables: Int32Array;
  readonly rounds: Int32Array;
}

/** A group acting on students, tables and rounds at once; the first act is the identity. */
export type Symmetry = readonly Act[];

/** How a turn by one moves things: cycles of these lengths, which divide the order; a thing alone has length 1. */
export interface Turn {
  readonly order: number;
  readonly students: readonly number[];
  readonly tables: readonly number[];
  readonly rounds: readonly number[];
}

/** The points 0, 1, 2 … in cycles of the given lengths, each turned by `by` places. */
function turned(cycles: readonly number[], by: number): Int32Array {
  const image: number[] = [];
  for (const length of cycles) {
    const first = image.length;
    for (let place = 0; place < length; place++) image.push(first + ((place + by) % length));
  }
  return Int32Array.from(image);
}

/** The cyclic group that a turn generates. */
export function cyclicSymmetry(turn: Turn): Symmetry {
  return Array.from({ length: turn.order }, (_, by) => ({
    students: turned(turn.students, by),
    tables: turned(turn.tables, by),
    rounds: turned(turn.rounds, by),
  }));
}

/** The ways to put things in full cycles, with those left over alone, in one shorter cycle, or in pairs and the like. */
function cyclings(count: number, length: number): number[][] {
  const full = new Array<number>(Math.floor(count / length)).fill(length);
  if (full.length === 0) return [];
  const rest = count % length;
  const ways = [[...full, ...new Array<number>(rest).fill(1)]];
  for (let short = 2; short <= rest; short++) {
    if (length % short === 0 && rest % short === 0) {
      ways.push([...full, ...new Array<number>(rest / short).fill(short)]);
    }
  }
  return ways;
}

/**
 * The turns worth trying for a shape: of any order up to the number of rounds or tables; rounds and tables may also
 * stay where they are, though not both.
 */
export function turnsOf({ students, tables, rounds }: Shape): Turn[] {
  const turns: Turn[] = [];
  for (let order = Math.max(rounds, tables); order > 1; order--) {
    const still = (count: number): number[][] => [new Array<number>(count).fill(1)];
    for (const roundCycles of [...cyclings(rounds, order), ...still(rounds)]) {
      for (const tableCycles of [...still(tables), ...cyclings(tables, order)]) {
        if (roundCycles[0] === 1 && tableCycles[0] === 1) continue;
        for (const studentCycles of cyclings(students, order)) {
          turns.push({ order, students: studentCycles, tables: tableCycles, rounds: roundCycles });
        }
      }
    }
  }
  return turns;
}
