import type { BoardLine } from '@lapwing/shared/protocol/messages';
import { WIDE_FROM } from './map-fit.ts';

/** How the name board is laid out; the type's size in CSS pixels. */
export interface BoardFit {
  readonly columns: number;
  readonly rows: number;
  readonly type: number;
}

/**
 * In hundredths of the shorter side of the screen ("vmin"), as in names.css. The smallest type has capitals of 2.4 % of
 * the picture's height, which reads from 4.8 of its heights.
 */
const SMALLEST_TYPE = 3.4;
const LARGEST_TYPE = 5.4;
const COLUMN_GAP = 5;
const MOST_COLUMNS = 6;
/** Height of a row, and what stands between a name and its table, both in em of the type. */
const ROW = 1.4;
const GAP = 0.7;
/** Three figures of the sign's face and the table's shape. */
const SEAT = 2.9;

/**
 * The space inside the board's panel on a screen of this size; follows the sizes in names.css.
 * @param said whether words of the organiser stand above it
 */
export function boardSpace(
  width: number,
  height: number,
  said = false,
): { readonly width: number; readonly height: number } {
  const unit = Math.min(width, height) / 100;
  const wide = width / height >= WIDE_FROM;
  const above = height > width ? (said ? 30 : 23) : said && !wide ? 28 : 14.5;
  return { width: width - 19 * unit, height: height - (above + 17) * unit };
}

/** Width of a text in em of its own size. */
export type TextWidth = (text: string) => number;

/**
 * Every name at once, as large as the screen allows; null when they could not be read. Never several pages: whoever looks
 * up must not have to wait.
 * @param out what stands instead of a table for those who sit out
 */
export function boardFit(
  lines: readonly BoardLine[],
  width: number,
  height: number,
  textWidth: TextWidth,
  out: string,
  said = false,
): BoardFit | null {
  if (lines.length === 0) return null;
  const unit = Math.min(width, height) / 100;
  const space = boardSpace(width, height, said);
  const seat = Math.max(SEAT, textWidth(out));
  const widest = Math.max(...lines.map(({ name }) => textWidth(name))) + GAP + seat;
  const layouts = Array.from({ length: MOST_COLUMNS }, (_, index): BoardFit => {
    const columns = index + 1;
    const rows = Math.ceil(lines.length / columns);
    const column = (space.width - index * COLUMN_GAP * unit) / columns;
    return { columns, rows, type: Math.min(LARGEST_TYPE * unit, column / widest, space.height / rows / ROW) };
  });
  const best = layouts.reduce((one, other) => (other.type > one.type ? other : one));
  return best.type >= SMALLEST_TYPE * unit ? best : null;
}
