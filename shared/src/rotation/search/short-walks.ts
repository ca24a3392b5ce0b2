import type { Random } from '../../kernel/random.ts';
import { Batch } from './batch.ts';
import type { FreeSeats } from './free-seats.ts';
import type { Room } from './room.ts';

/** Exchanges tried for each place. */
const TRIES = 40;
const MOST_ROUNDS_ORDERED = 40;

/**
 * Shortens the ways from table to table where nothing else is lost: first by the order of the rounds, if they are all
 * alike and free, then by exchanges of two people that cost nothing. Does nothing where nobody knows how far tables
 * stand apart.
 * @param alike all rounds may be put in any order
 */
export function shortenWalks(room: Room, free: FreeSeats, alike: boolean, random: Random): void {
  const { walk } = room.problem;
  if (walk === null) return;
  if (alike && room.problem.rounds <= MOST_ROUNDS_ORDERED) orderRounds(room, walk);
  exchangeForFree(room, free, walk, random);
}

/** Steps between two places; to and from the bench, or while somebody is absent, nobody counts them. */
const steps = (walk: Int32Array, tables: number, from: number, to: number): number =>
  from < 0 || to < 0 || from >= tables || to >= tables ? 0 : walk[from * tables + to]!;

/** All steps of all people over the evening. */
export function walked(room: Room): number {
  const { walk, rounds, students, tables } = room.problem;
  let sum = 0;
  if (walk === null) return 0;
  for (let student = 0; student < students; student++) {
    for (let round = 1; round < rounds; round++) {
      sum += steps(walk, tables, room.at(round - 1, student), room.at(round, student));
    }
  }
  return sum;
}

/** The nearest round next, and then parts of the order turned round as long as that helps (2-opt, Croes 1958). */
function orderRounds(room: Room, walk: Int32Array): void {
  const { rounds, students, tables } = room.problem;
  const between = Array.from({ length: rounds }, (_, one) =>
    Array.from({ length: rounds }, (_unused, other) => {
      let sum = 0;
      for (let student = 0; student < students; student++) {
        sum += steps(walk, tables, room.at(one, student), room.at(other, student));
      }
      return sum;
    }),
  );
  const order = Array.from({ length: rounds }, (_, round) => round);
  const length = (list: readonly number[]): number =>
    list.reduce((sum, round, index) => (index === 0 ? 0 : sum + between[list[index - 1]!]![round]!), 0);
  let shortest = length(order);
  for (let better = true; better; ) {
    better = false;
    for (let from = 0; from < rounds; from++) {
      for (let to = from + 1; to < rounds; to++) {
        const turned = [...order.slice(0, from), ...order.slice(from, to + 1).reverse(), ...order.slice(to + 1)];
        const sum = length(turned);
        if (sum >= shortest) continue;
        order.splice(0, rounds, ...turned);
        shortest = sum;
        better = true;
      }
    }
  }
  const lines = Array.from({ length: students }, (_, student) => order.map((round) => room.at(round, student)));
  lines.forEach((line, student) => {
    line.forEach((table, round) => {
      if (room.at(round, student) !== table) room.move(round, student, table);
    });
  });
}

function exchangeForFree(room: Room, free: FreeSeats, walk: Int32Array, random: Random): void {
  const { rounds, tables } = room.problem;
  const batch = new Batch(room);
  /** Steps more when this person is at another table in a round. */
  const more = (round: number, student: number, from: number, to: number): number => {
    let sum = 0;
    for (const beside of [round - 1, round + 1]) {
      if (beside < 0 || beside >= rounds) continue;
      const there = room.at(beside, student);
      sum += steps(walk, tables, there, to) - steps(walk, tables, there, from);
    }
    return sum;
  };
  for (const round of free.rounds) {
    const singles = free.singles[round]!;
    for (let tries = TRIES * singles.length; tries > 0; tries--) {
      const one = singles[random.below(singles.length)]!;
      const other = singles[random.below(singles.length)]!;
      const from = room.at(round, one);
      const to = room.at(round, other);
      if (from === to || more(round, one, from, to) + more(round, other, to, from) >= 0) continue;
      if (room.swapVisits(round, one, other, from, to) > 0) continue;
      batch.clear();
      batch.add(round, from, one, other);
      batch.add(round, to, other, one);
      if (!batch.isAllowed()) continue;
      const repeated = room.repeatedMeetings(round, from, one) + room.repeatedMeetings(round, to, other);
      const met = room.newMeetings(round, from, one, other, repeated);
      if (met + room.newMeetings(round, to, other, one, repeated) <= repeated) room.exchange(round, one, other);
    }
  }
}
