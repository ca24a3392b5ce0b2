import type { Random } from '../../kernel/random.ts';
import { freeGroups, isFree, seatGroup, separate } from './by-round.ts';
import { pastOf } from './past.ts';
import { FREE } from './problem.ts';
import type { Room } from './room.ts';
import { whoMeetsWhom } from './who-meets-whom.ts';

/** Times that all rounds are gone over; what is not settled then, more rounds do not settle. */
const MOST_SWEEPS = 6;

/**
 * A first seating for people who have a plan already: everybody takes the table they had, where rules allow; then the
 * rounds are settled one after the other.
 */
export function beginKept(room: Room, rounds: readonly number[], random: Random): void {
  for (const round of rounds) takeKept(room, round);
  settle(room, rounds, random);
}

/**
 * Goes over the rounds until nothing gets better: each is seated anew by min-cost flow, given all the others. Sit-outs
 * count most, then repeats, uneven tables, kept tables left, and wishes.
 */
export function settle(room: Room, rounds: readonly number[], random: Random): void {
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let changed = false;
    for (const round of random.shuffle([...rounds])) if (seatAnew(room, round, random)) changed = true;
    if (!changed) return;
  }
}

/** People who sit at a table in a round. */
export function seatedIn(room: Room, round: number): number {
  let seated = 0;
  for (let table = 0; table < room.bench; table++) seated += room.sizeOf(round, table);
  return seated;
}

function takeKept(room: Room, round: number): void {
  const { problem } = room;
  const { students, keep } = problem;
  if (keep === null) return;
  const kept = (student: number): number => keep[round * students + student]!;
  for (const group of freeGroups(problem, round)) {
    const table = kept(group[0]!);
    const fits = table !== FREE && room.sizeOf(round, table) + group.length <= problem.seats[table]!;
    if (!fits || !group.every((student) => kept(student) === table && room.maySit(round, student, table, []))) continue;
    for (const student of group) room.move(round, student, table);
  }
  for (const group of freeGroups(problem, round)) {
    if (group.length > 1 && room.at(round, group[0]!) === room.bench) seatGroup(room, round, group);
  }
  for (let student = 0; student < students; student++) {
    const table = kept(student);
    if (table === FREE || !isSingle(room, round, student)) continue;
    if (room.sizeOf(round, table) >= problem.seats[table]! || !room.maySit(round, student, table, [])) continue;
    room.move(round, student, table);
  }
}

/** Free, and bound to nobody who is there. */
function isSingle(room: Room, round: number, student: number): boolean {
  const { problem } = room;
  if (!isFree(problem, round, student)) return false;
  const group = problem.groups[problem.group[student]!] ?? [];
  return group.every((member) => member === student || !isFree(problem, round, member));
}

/** Seats all single people of a round anew. Says whether anybody has another place than before. */
function seatAnew(room: Room, round: number, random: Random): boolean {
  const { problem } = room;
  const students: number[] = [];
  const before: number[] = [];
  for (let student = 0; student < problem.students; student++) {
    if (!isSingle(room, round, student)) continue;
    students.push(student);
    before.push(room.at(round, student));
  }
  if (students.length === 0) return false;
  for (const student of students) room.move(round, student, room.bench);
  const tables: number[] = [];
  const taken = new Int32Array(problem.tables);
  for (let table = 0; table < problem.tables; table++) {
    if (problem.open[table * problem.rounds + round] === 0) continue;
    tables.push(table);
    taken[table] = room.sizeOf(round, table);
  }
  const plain = { rounds: [round], students, tables, taken };
  const visits = whoMeetsWhom(problem, plain, pastOf(room, [round]), room.aims, random);
  students.forEach((student, index) => {
    room.move(round, student, visits[index]![0]!);
  });
  separate(room, round);
  return students.some((student, index) => room.at(round, student) !== before[index]);
}
