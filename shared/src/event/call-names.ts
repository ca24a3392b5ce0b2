import type { AttendeeId } from '../kernel/ids.ts';
import { type Attendee, firstName } from './roster.ts';
import { wallNames } from './wall-names.ts';

/** Holds a first name together with what tells its bearers apart: `firstName` leaves it whole, and no name is written with one. */
const NO_BREAK_SPACE = '\u00a0';

/**
 * The shortest name that tells people apart well enough to call them: a student's first name or, where two share it,
 * the name that paper gives them (held together by a no-break space); a mentor's name as it is.
 * @param firstOnly no letter of a last name: who shares a first name is told apart by their badge
 */
export function callNames(
  people: readonly Pick<Attendee, 'id' | 'name' | 'role' | 'badgeCode'>[],
  firstOnly = false,
): Map<AttendeeId, string> {
  const students = people.filter(({ role }) => role === 'student');
  const bearers = new Map<string, number>();
  for (const { name } of students) bearers.set(firstName(name), (bearers.get(firstName(name)) ?? 0) + 1);
  const isShared = ({ name }: Pick<Attendee, 'name'>): boolean => (bearers.get(firstName(name)) ?? 0) > 1;
  const shared = wallNames(students.filter(isShared), firstOnly);
  return new Map(
    people.map(({ id, name, role }) => [
      id,
      role === 'mentor' ? name : (shared.get(id)?.replaceAll(' ', NO_BREAK_SPACE) ?? firstName(name)),
    ]),
  );
}
