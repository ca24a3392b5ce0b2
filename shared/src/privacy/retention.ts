import { type EveningSettings, plannedEnd } from '../event/event.ts';
import { after, type Duration, type Instant } from '../kernel/time.ts';
import { hourOn } from '../kernel/wall-time.ts';

/** Days that names stay after the morning after (K3, K7). */
export const NAMES_DAYS = { usual: 30, min: 1, max: 90 } as const;
/** Days without a sign of life after which somebody on file goes (K5). */
export const MEMBER_DAYS = 730;
/** Days that lines of no event stay in the list of who did what (K14). */
export const LINE_DAYS = 365;
/** Days that copies of the data stay (K13). */
export const COPY_DAYS = 30;

const MORNING = 6;
const DAY_MS = 86_400_000;
const days = (count: number): Duration => (count * DAY_MS) as Duration;

/** The first 6 o'clock there after the evening (K1): access and diet answers go (K2). */
export function morningAfter(settings: EveningSettings): Instant {
  const over = plannedEnd(settings);
  const sameDay = morningOf(over, settings.timeZone, 0);
  return sameDay > over ? sameDay : morningOf(over, settings.timeZone, 1);
}

/** When the names go of all who did not agree to be kept (K3). */
export const namesGoAt = (settings: EveningSettings, namesDays: number): Instant =>
  morningOf(morningAfter(settings), settings.timeZone, namesDays);

/** When somebody on file goes, after this last sign of life (K5). */
export const memberGoesAt = (lastSign: Instant): Instant => after(lastSign, days(MEMBER_DAYS));

/** Lines of no event that were written before this go now (K14). */
export const linesGoBefore = (now: Instant): Instant => after(now, days(-LINE_DAYS));

/** The earlier of server time and the machine's own clock (K9). */
export const sureNow = (server: Instant, wall: Instant): Instant => (server < wall ? server : wall);

/** 6 o'clock in a zone, so many days after the day on which `at` falls there. */
const morningOf = (at: Instant, timeZone: string, later: number): Instant => hourOn(at, timeZone, MORNING, later);
