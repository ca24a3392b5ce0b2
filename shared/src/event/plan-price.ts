import type { AttendeeId } from '../kernel/ids.ts';
import { emptiedRounds, type PlanChange, planChange } from './plan-change.ts';
import { attends, type RoomTonight } from './room-tonight.ts';
import { peopleIn, type Schedule } from './schedule.ts';

/** What a plan that takes the place of another one costs, in people and meetings. */
export interface PlanPrice extends PlanChange {
  /** The first round in which anybody sits elsewhere, or no more; 0 when nobody does. */
  readonly fromRound: number;
  /** Students at the smallest and the largest table in use, in the next round. */
  readonly sizes: { readonly least: number; readonly most: number };
  /** Meetings with a mentor met before, and rounds sat out, that the new plan has more than the old one. */
  readonly moreRepeats: number;
  readonly moreSitOuts: number;
}

/** Where the evening stands: see `PlanWindow`. Rounds that are left out cost nothing. */
export interface PricedFrom {
  readonly done: number;
  readonly current: number | null;
  readonly skipped: readonly number[];
  readonly isStudent: (person: AttendeeId) => boolean;
}

/**
 * The price of going over from one plan of a running evening to another.
 * @param room the room that the new plan is for: whoever has left loses nothing
 */
export function planPrice(old: Schedule, mended: Schedule, room: RoomTonight, at: PricedFrom): PlanPrice {
  const { current, skipped } = at;
  const from = current ?? at.done + 1;
  const last = mended.rounds.length;
  const lasting = new Set(room.people.flatMap(({ person }) => (attends(room, person, last) ? [person] : [])));
  const students = new Set([...lasting].filter(at.isStudent));
  const [before, after] = [emptiedRounds(old, skipped), emptiedRounds(mended, skipped)];
  const toCome = mended.rounds.map((_, index) => index + 1).filter((one) => one >= from && !skipped.includes(one));
  const known = peopleIn(old.rounds);
  const everybody = new Set([...known, ...peopleIn(mended.rounds)]);
  // newcomers sat nothing out in a plan that did not know them
  const knownStudents = new Set([...students].filter((student) => known.has(student)));
  return {
    ...planChange(before, after, from, lasting),
    fromRound:
      Math.min(last + 1, ...planChange(before, after, from, everybody).seats.map(({ round }) => round)) % (last + 1),
    sizes: sizesIn(after, toCome.find((one) => one !== current) ?? from),
    moreRepeats: repeats(after, students) - repeats(before, students),
    moreSitOuts: sitOuts(after, toCome, students) - sitOuts(before, toCome, knownStudents),
  };
}

function sizesIn(schedule: Schedule, round: number): PlanPrice['sizes'] {
  const sizes = Object.values(schedule.rounds[round - 1] ?? {}).map(({ students }) => students.length);
  const used = sizes.filter((size) => size > 0);
  return used.length === 0 ? { least: 0, most: 0 } : { least: Math.min(...used), most: Math.max(...used) };
}

/** Meetings of a student with a mentor they have met before, those of people who stay. */
function repeats({ rounds }: Schedule, lasting: ReadonlySet<AttendeeId>): number {
  const met = new Set<string>();
  let again = 0;
  for (const round of rounds) {
    for (const { students, mentors } of Object.values(round)) {
      for (const student of students) {
        for (const mentor of mentors) {
          const key = `${student} ${mentor}`;
          if (met.has(key) && lasting.has(student)) again += 1;
          met.add(key);
        }
      }
    }
  }
  return again;
}

/** How often these students sit out, in these rounds. */
function sitOuts({ rounds }: Schedule, toCome: readonly number[], students: ReadonlySet<AttendeeId>): number {
  let count = 0;
  for (const round of toCome) {
    const seated = new Set(Object.values(rounds[round - 1] ?? {}).flatMap((seating) => seating.students));
    for (const student of students) if (!seated.has(student)) count += 1;
  }
  return count;
}
