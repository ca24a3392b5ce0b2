import type { Random } from '../../kernel/random.ts';
import { type DesignedSeating, designedSeating, directSeating } from '../designs/designed-seating.ts';
import { FlowNetwork } from '../flow.ts';
import type { Aims } from './aims.ts';
import { FREE, type Problem } from './problem.ts';
import { Room } from './room.ts';
import type { PlainRounds } from './who-meets-whom.ts';

/** Above this, who takes which line of a design is left as it comes. */
const MOST_STUDENTS_ASSIGNED = 250;

/**
 * A seating in which nobody meets twice, or hardly anybody, where the numbers of the evening allow it: only for rounds
 * that are all alike and all free, with the same tables for everybody. A long search for symmetry is worth its time only
 * where nobody wishes for anything.
 */
export function designFor(problem: Problem, plain: PlainRounds, aims: Aims, random: Random): DesignedSeating | null {
  const { students, tables, rounds } = plain;
  const isFree =
    rounds.length === problem.rounds &&
    problem.keep === null &&
    problem.metBefore === null &&
    problem.pairsMet.length === 0 &&
    problem.barred.every((barred) => barred === null) &&
    problem.pin.every((pin) => pin === FREE);
  const largest = Math.ceil(students.length / tables.length);
  const mentored = tables.filter((table) => problem.mentored[table] === 1).length;
  if (!isFree || aims.pair === 0 || (mentored > 0 && mentored < tables.length)) return null;
  if (tables.some((table) => problem.seats[table]! < largest)) return null;
  const shape = {
    students: students.length,
    tables: tables.length,
    rounds: rounds.length,
    mentored: mentored > 0,
  };
  return hasWishes(problem) ? directSeating(shape) : designedSeating(shape, random);
}

/** Nothing can be better than this design. */
export const isPerfect = (problem: Problem, design: DesignedSeating): boolean =>
  design.repeatedPairs === 0 && !hasWishes(problem);

/** Does anybody gain by sitting at one table rather than another? */
const hasWishes = (problem: Problem): boolean => problem.tagCount > 0 || problem.wants.some((wants) => wants.size > 0);

/** Seats everybody as the design says; who takes which of its lines is decided by wishes and fields. */
export function followDesign(problem: Problem, aims: Aims, plain: PlainRounds, design: DesignedSeating): Room {
  const room = new Room(problem, aims);
  const count = plain.students.length;
  const takes = linesTaken(room, plain, design);
  plain.rounds.forEach((round, index) => {
    plain.students.forEach((student, position) => {
      room.move(round, student, plain.tables[design.seat[index * count + takes[position]!]!]!);
    });
  });
  return room;
}

/** Per student of `plain` the line of the design, by min-cost flow. */
function linesTaken(room: Room, plain: PlainRounds, design: DesignedSeating): Int32Array {
  const { problem, aims } = room;
  const count = plain.students.length;
  const takes = Int32Array.from({ length: count }, (_, position) => position);
  if (!hasWishes(problem) || count > MOST_STUDENTS_ASSIGNED) return takes;
  const lines = takes.map((line) => line);
  const tablesOf = Array.from(lines, (line) => [
    ...new Set(plain.rounds.map((_, index) => plain.tables[design.seat[index * count + line]!]!)),
  ]);
  const tagsOf = tablesOf.map((tables) => new Set(tables.flatMap((table) => problem.tags[table]!)).size);
  const gain = (student: number, line: number): number => {
    let wanted = 0;
    for (const table of tablesOf[line]!) wanted += problem.wants[student]!.get(table) ?? 0;
    return aims.want * wanted + aims.tag * tagsOf[line]!;
  };
  let most = 0;
  const gains = plain.students.map((student) => Array.from(lines, (line) => gain(student, line)));
  for (const row of gains) for (const value of row) most = Math.max(most, value);
  const network = new FlowNetwork(2 + 2 * count);
  const arcs = gains.map((row, position) => {
    network.arc(0, 2 + position, 1, 0);
    network.arc(2 + count + position, 1, 1, 0);
    return row.map((value, line) => network.arc(2 + position, 2 + count + line, 1, most - value));
  });
  network.run(0, 1);
  arcs.forEach((row, position) => {
    takes[position] = row.findIndex((arc) => network.flowOn(arc) === 1);
  });
  return takes;
}
