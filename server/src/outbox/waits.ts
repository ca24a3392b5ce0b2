import { type Duration, type Instant, instant, minutes } from '@lapwing/shared/kernel/time';
import { hashOf } from '../secrets.ts';

/** How long a mail waits after each attempt that failed; the sixth hour is past most greylists and restarts. Two days in all. */
export const WAITS: readonly Duration[] = [1, 5, 15, 30, 60, 180, 360, 720, 1_440].map(minutes);

/** Waits differ by up to a fifth either way, so that a batch that was put off does not come back at one instant. */
const JITTER = 0.2;

/**
 * When to try again.
 * @param attempts how many have failed, from 1
 * @returns null when it is time to give up
 */
export function nextAttempt(mailId: string, attempts: number, now: Instant): Instant | null {
  const wait = WAITS[attempts - 1];
  if (wait === undefined) return null;
  // drawn from the mail itself: the same for the same attempt, different for each mail
  const drawn = Number.parseInt(hashOf(`${mailId}:${attempts}`).slice(0, 8), 16) / 0xffff_ffff;
  return instant(Math.floor(now + wait * (1 - JITTER + 2 * JITTER * drawn)));
}
