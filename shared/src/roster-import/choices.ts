import type { Consent, PhotoChoice } from '../event/registration.ts';
import type { Instant } from '../kernel/time.ts';
import { isBlank, saysNothing, tidyLine } from './cell-text.ts';
import { cellAbout, cellsAbout } from './cells-about.ts';
import type { Columns } from './columns.ts';
import { plainHeader } from './questions.ts';
import type { SheetRecord } from './records.ts';

/** A ticked box carries whatever words the organiser gave it; only an empty cell and a no are no consent. */
export const isConsent = (cell: string): boolean =>
  !saysNothing(tidyLine(cell)) &&
  !/^(?:no\b|false\b|0$|disagree|declin|refuse|i (?:do not|don'?t|disagree|decline))/iu.test(
    tidyLine(cell).replace(/’/gu, "'"),
  );

/** 18 or over, as the question was put; null where it was not, or not answered. */
export function adultIn(row: SheetRecord, columns: Columns): boolean | null {
  const index = columns.about.get('adult')?.[0];
  if (index === undefined) return null;
  const answer = tidyLine(row.cells[index] ?? '');
  if (isBlank(answer)) return null;
  const says = (word: RegExp): boolean => word.test(answer);
  if (says(/under|younger/iu)) return false;
  const askedIfYoung = /\bunder\b/iu.test(columns.header[index] ?? '');
  if (askedIfYoung && says(/^(?:yes|true)\b/iu)) return false;
  return askedIfYoung || !says(/^(?:no|false)\b/iu);
}

/** A yes with conditions ("only from behind") is kept as a no: a photographer cannot read conditions. */
export function photoIn(row: SheetRecord, columns: Columns): PhotoChoice {
  const index = columns.about.get('photo')?.[0];
  const answer = tidyLine(index === undefined ? '' : (row.cells[index] ?? ''));
  if (isBlank(answer)) return '';
  const limited = /\b(?:only|not|no|n['’]t|unless|except|but|if|rather|ask)\b/iu.test(answer);
  const yes = !limited && /^(?:yes|y|true|ok(?:ay)?|sure|fine|i (?:agree|consent)|agree|happy)\b/iu.test(answer);
  const askedForNo = /\b(?:no|not|don't|opt out|object)\b/u.test(plainHeader(columns.header[index ?? -1] ?? ''));
  if (askedForNo && /^(?:no|false)\b/iu.test(answer)) return 'yes';
  return yes && !askedForNo ? 'yes' : 'no';
}

/**
 * Whether walls are to leave somebody's name out. Asked for a yes ("May we show your name on the screen?") anything but
 * a clear yes keeps it off; asked for a no ("Keep my name off the screen") anything but a no does.
 */
export function offWallsIn(row: SheetRecord, columns: Columns): boolean {
  const index = columns.about.get('offWalls')?.[0];
  const answer = tidyLine(index === undefined ? '' : (row.cells[index] ?? ''));
  if (isBlank(answer)) return false;
  const says = (word: RegExp): boolean => word.test(answer);
  if (/\b(?:not|don't|off|hide|without|opt out|instead)\b/u.test(plainHeader(columns.header[index ?? -1] ?? '')))
    return !says(/^(?:no|n|false|0)\b/iu);
  return !says(/^(?:yes|y|true|1|ok(?:ay)?|sure|fine|i (?:agree|consent)|agree|happy)\b/iu);
}

/** What a row agrees to. A row whose consent is missing is invalid, so that whoever is read gave it. */
export function consentsIn(row: SheetRecord, columns: Columns): Readonly<Partial<Record<Consent, Instant>>> {
  const { at } = columns;
  if (at === null) return {};
  const run = columns.about.has('consent') && cellsAbout('consent', row, columns).every(isConsent);
  return { ...(run ? { run: at } : {}), ...(isConsent(cellAbout('keep', row, columns)) ? { keep: at } : {}) };
}

/** More guests than this nobody brings: a larger number is a slip of the pen. */
const MOST_GUESTS = 20;

/** How many come along with somebody. */
export function guestsIn(row: SheetRecord, columns: Columns): number {
  const guests = numberIn(cellAbout('guests', row, columns));
  const places = numberIn(cellAbout('tickets', row, columns));
  return Math.min(MOST_GUESTS, Math.max(guests, places - 1, 0));
}

function numberIn(cell: string): number {
  const text = tidyLine(cell.slice(0, 40));
  if (/^(?:yes|true)\b/iu.test(text)) return 1;
  return Number(/^\+?(\d{1,6})(?:\.0+)?\b/u.exec(text)?.[1] ?? 0);
}
