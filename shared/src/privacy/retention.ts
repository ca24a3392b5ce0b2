import { type EveningSettings, plannedEnd } from '../event/event.ts';
import { after, type Duration, type Instant, instant } from '../kernel/time.ts';

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
function morningOf(at: Instant, timeZone: string, later: number): Instant {
  const { year, month, day } = wallDate(at, timeZone);
  const asUtc = Date.UTC(year, month - 1, day + later, MORNING);
  // the offset of that very morning: a second look where the clocks change in between
  const guess = asUtc - offsetMs(asUtc, timeZone);
  return instant(asUtc - offsetMs(guess, timeZone));
}

interface WallDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

function wallDate(at: number, timeZone: string): WallDate {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...({ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' } as const),
    ...({ hour: 'numeric', minute: 'numeric' } as const),
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value);
  return { year: of('year'), month: of('month'), day: of('day'), hour: of('hour'), minute: of('minute') };
}

function offsetMs(at: number, timeZone: string): number {
  const { year, month, day, hour, minute } = wallDate(at, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / 60_000) * 60_000;
}
