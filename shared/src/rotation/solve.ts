import { seededRandom } from '../kernel/random.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { type Infeasible, infeasibilities } from './feasibility.ts';
import { type Instance, type InstanceSchedule, SCHEDULE_FORMAT } from './instance.ts';
import { aimsOf, type Keeping } from './search/aims.ts';
import { firstSeating, openRounds, plainRounds } from './search/begin.ts';
import { designFor, followDesign, isPerfect } from './search/design-start.ts';
import { freeSeats } from './search/free-seats.ts';
import { type Deadline, type Mixed, mix } from './search/mix.ts';
import { compileProblem, type Problem } from './search/problem.ts';
import type { Room } from './search/room.ts';
import { shortenWalks } from './search/short-walks.ts';
import { beginsBest } from './search/who-meets-whom.ts';
import { repeatedMeetings, wholePrice } from './search/whole-price.ts';

/** What weighs most: wishes before all else, all three in the usual shares, or company before all else. */
export type Aim = 'wishes' | 'balanced' | 'mixing';

/** How far a search has come. */
export interface SearchProgress {
  /** Moves tried, and moves there are to try. */
  readonly tried: number;
  readonly of: number;
  /** Price of the best seating so far, relative to the first one; falls as the plan gets better. */
  readonly price: number;
}

/** A search that takes so long, first seating included; `now` is any clock in milliseconds. */
export interface TimeLimit {
  readonly milliseconds: number;
  readonly now: () => number;
}

/** How to search. The same seed, iterations, stop and aim give the same schedule on every machine. */
export interface SolveOptions {
  /** Any whole number. */
  readonly seed: number;
  /** Moves to try after the first seating, 0 or more, a few millions a second; or the time there is for them. */
  readonly iterations: number | TimeLimit;
  /** Ends the search after so many of these moves: how a search that was stopped early is made again. */
  readonly stopAfter?: number | undefined;
  /** `balanced` when left out. */
  readonly aim?: Aim | undefined;
  /** For a problem with kept tables: keep as many as can be, before all wishes; or what one is worth, in hundredths of a repeated pair. */
  readonly keeping?: Keeping | undefined;
  /** Asked now and then; true ends the search with what has been found. */
  readonly shouldStop?: (() => boolean) | undefined;
  /** Told now and then. */
  readonly onProgress?: ((progress: SearchProgress) => void) | undefined;
}

export interface Solved {
  readonly schedule: InstanceSchedule;
  readonly seed: number;
  /** The number that makes this plan again, with the seed. */
  readonly iterations: number;
  /** Moves tried, when the search ended before that number; else null. It makes the plan again as `stopAfter`. */
  readonly stoppedAfter: number | null;
}

/** Moves after which a search of this size hardly gets better; up to a second for 200 people, some for a thousand. */
export function suggestedIterations(students: number, rounds: number): number {
  return Math.min(6_000_000, Math.max(100_000, 4_000 * students * rounds));
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
  const { seat, iterations, stoppedAfter } = solveProblem(problem, options);
  return ok({ schedule: toSchedule(instance, seat), seed: options.seed, iterations, stoppedAfter });
}

/** As `solve`, for so many milliseconds; `now` is any clock in milliseconds. */
export function solveFor(
  instance: Instance,
  { milliseconds, now, ...options }: Omit<SolveOptions, 'iterations'> & TimeLimit,
): Result<Solved, Infeasible> {
  return solve(instance, { ...options, iterations: { milliseconds, now } });
}

/** Seats in numbers: [round * students + student] is a table, or −1 for those who have none. */
export interface SolvedProblem extends Mixed {
  readonly seat: Int32Array;
}

/** As `solve`, in numbers; the problem must be free of contradictions. */
export function solveProblem(problem: Problem, options: SolveOptions): SolvedProblem {
  const iterations = withDeadline(options.iterations);
  const shouldStop = options.shouldStop ?? (() => false);
  const random = seededRandom(options.seed);
  const aims = aimsOf(problem, options.aim, options.keeping);
  const rounds = openRounds(problem);
  const free = freeSeats(problem, rounds);
  // kept tables are seldom those of a new first seating
  const plain = problem.keep === null ? plainRounds(problem, rounds) : null;
  const design = plain && designFor(problem, plain, aims, random);
  if (plain && design && isPerfect(problem, design)) {
    const designed = followDesign(problem, aims, plain, design);
    shortenWalks(designed, free, true, random);
    return { seat: byRound(designed), iterations: 0, stoppedAfter: null };
  }
  const moves = typeof iterations === 'number' ? iterations : Number.POSITIVE_INFINITY;
  let room = firstSeating(problem, aims, free, shouldStop, random, moves);
  const mixed = mix(
    room,
    free,
    {
      iterations,
      stopAfter: options.stopAfter ?? Number.POSITIVE_INFINITY,
      shouldStop,
      progress: (tried, of, price) => options.onProgress?.({ tried, of, price }),
      floor: plain && beginsBest(problem, plain, aims) ? -aims.pair * repeatedMeetings(room) : Number.NEGATIVE_INFINITY,
    },
    random,
  );
  if (plain && design) {
    const designed = followDesign(problem, aims, plain, design);
    if (wholePrice(designed) < wholePrice(room)) room = designed;
  }
  shortenWalks(room, free, plain !== null && rounds.length === problem.rounds, random);
  return { seat: byRound(room), ...mixed };
}

const withDeadline = (iterations: number | TimeLimit): number | Deadline =>
  typeof iterations === 'number' ? iterations : { at: iterations.now() + iterations.milliseconds, now: iterations.now };

/** [round * students + student]: table, or −1 for those who have none. */
function byRound(room: Room): Int32Array {
  const { rounds, students } = room.problem;
  const seat = new Int32Array(rounds * students);
  for (let round = 0; round < rounds; round++) {
    for (let student = 0; student < students; student++) {
      const table = room.at(round, student);
      seat[round * students + student] = table === room.bench ? -1 : table;
    }
  }
  return seat;
}

/** Seats in numbers as a schedule. */
export function toSchedule(instance: Instance, seat: Int32Array): InstanceSchedule {
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
