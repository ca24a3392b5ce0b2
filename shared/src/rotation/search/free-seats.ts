import { isFree } from './by-round.ts';
import type { Problem } from './problem.ts';

/** People whose place in a round may be chosen: each on their own, or a group that sits together. */
export interface FreeSeats {
  /** Rounds in which anybody may be moved. */
  readonly all: readonly number[];
  /** Rounds in which at least one person may be moved on their own. */
  readonly rounds: readonly number[];
  /** Per round those who may be moved on their own. */
  readonly singles: readonly (readonly number[])[];
  /** [round * students + student]: 1 for those in `singles`. */
  readonly isSingle: Uint8Array;
  readonly groups: readonly { readonly round: number; readonly members: readonly number[] }[];
}

/** @param rounds the rounds to look at */
export function freeSeats(problem: Problem, rounds: readonly number[]): FreeSeats {
  const isSingle = new Uint8Array(problem.rounds * problem.students);
  const singles: number[][] = [];
  const groups: { round: number; members: number[] }[] = [];
  const inUse: number[] = [];
  for (const round of rounds) {
    const free: number[] = [];
    const alone = (student: number): void => {
      free.push(student);
      isSingle[round * problem.students + student] = 1;
    };
    for (let student = 0; student < problem.students; student++) {
      if (problem.group[student] === -1 && isFree(problem, round, student)) alone(student);
    }
    for (const group of problem.groups) {
      const here = group.filter((member) => isFree(problem, round, member));
      if (here.length === 1) alone(here[0]!);
      else if (here.length > 1) groups.push({ round, members: here });
    }
    singles[round] = free;
    if (free.length > 0) inUse.push(round);
  }
  return { all: rounds, rounds: inUse, singles, isSingle, groups };
}
