import { secondsGone, secondsLeft } from '@lapwing/shared/clock/remaining';
import { type Duration, type Instant, milliseconds } from '@lapwing/shared/kernel/time';
import { language, locale } from './words.ts';

/** "6:42", "12:00", "0:00", "1:05:00". Seconds are rounded up, so that 0:00 appears exactly at the end. */
export const countdownText = (left: number): string => figures(secondsLeft(milliseconds(left)));

/** "98.0", "98,0": a figure with its one decimal. @param least `0`: a whole figure stands without it */
export const decimalText = (value: number, least: 0 | 1 = 1): string =>
  value.toLocaleString(locale(), { minimumFractionDigits: least, maximumFractionDigits: 1 });

/** "35%", "35 %". */
export const percentText = (percent: number): string => (percent / 100).toLocaleString(locale(), { style: 'percent' });

/** "+0:32": time since something was due. */
export const overText = (gone: Duration): string => `+${figures(secondsGone(gone))}`;

function figures(total: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(total / 3_600);
  const minutes = Math.floor(total / 60) % 60;
  const seconds = two(total % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${seconds}` : `${minutes}:${seconds}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(timeZone: string, kind: 'clock' | 'date'): Intl.DateTimeFormat {
  const key = `${kind} ${locale()} ${timeZone}`;
  let made = formats.get(key);
  if (!made) {
    const options: Intl.DateTimeFormatOptions =
      kind === 'clock'
        ? { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
        : { timeZone, weekday: 'long', day: 'numeric', month: 'long' };
    made = new Intl.DateTimeFormat(locale(), options);
    formats.set(key, made);
  }
  return made;
}

/** "19:36" in the event's own zone. */
export const clockText = (at: Instant, timeZone: string): string => format(timeZone, 'clock').format(at);

/** "Thursday 26 November", "Donnerstag, 26. November" in the event's own zone. */
export const dateText = (at: Instant, timeZone: string): string => {
  const text = format(timeZone, 'date').format(at);
  // British dates have a comma in older browsers only
  return language() === 'en' ? text.replace(',', '') : text;
};

/** "GMT", "CET": the zone as people name it at that time of year. */
export function zoneText(at: Instant, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(locale(), { timeZone, timeZoneName: 'short' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
