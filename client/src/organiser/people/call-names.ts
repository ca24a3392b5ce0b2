import { type Attendee, firstName, shortName } from '@lapwing/shared/event/roster';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';

/**
 * The shortest name that tells everybody apart well enough to call out: the first name, with the last initial where two
 * people share it (held together by a no-break space).
 */
export function callNames(people: readonly Pick<Attendee, 'id' | 'name'>[]): Map<AttendeeId, string> {
  const bearers = new Map<string, number>();
  for (const { name } of people) bearers.set(firstName(name), (bearers.get(firstName(name)) ?? 0) + 1);
  return new Map(
    people.map(({ id, name }) => [
      id,
      (bearers.get(firstName(name)) ?? 0) > 1 ? shortName(name).replace(' ', '\u00a0') : firstName(name),
    ]),
  );
}
