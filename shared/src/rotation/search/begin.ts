import type { Random } from '../../kernel/random.ts';
import { fillRoundByRound, isFree } from './by-round.ts';
import { deal } from './deal.ts';
import { pastOf } from './past.ts';
import type { Problem } from './problem.ts';
import type { Room } from './room.ts';
import { tuneVisits } from './tune-visits.ts';
import { type PlainRounds, whoMeetsWhom } from './who-meets-whom.ts';

/** The rounds in which somebody's place is not decided yet. */
export function openRounds(problem: Problem): number[] {
  const rounds: number[] = [];
  for (let round = 0; round < problem.rounds; round++) {
    for (let student = 0; student < problem.students; student++) {
      if (!isFree(problem, round, student)) continue;
      rounds.push(round);
      break;
    }
  }
  return rounds;
}

/**
 * A first seating: who meets whom at once, and then dealt into rounds, where rounds are alike; else round by round.
 * Even sizes are those of the people who really sit.
 */
export function begin(room: Room, rounds: readonly number[], plain: PlainRounds | null, random: Random): void {
  if (plain) seatPlainRounds(room, plain, random);
  else fillRoundByRound(room, rounds, random);
  for (const round of rounds) room.aimAtEvenSizes(round, seatedIn(room, round));
}

function seatedIn(room: Room, round: number): number {
  let seated = 0;
  for (let table = 0; table < room.bench; table++) seated += room.sizeOf(round, table);
  return seated;
}

/** The rounds as one block if they are all alike and nobody has to sit together or apart; else null. */
export function plainRounds(problem: Problem, rounds: readonly number[]): PlainRounds | null {
  const first = rounds[0];
  if (first === undefined) return null;
  const alike = (flags: Uint8Array, index: number): boolean =>
    rounds.every((round) => flags[index * problem.rounds + round] === flags[index * problem.rounds + first]);
  const students: number[] = [];
  for (let student = 0; student < problem.students; student++) {
    if (!alike(problem.present, student)) return null;
    if (problem.present[student * problem.rounds + first] === 0) continue;
    if (!rounds.every((round) => isFree(problem, round, student))) return null;
    students.push(student);
  }
  const tables: number[] = [];
  for (let table = 0; table < problem.tables; table++) {
    if (!alike(problem.open, table)) return null;
    if (problem.open[table * problem.rounds + first] === 1) tables.push(table);
  }
  const here = new Set(students);
  for (const student of students) {
    if (problem.apart[student]!.some((other) => here.has(other))) return null;
    const group = problem.groups[problem.group[student]!] ?? [];
    if (group.some((other) => other !== student && here.has(other))) return null;
  }
  return { rounds, students, tables, taken: null };
}

function seatPlainRounds(room: Room, plain: PlainRounds, random: Random): void {
  const past = pastOf(room, plain.rounds);
  const shuffled = { ...plain, students: random.shuffle([...plain.students]) };
  const visits = whoMeetsWhom(room.problem, shuffled, past, room.aims, random);
  tuneVisits(room.problem, shuffled.students, visits, past.visits, room.aims, random);
  const places = deal(visits, room.problem.tables + 1, plain.rounds.length, random);
  places.forEach((tables, index) => {
    shuffled.students.forEach((student, position) => {
      room.move(plain.rounds[index]!, student, tables[position]!);
    });
  });
}
