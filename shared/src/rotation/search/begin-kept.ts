import type { Random } from '../../kernel/random.ts';
import { KEEP_BEFORE_ALL } from './aims.ts';
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
  // rounds that have been seated since any other round changed
  const settled = new Set<number>();
  for (let sweep = 0; sweep < MOST_SWEEPS && settled.size < rounds.length; sweep++) {
    for (const round of random.shuffle([...rounds])) {
      if (settled.has(round)) continue;
      if (!isAsItWas(room, round) && seatAnew(room, round, random)) settled.clear();
      settled.add(round);
    }
  }
}

/** Everybody keeps their table and no firm aim is broken, so that nothing is left to win where keeping comes first. */
function isAsItWas(room: Room, round: number): boolean {
  const { problem, bench, visits } = room;
  const { students, keep } = problem;
  if (keep === null || room.aims.keep < KEEP_BEFORE_ALL) return false;
  for (let student = 0; student < students; student++) {
    if (!isFree(problem, round, student)) continue;
    const table = room.at(round, student);
    if (table === bench || table !== keep[round * students + student]) return false;
    if (problem.mentored[table] === 1 && visits[student * (bench + 1) + table]! > 1) return false;
    if (room.tagsMet[student]! < (problem.promised?.[student] ?? 0)) return false;
  }
  for (let table = 0; table < bench; table++) if (room.unevenness(round, table) > 0) return false;
  return true;
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
