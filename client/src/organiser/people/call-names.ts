import { type Attendee, firstName, shortName } from '@lapwing/shared/event/roster';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';

/**
 * The shortest name that tells people apart well enough to call them: a student's first name, with the last initial
 * where two share it (held together by a no-break space); a mentor's name as it is.
 */
export function callNames(people: readonly Pick<Attendee, 'id' | 'name' | 'role'>[]): Map<AttendeeId, string> {
  const bearers = new Map<string, number>();
  for (const { name, role } of people) {
    if (role === 'student') bearers.set(firstName(name), (bearers.get(firstName(name)) ?? 0) + 1);
  }
  const called = (name: string): string =>
    (bearers.get(firstName(name)) ?? 0) > 1 ? shortName(name).replace(' ', '\u00a0') : firstName(name);
  return new Map(people.map(({ id, name, role }) => [id, role === 'mentor' ? name : called(name)]));
}
