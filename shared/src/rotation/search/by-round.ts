import type { Random } from '../../kernel/random.ts';
import { pastOf, satOutElsewhere } from './past.ts';
import { FREE, type Problem } from './problem.ts';
import type { Room } from './room.ts';
import { whoMeetsWhom } from './who-meets-whom.ts';

/**
 * Fills rounds one after the other, each with its cheapest seating given those before: for evenings that are not
 * alike from round to round (late students, tables that close) or have people who sit together or apart.
 * Groups that sit together choose first, then everybody else at once by min-cost flow. Keeps every hard rule.
 */
export function fillRoundByRound(room: Room, rounds: readonly number[], random: Random): void {
  const satOut = satOutElsewhere(room, rounds);
  for (const round of rounds) {
    seatGroups(room, round);
    seatSingles(room, round, satOut, random);
    separate(room, round);
    for (const student of room.membersOf(round, room.bench)) satOut[student]! += 1;
  }
}

/** The present members of each group that has no place yet, largest first. */
export function freeGroups(problem: Problem, round: number): number[][] {
  return problem.groups
    .map((group) => group.filter((student) => isFree(problem, round, student)))
    .filter((group) => group.length > 0)
    .sort((a, b) => b.length - a.length);
}

/** Present, and not pinned in this round. */
export const isFree = (problem: Problem, round: number, student: number): boolean =>
  problem.present[student * problem.rounds + round] === 1 && problem.pin[round * problem.students + student] === FREE;

function seatGroups(room: Room, round: number): void {
  for (const group of freeGroups(room.problem, round)) seatGroup(room, round, group);
}

/** Seats people who sit together, and have no table yet, where it costs least; they sit out when no table has room. */
export function seatGroup(room: Room, round: number, group: readonly number[]): void {
  const { problem } = room;
  let best = Number.POSITIVE_INFINITY;
  let bestTable = room.bench;
  for (let table = 0; table < problem.tables; table++) {
    if (room.sizeOf(round, table) + group.length > problem.seats[table]!) continue;
    if (!group.every((student) => room.maySit(round, student, table, []))) continue;
    let price = -room.unevenness(round, table);
    for (const student of group) price += room.move(round, student, table);
    price += room.unevenness(round, table);
    for (const student of group) room.move(round, student, room.bench);
    if (price < best) {
      best = price;
      bestTable = table;
    }
  }
  for (const student of group) room.move(round, student, bestTable);
}

function seatSingles(room: Room, round: number, satOut: Int32Array, random: Random): void {
  const { problem } = room;
  const students: number[] = [];
  for (let student = 0; student < problem.students; student++) {
    if (problem.group[student] === -1 && isFree(problem, round, student)) students.push(student);
  }
  if (students.length === 0) return;
  random.shuffle(students);
  const tables: number[] = [];
  const taken = new Int32Array(problem.tables);
  for (let table = 0; table < problem.tables; table++) {
    if (problem.open[table * problem.rounds + round] === 0) continue;
    tables.push(table);
    taken[table] = room.membersOf(round, table).length;
  }
  random.shuffle(tables);
  const past = { visits: pastOf(room, [round]).visits, satOut };
  const visits = whoMeetsWhom(problem, { rounds: [round], students, tables, taken }, past, room.aims, random);
  students.forEach((student, index) => {
    room.move(round, student, visits[index]![0]!);
  });
}

/** Parts those who must not share a table: the cheapest exchange with somebody else, or else sitting out. */
export function separate(room: Room, round: number): void {
  const { problem } = room;
  for (let student = 0; student < problem.students; student++) {
    const table = room.at(round, student);
    if (table < 0 || table === room.bench || !isFree(problem, round, student)) continue;
    if (room.maySit(round, student, table, [])) continue;
    const alone = problem.group[student] === -1;
    const partner = alone ? cheapestExchange(room, round, student) : -1;
    if (partner >= 0) {
      const to = room.at(round, partner);
      room.move(round, student, to);
      room.move(round, partner, table);
    } else {
      const leaving = alone ? [student] : problem.groups[problem.group[student]!]!;
      for (const member of leaving) if (isFree(problem, round, member)) room.move(round, member, room.bench);
    }
  }
}

function cheapestExchange(room: Room, round: number, student: number): number {
  const { problem } = room;
  const table = room.at(round, student);
  let best = room.firm.satOut / 2;
  let partner = -1;
  for (let other = 0; other < problem.students; other++) {
    const to = room.at(round, other);
    if (to < 0 || to === table || problem.group[other] !== -1 || !isFree(problem, round, other)) continue;
    if (!room.maySit(round, student, to, [other]) || !room.maySit(round, other, table, [student])) continue;
    const price = exchangePrice(room, round, student, other);
    if (price < best) {
      best = price;
      partner = other;
    }
  }
  return partner;
}

/** Price of exchanging two people of one round who sit at different places, company included. */
function exchangePrice(room: Room, round: number, one: number, other: number): number {
  const from = room.at(round, one);
  const to = room.at(round, other);
  const pairs =
    room.newMeetings(round, from, one, other, room.problem.students) +
    room.newMeetings(round, to, other, one, room.problem.students) -
    room.repeatedMeetings(round, from, one) -
    room.repeatedMeetings(round, to, other);
  return room.swapVisits(round, one, other, from, to) + room.aims.pair * pairs;
}
