import { type Instant, instant } from '@lapwing/shared/kernel/time';
import { instantAt, wallTime } from './zoned-time.ts';

const DAY_MS = 86_400_000;

/**
 * The hour of an evening that somebody typed, e.g. "19:30"; null for none. After midnight is the next day: nobody comes
 * hours before the evening begins.
 */
export function eveningHour(time: string, startsAt: Instant, timeZone: string): Instant | null {
  const at = time === '' ? null : instantAt({ date: wallTime(startsAt, timeZone).date, time }, timeZone);
  return at !== null && at < startsAt - DAY_MS / 2 ? instant(at + DAY_MS) : at;
}
