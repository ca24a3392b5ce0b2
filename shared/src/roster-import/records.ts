/// <reference path="./papaparse.d.ts" />
import Papa from 'papaparse';
import { type Refusal, refusal } from '../kernel/refusal.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { excerpt, isBlank, MOST_CHARACTERS, tidyLine } from './cell-text.ts';
import { unreadable } from './decode.ts';

export const MOST_ROWS = 5_000;
export const MOST_COLUMNS = 60;
/** How many title rows may stand above the header. */
const MOST_TITLE_ROWS = 20;
/** The header is looked for in so much of the text. */
const OPENING = 65_536;
const DELIMITERS = [',', ';', '\t'] as const;

/** One row below the header. */
export interface SheetRecord {
  /** Counted from 1; blank records are counted although they are left out. */
  readonly number: number;
  readonly cells: readonly string[];
  /** A quotation mark inside it is out of place, so that the cells cannot be trusted. */
  readonly broken: boolean;
}

/** A file as a table. */
export interface Sheet<Kind> {
  /** What the header was known as. */
  readonly kind: Kind;
  readonly header: readonly string[];
  readonly records: readonly SheetRecord[];
}

interface Layout<Kind> {
  readonly kind: Kind;
  readonly delimiter: string;
  readonly headerRow: number;
}

/** Knows a header by its column names; undefined where a row is no header. */
export type KindOf<Kind> = (row: readonly string[]) => Kind | undefined;

/**
 * Takes comma-, semicolon- or tab-separated text apart. The delimiter and the header row are those under which
 * `kindOf` knows the columns, so commas in a question and title rows above the header do no harm.
 * @returns `file-not-recognised` (details: columns) if no row is a header, `too-large` (details: what, most) beyond 5,000
 * rows or 60 columns, `file-unreadable` if a quotation mark is opened and never closed
 */
export function readRecords<Kind extends string>(text: string, kindOf: KindOf<Kind>): Result<Sheet<Kind>, Refusal> {
  const { body, declared } = withoutSeparatorLine(text.replace(/\r\n?/gu, '\n'));
  const opening = openingsOf(body, declared);
  const layout = findLayout(opening, kindOf);
  if (layout === undefined) return refused(refusal('file-not-recognised', { columns: likeliestColumns(opening) }));

  // as many blank records may stand between the rows; a file cut short here has too many of either
  const most = layout.headerRow + 1 + 2 * MOST_ROWS;
  const parsed = Papa.parse(body, { delimiter: layout.delimiter, newline: '\n', preview: most });
  const header = headerOf(parsed.data[layout.headerRow] ?? []);
  if (header.length > MOST_COLUMNS) return refused(refusal('too-large', { what: 'columns', most: MOST_COLUMNS }));

  const unclosed = parsed.errors.find((trouble) => trouble.code === 'MissingQuotes');
  if (unclosed !== undefined)
    return refused(unreadable('unclosed-quote', { record: (unclosed.row ?? 0) - layout.headerRow }));
  const broken = new Set(parsed.errors.map((trouble) => trouble.row));
  const records = parsed.data
    .map((cells, row) => ({ number: row - layout.headerRow, cells, broken: broken.has(row) }))
    .filter((record) => record.number > 0 && !record.cells.every(isBlank));
  if (parsed.meta.truncated || records.length > MOST_ROWS)
    return refused(refusal('too-large', { what: 'rows', most: MOST_ROWS }));
  return ok({ kind: layout.kind, header, records });
}

/** Spreadsheets write `sep=;` above a table; it is no row of it. */
function withoutSeparatorLine(text: string): { readonly body: string; readonly declared: string | undefined } {
  const line = /^\s*"?sep=([,;\t])"?[,;\t]*\n/iu.exec(text);
  return line === null ? { body: text, declared: undefined } : { body: text.slice(line[0].length), declared: line[1] };
}

interface Opening {
  readonly delimiter: string;
  readonly rows: readonly (readonly string[])[];
}

function openingsOf(body: string, declared: string | undefined): Opening[] {
  const start = body.slice(0, OPENING);
  return (declared === undefined ? DELIMITERS : [declared]).map((delimiter) => ({
    delimiter,
    rows: Papa.parse(start, { delimiter, newline: '\n', preview: MOST_TITLE_ROWS + 1 }).data.map(headerOf),
  }));
}

function findLayout<Kind extends string>(openings: readonly Opening[], kindOf: KindOf<Kind>): Layout<Kind> | undefined {
  for (const { delimiter, rows } of openings)
    for (const [headerRow, row] of rows.entries()) {
      const kind = kindOf(row);
      if (kind !== undefined) return { kind, delimiter, headerRow };
    }
  return undefined;
}

/** The longest row of the opening, for telling the organiser what we saw. */
function likeliestColumns(openings: readonly Opening[]): string[] {
  let longest: readonly string[] = [];
  for (const row of openings.flatMap((opening) => opening.rows)) if (row.length > longest.length) longest = row;
  return longest.slice(0, MOST_COLUMNS).map(excerpt);
}

/** Tidy column names without the empty ones that spreadsheets leave on the right. */
function headerOf(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => !isBlank(cell));
  return cells.slice(0, last + 1).map((cell) => tidyLine(cell.slice(0, MOST_CHARACTERS)));
}
