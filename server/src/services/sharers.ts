import type { AttendeeRole } from '@lapwing/shared/event/roster';
import { after, type Instant, minutes } from '@lapwing/shared/kernel/time';
import { emailKey, nameKey } from '@lapwing/shared/roster-import/keys';
import type { AttendeeRow } from '../db/repositories/attendees.ts';

/** So many names of one role that nobody has shown the mailbox for are registered with one address at once ... */
const MOST_AT_ONCE = 10;
/** ... and from then on one at a time, so that a stranger can hold up whoever has the mailbox, and never keep them out. */
const THEN_EVERY = minutes(10);
const DAY = minutes(24 * 60);
const MOST_A_DAY = 30;

/** Whether somebody in this role is registered with this address beside `sharers`, by whom anybody may have typed. */
export function addressTakes(
  sharers: readonly AttendeeRow[],
  role: AttendeeRole,
  now: Instant,
): 'more' | 'one' | 'nobody' {
  const typed = sharers.filter((row) => row.role === role && row.unconfirmed);
  if (typed.length < MOST_AT_ONCE) return 'more';
  const newest = Math.max(...typed.map(({ createdAt }) => createdAt)) as Instant;
  const today = typed.filter(({ createdAt }) => now < after(createdAt, DAY));
  return now >= after(newest, THEN_EVERY) && today.length < MOST_A_DAY ? 'one' : 'nobody';
}

/** Names that anybody may have typed, and nobody said yes to. */
export const isOnlyTyped = ({ unproven, unconfirmed }: Pick<AttendeeRow, 'unproven' | 'unconfirmed'>): boolean =>
  unproven && unconfirmed;

/** Of names that are only typed, the first of each address: they bring it one mail and not one each. */
export function oncePerMailbox(people: readonly AttendeeRow[]): AttendeeRow[] {
  const seen = new Set<string>();
  return people.filter((row) => {
    const address = emailKey(row.email);
    if (!isOnlyTyped(row)) return true;
    if (seen.has(address)) return false;
    seen.add(address);
    return true;
  });
}

/** Whether two rows say the same name and address. */
export const isSamePerson = (
  one: Pick<AttendeeRow, 'name' | 'email'>,
  other: Pick<AttendeeRow, 'name' | 'email'>,
): boolean => nameKey(one.name) === nameKey(other.name) && emailKey(one.email) === emailKey(other.email);

/**
 * Who of these somebody is that registers in this role: who is called so in it, or whoever has shown that it is they. A
 * mentor whom anybody may have typed is no reason why a student cannot come, nor the other way round.
 */
export const knownAmong = (sameName: readonly AttendeeRow[], role: AttendeeRole): AttendeeRow | undefined =>
  sameName.find((row) => !row.unconfirmed) ?? sameName.find((row) => row.role === role);
