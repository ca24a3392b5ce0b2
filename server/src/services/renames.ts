import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import { after, days, type Instant } from '@lapwing/shared/kernel/time';
import type { Clock } from '../system-clock.ts';

/** Each new name may be a mail and something that is kept of the old one (`db/traces`). */
const OF_ONE = { most: 5, within: days(1) };

/** How often people changed the name on their own page. */
export interface Renames {
  tooMany(id: AttendeeId): boolean;
  note(id: AttendeeId): void;
}

/** Kept in memory: a restart forgives. */
export function createRenames(clock: Clock): Renames {
  const said = new Map<AttendeeId, readonly Instant[]>();
  const isRecent = (at: Instant): boolean => clock.now() < after(at, OF_ONE.within);
  const recent = (id: AttendeeId): readonly Instant[] => (said.get(id) ?? []).filter(isRecent);
  return {
    tooMany: (id) => recent(id).length >= OF_ONE.most,
    note(id) {
      for (const [one, ats] of said) if (!ats.some(isRecent)) said.delete(one);
      said.set(id, [...recent(id), clock.now()]);
    },
  };
}
