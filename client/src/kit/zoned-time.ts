import { type Instant, instant } from '@lapwing/shared/kernel/time';

/** A date and a time as people write them in form fields: `2026-11-26` and `19:00`. */
export interface WallTime {
  readonly date: string;
  readonly time: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** What a clock on the wall in `timeZone` (IANA) shows at `moment`. */
export function wallTime(moment: Instant, timeZone: string): WallTime {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(moment)
      .map((part) => [part.type, part.value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return { date: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

/**
 * The instant at which a clock in `timeZone` shows `wall`, or null when the fields are empty or not a date. A time that
 * the switch to summer time leaves out becomes the one an hour later.
 */
export function instantAt(wall: WallTime, timeZone: string): Instant | null {
  const wanted = Date.parse(`${wall.date}T${wall.time}:00Z`);
  if (Number.isNaN(wanted)) return null;
  let guess = wanted;
  for (let turn = 0; turn < 2; turn++) {
    const shown = wallTime(instant(guess), timeZone);
    guess += wanted - Date.parse(`${shown.date}T${shown.time}:00Z`);
  }
  return instant(guess);
}
