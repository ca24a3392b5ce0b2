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

/** How long a screen may stand still before it follows a clock that was set back. */
const HOLD_MS = 1_000;

/**
 * The time to draw with. When a better clock says that it is a little earlier than screens have shown, they wait until it
 * has caught up: no countdown rises, no phase comes back. Further back than that the clock was wrong: it is believed.
 * @param before what was drawn with last; null for the first drawing
 */
export const holdBack = (before: Instant | null, now: Instant): Instant =>
  before !== null && now < before && before - now <= HOLD_MS ? before : now;
