import { ok, type Result, refused } from '../../kernel/result.ts';
import { type Infeasible, infeasibilities } from '../feasibility.ts';
import { compileProblem } from '../search/problem.ts';
import { type SolveOptions, solveProblem } from '../solve.ts';
import { asFirst, homeUnits, seriesAndPromises } from './as-first.ts';
import { type Instance2, SCHEDULE_2_FORMAT, type Schedule2, type Seating2 } from './instance-2.ts';
import { mentorsAtWork } from './rests.ts';
import { seatWhoWaits } from './seat-who-waits.ts';

export interface Planned2 {
  readonly schedule: Schedule2;
  /** As in `Solved`. */
  readonly iterations: number;
  readonly stoppedAfter: number | null;
}

/**
 * Students move, mentors keep their table; a table is closed while none of its mentors is there.
 * @param keep [round * students + student]: tables of an earlier plan, as in `Problem`
 */
export function planStudents(
  instance: Instance2,
  options: SolveOptions,
  keep: Int32Array | null = null,
): Result<Planned2, Infeasible> {
  const work = mentorsAtWork(instance, homeUnits(instance));
  const first = asFirst(instance, work);
  const problem = { ...compileProblem(first), ...seriesAndPromises(instance), keep };
  const conflict = infeasibilities(first, problem)[0];
  if (conflict) return refused(conflict);
  const { seat, ...effort } = solveProblem(problem, options);
  const count = instance.students.length;
  const atHome = Int32Array.from(instance.tables, (_, table) => table);
  const found = Array.from({ length: instance.rounds }, (_, round) => ({
    tableOf: seat
      .slice(round * count, (round + 1) * count)
      .map((table) => (table < instance.tables.length ? table : -1)),
    unitAt: atHome,
  }));
  const seats = seatWhoWaits({ instance, isAtWork: problem.open, problem, places: null }, found);
  const tableOf = (round: number, student: number): number => seats[round]!.tableOf[student]!;
  return ok({ schedule: scheduleAtHome(instance, work, tableOf), ...effort });
}

/**
 * The schedule in which mentors sit at home whenever they are at work.
 * @param tableOf place of a student's table in a round (from 0); anything that is no table stands for sitting out
 */
export function scheduleAtHome(
  instance: Instance2,
  work: Uint8Array,
  tableOf: (round: number, student: number) => number,
): Schedule2 {
  const { rounds } = instance;
  const units = homeUnits(instance);
  return scheduleOf(instance, (round) => ({
    tableOf: (student) => tableOf(round, student),
    mentorsAt: (table) => {
      const { open } = instance.tables[table]!;
      if (open !== null && !open.includes(round + 1)) return [];
      return units[table]!.filter((mentor) => work[mentor * rounds + round] === 1);
    },
  }));
}

/** Where everybody is in one round, in numbers. */
export interface RoundPlaces {
  readonly tableOf: (student: number) => number;
  readonly mentorsAt: (table: number) => readonly number[];
}

/** A schedule from numbers; `places` is asked once for each round from 0. */
export function scheduleOf(instance: Instance2, places: (round: number) => RoundPlaces): Schedule2 {
  const rounds = Array.from({ length: instance.rounds }, (_, round) => {
    const { tableOf, mentorsAt } = places(round);
    const students: string[][] = instance.tables.map(() => []);
    instance.students.forEach(({ id }, student) => {
      students[tableOf(student)]?.push(id);
    });
    // fromEntries keeps even an id such as "__proto__" an ordinary key
    return Object.fromEntries(
      instance.tables.map(({ id }, table): [string, Seating2] => [
        id,
        { students: students[table]!, mentors: mentorsAt(table).map((mentor) => instance.mentors[mentor]!.id) },
      ]),
    );
  });
  return { format: SCHEDULE_2_FORMAT, instance: instance.name, rounds };
}
