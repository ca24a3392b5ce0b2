import type { Problem } from './problem.ts';

interface Visits {
  readonly problem: Problem;
  readonly bench: number;
  /** [student * (tables + 1) + table]: visits, earlier events included. */
  readonly visits: Uint8Array | Uint16Array;
}

/** How many visits of tonight that are not the first one a change from one table to another brings: −1, 0 or 1. */
export function twiceMore(room: Visits, student: number, from: number, to: number): number {
  return isBeyondFirst(room, student, to, 1) - isBeyondFirst(room, student, from, 2);
}

function isBeyondFirst({ problem, bench, visits }: Visits, student: number, table: number, times: number): number {
  if (table === bench || problem.mentored[table] === 0) return 0;
  const earlier = problem.metBefore?.[student * problem.tables + table] ?? 0;
  return visits[student * (bench + 1) + table]! - earlier >= times ? 1 : 0;
}
