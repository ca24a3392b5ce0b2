import { evenSizes } from '../even-sizes.ts';
import type { Problem } from './problem.ts';

/** What a rotation aims at, in the units of its search. */
export interface Aims {
  /** Price of a wanted point that is not met. */
  readonly want: number;
  /** Price of a field not met. */
  readonly tag: number;
  /** Price of a repeated pair. */
  readonly pair: number;
  /** Price of leaving a kept table. */
  readonly keep: number;
}

/** Shares of wishes, company and fields in what a good evening is. */
const SHARES = {
  wishes: { want: 5_000, pair: 30, tag: 20 },
  balanced: { want: 50, pair: 30, tag: 20 },
  mixing: { want: 10, pair: 600, tag: 4 },
} as const;
/** The unit of prices: so many for one repeated pair, or for a wanted point where nobody has company. */
const UNIT = 960;
/** Counting who met whom takes a byte for every two students. */
const MOST_STUDENTS_PAIRED = 16_000;
/** No weight is above this, so that the firm aims stay far above all of them. */
const MOST_WEIGHT = 20_000;

/** What kept tables are worth: more than any wish, or so many hundredths of a repeated pair. */
export type Keeping = 'before-all' | number;
export const KEEP_BEFORE_ALL = 2 ** 20;

/**
 * How much one wanted point, one new field and one repeated pair weigh, so that all wishes together, all pairs and all
 * fields have their shares whatever the event's size. Whole numbers.
 */
export function aimsOf(problem: Problem, aim: keyof typeof SHARES = 'balanced', keeping: Keeping = 'before-all'): Aims {
  const { students, rounds, tables } = problem;
  let pairs = 0;
  const room = new Int32Array(tables);
  for (let round = 0; round < rounds; round++) {
    let present = 0;
    for (let student = 0; student < students; student++) present += problem.present[student * rounds + round]!;
    const seats = Int32Array.from(problem.seats, (count, table) =>
      problem.open[table * rounds + round] === 1 ? count : 0,
    );
    const { high } = evenSizes(seats, present);
    high.forEach((size, table) => {
      room[table]! += size;
      pairs += (size * (size - 1)) / 2;
    });
  }
  const most = {
    want: mostWanted(problem, room),
    tag: mostTags(problem),
    pair: Math.min(pairs, (students * (students - 1)) / 2),
  };
  const shares = SHARES[aim];
  // so much is lost of the whole by one unit; the first that is in use sets the scale
  const each = {
    want: most.want === 0 ? 0 : shares.want / most.want,
    tag: most.tag === 0 ? 0 : shares.tag / most.tag,
    pair: most.pair === 0 || students > MOST_STUDENTS_PAIRED ? 0 : shares.pair / most.pair,
  };
  const scale = Math.min(
    UNIT / (each.pair || each.want || each.tag || 1),
    MOST_WEIGHT / Math.max(each.want, each.tag, 1e-9),
  );
  const weight = (share: number): number => (share === 0 ? 0 : Math.max(1, Math.round(share * scale)));
  const keep = keeping === 'before-all' ? KEEP_BEFORE_ALL : Math.round((UNIT * keeping) / 100);
  return { want: weight(each.want), tag: weight(each.tag), pair: weight(each.pair), keep };
}

/** No more than the best wishes of each student, nor than the keenest guests of each table. */
function mostWanted(problem: Problem, room: Int32Array): number {
  const guests: number[][] = Array.from({ length: problem.tables }, () => []);
  const best = (weights: number[], count: number): number =>
    weights
      .sort((a, b) => b - a)
      .slice(0, count)
      .reduce((sum, weight) => sum + weight, 0);
  let byStudent = 0;
  problem.wants.forEach((wants, student) => {
    const present = problem.present.subarray(student * problem.rounds, (student + 1) * problem.rounds);
    byStudent += best(
      [...wants.values()],
      present.reduce((sum, flag) => sum + flag, 0),
    );
    for (const [table, weight] of wants) guests[table]!.push(weight);
  });
  const byTable = guests.reduce((sum, weights, table) => sum + best(weights, room[table]!), 0);
  return Math.min(byStudent, byTable);
}

function mostTags(problem: Problem): number {
  let most = 0;
  for (let student = 0; student < problem.students; student++) {
    let rounds = 0;
    for (let round = 0; round < problem.rounds; round++) rounds += problem.present[student * problem.rounds + round]!;
    most += Math.min(rounds, problem.tagCount);
  }
  return most;
}
