import { seededRandom } from '../kernel/random.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { type Infeasible, infeasibilities } from './feasibility.ts';
import { type Instance, type InstanceSchedule, SCHEDULE_FORMAT } from './instance.ts';
import { aimsOf } from './search/aims.ts';
import { fillRoundByRound, isFree, satOutElsewhere } from './search/by-round.ts';
import { deal } from './search/deal.ts';
import { mix } from './search/mix.ts';
import { compileProblem, type Problem } from './search/problem.ts';
import { Room } from './search/room.ts';
import { type PlainRounds, whoMeetsWhom } from './search/who-meets-whom.ts';

/** How to search. The same seed and iterations give the same schedule on every machine, unless stopped early. */
export interface SolveOptions {
  /** Any whole number. */
  readonly seed: number;
  /** Moves to try after the first seating, 0 or more; about a million a second. */
  readonly iterations: number;
  /** Asked now and then; true ends the search with what has been found. */
  readonly shouldStop?: () => boolean;
}

export interface Solved {
  readonly schedule: InstanceSchedule;
  readonly seed: number;
  /** Moves really tried. */
  readonly iterations: number;
}

/** Moves after which a search of this size hardly gets better; up to a second for 200 people, some for a thousand. */
export function suggestedIterations(students: number, rounds: number): number {
  return Math.min(3_000_000, Math.max(50_000, 150 * students * rounds));
}

/**
 * Plans a rotation. Every instance without contradictions gets a schedule that keeps all hard rules; sit-outs,
 * repeats and uneven tables are as few as the method can make them, and fewest of all when rounds are alike.
 * @param instance as `parseInstance` gives it
 * @returns the schedule, or the first contradiction in the instance
 */
export function solve(instance: Instance, options: SolveOptions): Result<Solved, Infeasible> {
  const problem = compileProblem(instance);
  const contradiction = infeasibilities(instance, problem)[0];
  if (contradiction) return refused(contradiction);
  const { seat, iterations } = solveProblem(problem, options);
  return ok({ schedule: toSchedule(instance, seat), seed: options.seed, iterations });
}

/** As `solve`, in numbers; the problem must be free of contradictions. Returns [round * students + student] tables. */
export function solveProblem(problem: Problem, options: SolveOptions): { seat: Int32Array; iterations: number } {
  const random = seededRandom(options.seed);
  const room = new Room(problem, aimsOf(problem));
  const rounds = openRounds(problem);
  const plain = plainRounds(problem, rounds);
  if (plain) seatPlainRounds(room, plain, random);
  else fillRoundByRound(room, rounds, random);
  for (const round of rounds) room.aimAtEvenSizes(round, seatedIn(room, round));
  const budget = { iterations: options.iterations, shouldStop: options.shouldStop ?? (() => false) };
  const iterations = mix(room, rounds, budget, random);
  return { seat: room.seat, iterations };
}

function seatedIn(room: Room, round: number): number {
  let seated = 0;
  for (let table = 0; table < room.bench; table++) seated += room.membersOf(round, table).length;
  return seated;
}

/** The rounds in which somebody's place is not decided yet. */
function openRounds(problem: Problem): number[] {
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

function seatPlainRounds(room: Room, plain: PlainRounds, random: ReturnType<typeof seededRandom>): void {
  const past = { visits: room.tableVisits(), satOut: satOutElsewhere(room, plain.rounds) };
  const shuffled = { ...plain, students: random.shuffle([...plain.students]) };
  const visits = whoMeetsWhom(room.problem, shuffled, past, room.aims, random);
  const places = deal(visits, room.problem.tables + 1, plain.rounds.length, random);
  places.forEach((tables, index) => {
    shuffled.students.forEach((student, position) => {
      room.move(plain.rounds[index]!, student, tables[position]!);
    });
  });
}

function toSchedule(instance: Instance, seat: Int32Array): InstanceSchedule {
  const count = instance.students.length;
  const rounds = Array.from({ length: instance.rounds }, (_, round) => {
    const tables = instance.tables.map((table): [string, string[]] => [table.id, []]);
    instance.students.forEach(({ id }, student) => {
      tables[seat[round * count + student]!]?.[1].push(id);
    });
    // fromEntries keeps even an id such as "__proto__" an ordinary key
    return Object.fromEntries(tables);
  });
  return { format: SCHEDULE_FORMAT, instance: instance.name, rounds };
}
