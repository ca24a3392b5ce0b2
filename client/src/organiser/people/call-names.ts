import { type Attendee, firstName } from '@lapwing/shared/event/roster';
import { wallNames } from '@lapwing/shared/event/wall-names';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';

/**
 * The shortest name that tells people apart well enough to call them: a student's first name or, where two share it,
 * the name that paper gives them (held together by a no-break space); a mentor's name as it is.
 */
export function callNames(
  people: readonly Pick<Attendee, 'id' | 'name' | 'role' | 'badgeCode'>[],
): Map<AttendeeId, string> {
  const students = people.filter(({ role }) => role === 'student');
  const bearers = new Map<string, number>();
  for (const { name } of students) bearers.set(firstName(name), (bearers.get(firstName(name)) ?? 0) + 1);
  const shared = wallNames(students.filter(({ name }) => (bearers.get(firstName(name)) ?? 0) > 1));
  return new Map(
    people.map(({ id, name, role }) => [
      id,
      role === 'mentor' ? name : (shared.get(id)?.replaceAll(' ', '\u00a0') ?? firstName(name)),
    ]),
  );
}
