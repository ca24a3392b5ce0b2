import { evenSizes } from '../even-sizes.ts';
import type { Problem } from './problem.ts';
import type { Aims } from './who-meets-whom.ts';

/** Shares of wishes, company and fields in what a good evening is. */
const SHARES = { want: 50, pair: 30, tag: 20 } as const;
/** The unit of prices: so many for one share of one seat. */
const UNIT = 40;
/** Counting who met whom takes 2 bytes for every two students. */
const MOST_STUDENTS_PAIRED = 12_000;

/**
 * How much one wanted point, one new field and one repeated pair weigh, so that all wishes together, all pairs and all
 * fields have their shares whatever the event's size. Whole numbers, about 100 each.
 */
export function aimsOf(problem: Problem): Aims {
  const { students, rounds, tables } = problem;
  let seatings = 0;
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
    seatings += Math.min(
      present,
      seats.reduce((sum, count) => sum + count, 0),
    );
  }
  const most = {
    want: mostWanted(problem, room),
    tag: mostTags(problem),
    pair: Math.min(pairs, (students * (students - 1)) / 2),
  };
  const weight = (share: number, all: number): number =>
    all === 0 ? 0 : Math.max(1, Math.round((UNIT * share * seatings) / (10 * all)));
  return {
    want: weight(SHARES.want, most.want),
    tag: weight(SHARES.tag, most.tag),
    pair: students > MOST_STUDENTS_PAIRED ? 0 : weight(SHARES.pair, most.pair),
  };
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
