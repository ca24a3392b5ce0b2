import { isBlank, MOST_CHARACTERS, tidyLine } from './cell-text.ts';
import { emailKey, isEmail } from './keys.ts';
import { wordedSubject } from './questions.ts';
import { recognise } from './recognise.ts';
import type { RosterFormat } from './roster-file.ts';

/** How many title rows may stand above the header. */
export const MOST_TITLE_ROWS = 20;
/** A header is known by its first columns; there may be more than we read. */
const COLUMNS_LOOKED_AT = 200;

/** The first rows of a text under one delimiter, or of a sheet. */
export interface Opening {
  readonly delimiter: string;
  readonly rows: readonly (readonly string[])[];
}

/** Where the table begins in its text or sheet. */
export interface Layout {
  readonly format: RosterFormat;
  readonly delimiter: string;
  /** Null: the rows begin at once, and the columns have no names. */
  readonly headerRow: number | null;
}

/** The header of a format that we know, under the delimiter that shows it. */
export function findKnown(openings: readonly Opening[]): Layout | undefined {
  for (const { delimiter, rows } of openings)
    for (const [headerRow, row] of rows.entries()) {
      const format = recognise(header(row));
      if (format !== undefined) return { format, delimiter, headerRow };
    }
  return undefined;
}

/** Where a table of any other origin begins: at a row with words for a name or an address, else where rows are alike. */
export function findAny(openings: readonly Opening[]): Layout | undefined {
  return findWorded(openings) ?? findAlike(openings);
}

function findWorded(openings: readonly Opening[]): Layout | undefined {
  let best: (Layout & { readonly known: number; readonly width: number }) | undefined;
  for (const { delimiter, rows } of openings)
    for (const [headerRow, cells] of rows.entries()) {
      const row = header(cells);
      const subjects = row.flatMap((text) => wordedSubject(text, 'both') ?? []);
      const identifies = subjects.some((subject) => ['name', 'firstName', 'email', 'badge'].includes(subject));
      if (!identifies || row.some(isAddress)) continue;
      const [known, width] = [subjects.length, row.length];
      if (best === undefined || known > best.known || (known === best.known && width > best.width))
        best = { format: 'other', delimiter, headerRow, known, width };
    }
  return best && { format: best.format, delimiter: best.delimiter, headerRow: best.headerRow };
}

/** Rows of one width, two columns at least: the delimiter that makes the most of them, the widest where that is even. */
function findAlike(openings: readonly Opening[]): Layout | undefined {
  let best: { readonly opening: Opening; readonly width: number; readonly often: number } | undefined;
  for (const opening of openings) {
    const widths = opening.rows.map(widthOf).filter((width) => width > 1);
    for (const width of new Set(widths)) {
      const often = widths.filter((other) => other === width).length;
      if (often > 1 && (best === undefined || often > best.often || (often === best.often && width > best.width)))
        best = { opening, width, often };
    }
  }
  if (best === undefined) return undefined;
  const { opening, width } = best;
  const first = opening.rows.findIndex((row) => widthOf(row) === width);
  if (first < 0) return undefined;
  const headerRow = opening.rows[first]?.some(isAddress) ? null : first;
  return { format: 'other', delimiter: opening.delimiter, headerRow };
}

/** A comma at the end of a line of prose makes no second column: two cells must hold something. */
const widthOf = (row: readonly string[]): number => (row.filter((cell) => !isBlank(cell)).length > 1 ? row.length : 0);

const isAddress = (cell: string): boolean => isEmail(emailKey(cell.slice(0, 300)));

const header = (row: readonly string[]): string[] => headerOf(row.slice(0, COLUMNS_LOOKED_AT));

/** Tidy column names without the empty ones that spreadsheets leave on the right. */
export function headerOf(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => !isBlank(cell));
  return cells.slice(0, last + 1).map((cell) => tidyLine(cell.slice(0, MOST_CHARACTERS)));
}
