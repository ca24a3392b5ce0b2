import type { Room } from './room.ts';

/** What has happened already, in rounds that are fixed. */
export interface Past {
  /** [student * tables + table]: visits so far, earlier events included. */
  readonly visits: Uint16Array;
  /** Rounds that each student sat out although present. */
  readonly satOut: Int32Array;
}

/** What the seating of now says of all rounds but `rounds`, whose seats are still to be given (all on the bench). */
export function pastOf(room: Room, rounds: readonly number[]): Past {
  const { students, tables } = room.problem;
  const visits = new Uint16Array(students * tables);
  for (let student = 0; student < students; student++) {
    const row = student * (tables + 1);
    visits.set(room.visits.subarray(row, row + tables), student * tables);
  }
  return { visits, satOut: satOutElsewhere(room, rounds) };
}

/** How often each student sits out in the rounds that are not in `rounds`. */
export function satOutElsewhere(room: Room, rounds: readonly number[]): Int32Array {
  const satOut = new Int32Array(room.problem.students);
  for (let round = 0; round < room.problem.rounds; round++) {
    if (!rounds.includes(round)) for (const student of room.membersOf(round, room.bench)) satOut[student]! += 1;
  }
  return satOut;
}
