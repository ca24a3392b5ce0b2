import type { Attendee } from '@lapwing/shared/event/roster';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import { nameKey } from '@lapwing/shared/roster-import/keys';
import type { Known, Need } from './needs.ts';

type Namesake = Omit<Extract<Need, { kind: 'namesake' }>, 'id' | 'since'> & {
  readonly checkedInAt: Attendee['checkedInAt'];
};

let last: { readonly of: readonly unknown[]; readonly found: readonly Namesake[] } | null = null;

/**
 * People who are known by a name alone that somebody else of the evening has, who is off the list or is kept apart from
 * somebody for good. Nobody is recognised by a name, so it is for the organiser to say whether they are the same.
 */
export function namesakeNeeds({ people, blocked, moment, settings }: Known): Need[] {
  if (moment.phase.kind === 'finished') return [];
  // asked each second, and names take long to compare
  if (last === null || last.of[0] !== people || last.of[1] !== blocked)
    last = { of: [people, blocked], found: namesakes(people, blocked) };
  return last.found.map(({ checkedInAt, ...found }) => ({
    ...{
      id: `namesake ${found.person} ${found.other} ${found.why}`,
      since: checkedInAt ?? settings.startsAt,
      ...found,
    },
  }));
}

function namesakes(people: readonly Attendee[], blocked: Known['blocked']): Namesake[] {
  const inBlocks = new Set<AttendeeId>(blocked?.flat());
  const noted = people.filter(({ id, standing }) => standing === 'cancelled' || inBlocks.has(id));
  if (noted.length === 0) return [];
  const byName = new Map<string, Attendee[]>();
  for (const one of noted) byName.set(nameKey(one.name), [...(byName.get(nameKey(one.name)) ?? []), one]);
  const nameAlone = people.filter(
    ({ id, email, standing }) => email === '' && standing !== 'cancelled' && !inBlocks.has(id),
  );
  return nameAlone.flatMap(({ id: person, name, checkedInAt }) => {
    const alike = (byName.get(nameKey(name)) ?? []).filter(({ id }) => id !== person);
    // of somebody who is both, the block counts more
    const other = alike.find(({ id }) => inBlocks.has(id)) ?? alike[0];
    if (!other) return [];
    return [{ kind: 'namesake', person, other: other.id, why: inBlocks.has(other.id) ? 'block' : 'off', checkedInAt }];
  });
}
