import { type Duration, type Instant, milliseconds } from '../kernel/time.ts';

const SECOND_MS = 1_000;

/** Whole seconds to show for a countdown: rounded up, so that 0 appears exactly at the end. Never negative. */
export const secondsLeft = (remaining: Duration): number => Math.max(0, Math.ceil(remaining / SECOND_MS));

/** Time until the shown number of a countdown changes, more than 0; null when it stands at 0 for good. */
export function untilSecondsLeftChange(remaining: Duration): Duration | null {
  if (remaining <= 0) return null;
  return milliseconds(remaining - (secondsLeft(remaining) - 1) * SECOND_MS);
}

/** Whole seconds to show for a count up: rounded down. Never negative. */
export const secondsGone = (elapsed: Duration): number => Math.max(0, Math.floor(elapsed / SECOND_MS));

/** Time until the shown number of a count up changes, more than 0. */
export const untilSecondsGoneChange = (elapsed: Duration): Duration =>
  milliseconds((elapsed < 0 ? 1 : Math.floor(elapsed / SECOND_MS) + 1) * SECOND_MS - elapsed);

/** What a countdown shows, and the end it counts towards. */
export interface ShownCountdown {
  readonly endsAt: Instant;
  readonly seconds: number;
}

/**
 * The next number of a countdown. Towards the same end it never rises, even when a better clock says that there is more
 * time left: it waits until the time has caught up. A new end (somebody added a minute) is shown as it is.
 * @param before what was shown last; null after a pause, a sleep or a change of the server's epoch
 */
export function showCountdown(before: ShownCountdown | null, endsAt: Instant, remaining: Duration): ShownCountdown {
  const seconds = secondsLeft(remaining);
  const same = before !== null && before.endsAt === endsAt;
  return { endsAt, seconds: same ? Math.min(before.seconds, seconds) : seconds };
}
