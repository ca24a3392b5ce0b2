import { after, type Instant, minutes } from '../kernel/time.ts';
import { hourOn } from '../kernel/wall-time.ts';

/** After the last bell: people still talk, and many answer on the spot. */
const FIRST_AFTER = minutes(60);
const HOUR = 9;

/** The latest time until now at which a mail about requests goes out (H18); null before the first. */
export function requestMailSlot(bell: Instant, timeZone: string, now: Instant): Instant | null {
  const first = after(bell, FIRST_AFTER);
  if (now < first) return null;
  const today = hourOn(now, timeZone, HOUR, 0);
  const latest = today <= now ? today : hourOn(now, timeZone, HOUR, -1);
  return latest > first ? latest : first;
}

/**
 * Whether somebody gets a mail about requests now (H18).
 * @param since of each request that waits for their answer, when they could read it first
 * @param lastMail when the last such mail was written to them; null for never
 */
export const isRequestMailDue = (since: readonly Instant[], slot: Instant | null, lastMail: Instant | null): boolean =>
  slot !== null &&
  (lastMail === null || lastMail < slot) &&
  since.some((one) => one <= slot && (lastMail === null || one > lastMail));
