import { type Instant, instant } from './time.ts';

interface WallDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** A full hour in a zone, so many days after the day on which `at` falls there. */
export function hourOn(at: Instant, timeZone: string, hour: number, later: number): Instant {
  const { year, month, day } = wallDate(at, timeZone);
  const asUtc = Date.UTC(year, month - 1, day + later, hour);
  // the offset of that very hour: a second look where the clocks change in between
  const guess = asUtc - offsetMs(asUtc, timeZone);
  return instant(asUtc - offsetMs(guess, timeZone));
}

/** The first such hour there that is not before `at`. */
export function nextHour(at: Instant, timeZone: string, hour: number): Instant {
  const today = hourOn(at, timeZone, hour, 0);
  return today >= at ? today : hourOn(at, timeZone, hour, 1);
}

/** The first such hour on that day of the week after `at`. @param weekday 0 for Sunday */
export function nextOnWeekday(at: Instant, timeZone: string, weekday: number, hour: number): Instant {
  const { year, month, day } = wallDate(at, timeZone);
  const today = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  const ahead = (weekday - today + 7) % 7;
  const next = hourOn(at, timeZone, hour, ahead);
  return next > at ? next : hourOn(at, timeZone, hour, ahead + 7);
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
