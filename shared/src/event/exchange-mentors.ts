import type { AttendeeId } from '../kernel/ids.ts';
import { peopleIn, type Schedule, type Seating } from './schedule.ts';

/** One mentor comes in the place of another. */
export interface Exchange {
  readonly leaver: AttendeeId;
  readonly by: AttendeeId;
}

export interface Exchanged {
  readonly schedule: Schedule;
  /** Those that were made, in their order. */
  readonly made: readonly Exchange[];
}

/**
 * A plan with mentors exchanged in every round; all others sit as before. Whose leaver has no seat in it, or who sits in
 * it already, is passed over. Nothing is checked: whether the outcome may be kept is for `brokenRules` to say.
 */
export function exchangeMentors(before: Schedule, exchanges: readonly Exchange[]): Exchanged {
  let schedule = before;
  const made = exchanges.filter(({ leaver, by }) => {
    const seated = peopleIn(schedule.rounds);
    if (!seated.has(leaver) || seated.has(by)) return false;
    const put = (seating: Seating): Seating => ({
      students: seating.students,
      mentors: seating.mentors.map((mentor) => (mentor === leaver ? by : mentor)),
    });
    schedule = {
      rounds: schedule.rounds.map((round) =>
        Object.fromEntries(Object.entries(round).map(([table, seating]) => [table, put(seating)])),
      ),
    };
    return true;
  });
  return { schedule, made };
}
