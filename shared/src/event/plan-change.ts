import type { AttendeeId, TableId } from '../kernel/ids.ts';
import type { Schedule } from './schedule.ts';

/** Somebody whose table in a round (from 1) is another one than before; null for none. */
export interface SeatChange {
  readonly round: number;
  readonly person: AttendeeId;
  readonly from: TableId | null;
  readonly to: TableId | null;
}

/** A student and a mentor at one table. */
export interface Meeting {
  readonly student: AttendeeId;
  readonly mentor: AttendeeId;
}

/** What becomes of a plan when another one takes its place from a round on. */
export interface PlanChange {
  readonly seats: readonly SeatChange[];
  /** Meetings of the whole evening that were planned and no longer are, and the other way round. */
  readonly lost: readonly Meeting[];
  readonly gained: readonly Meeting[];
}

/**
 * Compares two plans of one evening.
 * @param fromRound the first round (from 1) that may differ
 * @param lasting people who are counted; whoever has left loses nothing
 */
export function planChange(
  before: Schedule,
  after: Schedule,
  fromRound: number,
  lasting: ReadonlySet<AttendeeId>,
): PlanChange {
  const seats: SeatChange[] = [];
  for (let index = fromRound - 1; index < Math.max(before.rounds.length, after.rounds.length); index++) {
    const old = placesIn(before, index);
    const now = placesIn(after, index);
    for (const person of lasting) {
      const from = old.get(person) ?? null;
      const to = now.get(person) ?? null;
      if (from !== to) seats.push({ round: index + 1, person, from, to });
    }
  }
  const had = meetingsOf(before);
  const has = meetingsOf(after);
  const counts = ({ student, mentor }: Meeting): boolean => lasting.has(student) && lasting.has(mentor);
  const without = (one: ReadonlyMap<string, Meeting>, other: ReadonlyMap<string, Meeting>): Meeting[] =>
    [...one].flatMap(([key, meeting]) => (other.has(key) ? [] : [meeting]));
  // a mentor who has left is a meeting lost for those who stay
  const lost = without(had, has).filter(({ student }) => lasting.has(student));
  return { seats, lost, gained: without(has, had).filter(counts) };
}

/** Who sits where in the round of this index. */
function placesIn(schedule: Schedule, index: number): Map<AttendeeId, TableId> {
  const places = new Map<AttendeeId, TableId>();
  for (const [table, { students, mentors }] of Object.entries(schedule.rounds[index] ?? {}))
    for (const person of [...students, ...mentors]) places.set(person, table as TableId);
  return places;
}

function meetingsOf({ rounds }: Schedule): Map<string, Meeting> {
  const meetings = new Map<string, Meeting>();
  for (const round of rounds) {
    for (const { students, mentors } of Object.values(round)) {
      for (const student of students)
        for (const mentor of mentors) meetings.set(`${student} ${mentor}`, { student, mentor });
    }
  }
  return meetings;
}

/** A plan in which nobody sits anywhere in these rounds (from 1): what is left out tonight costs nothing more. */
export const emptiedRounds = ({ rounds }: Schedule, skipped: readonly number[]): Schedule => ({
  rounds: rounds.map((seatings, index) => (skipped.includes(index + 1) ? {} : seatings)),
});

/** Who would lose which meeting if a round (from 1) were left out: those not planned in any other round. */
export function lostWithout(schedule: Schedule, round: number): Meeting[] {
  const without = emptiedRounds(schedule, [round]);
  const kept = meetingsOf(without);
  return [...meetingsOf(schedule)].flatMap(([key, meeting]) => (kept.has(key) ? [] : [meeting]));
}
