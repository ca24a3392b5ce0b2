/// <reference path="./papaparse.d.ts" />
import Papa from 'papaparse';
import { type Refusal, refusal } from '../kernel/refusal.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { excerpt, isBlank } from './cell-text.ts';
import { unreadable } from './decode.ts';
import { findAny, findKnown, headerOf, type Layout, MOST_TITLE_ROWS, type Opening } from './find-table.ts';
import type { RosterFormat } from './roster-file.ts';

export const MOST_ROWS = 5_000;
export const MOST_COLUMNS = 60;
/** Rows of a sheet that are looked at: as many blank ones may stand between the records. */
export const MOST_SHEET_ROWS = MOST_TITLE_ROWS + 1 + 2 * MOST_ROWS;
/** The header is looked for in so much of the text. */
const OPENING = 65_536;
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** One row below the header. */
export interface SheetRecord {
  /** Counted from 1; blank records are counted although they are left out. */
  readonly number: number;
  readonly cells: readonly string[];
  /** A quotation mark inside it is out of place, so that the cells cannot be trusted. */
  readonly broken: boolean;
}

/** A file as a table. */
export interface Sheet {
  readonly format: RosterFormat;
  readonly header: readonly string[];
  readonly records: readonly SheetRecord[];
}

/** A sheet of a workbook, every cell as text. */
export interface GridSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/**
 * Takes text apart at its commas, semicolons, tabs or bars. The delimiter and the header row are those under which we
 * know the columns, so commas in a question and title rows above the header do no harm.
 * @returns `file-not-recognised` (details: columns) if it is no table, `too-large` (details: what, most) beyond 5,000
 * rows or 60 columns, `file-unreadable` if a quotation mark is opened and never closed
 */
export function readRecords(text: string): Result<Sheet, Refusal> {
  const { body, declared } = withoutSeparatorLine(text.replace(/\r\n?/gu, '\n'));
  const openings = openingsOf(body, declared);
  const layout = findKnown(openings) ?? findAny(openings);
  if (layout === undefined) return noTable(openings);
  const header = headerIn(openings.find((opening) => opening.delimiter === layout.delimiter)?.rows ?? [], layout);
  if (header.length > MOST_COLUMNS) return tooLarge('columns', MOST_COLUMNS);

  // as many blank records may stand between the rows; a file cut short here has too many of either
  const above = layout.headerRow === null ? 0 : layout.headerRow + 1;
  const parsed = Papa.parse(body, { delimiter: layout.delimiter, newline: '\n', preview: above + 2 * MOST_ROWS });
  const unclosed = parsed.errors.find((trouble) => trouble.code === 'MissingQuotes');
  if (unclosed !== undefined) return refused(unreadable('unclosed-quote', { record: (unclosed.row ?? 0) + 1 - above }));
  const broken = new Set(parsed.errors.map((trouble) => trouble.row));
  return sheetOf({ ...layout, header: headerIn(parsed.data, layout) }, parsed.data, broken, parsed.meta.truncated);
}

/** As `readRecords`, for the sheets of a workbook. */
export function readGrids(
  sheets: readonly GridSheet[],
): Result<{ readonly table: Sheet; readonly sheet: string }, Refusal> {
  const openings = sheets.map(({ rows }): Opening => ({ delimiter: '', rows: rows.slice(0, MOST_TITLE_ROWS + 1) }));
  for (const find of [findKnown, findAny])
    for (const [index, opening] of openings.entries()) {
      const layout = find([opening]);
      const sheet = sheets[index];
      if (layout === undefined || sheet === undefined) continue;
      const header = headerIn(sheet.rows, layout);
      const table = sheetOf({ ...layout, header }, sheet.rows, new Set(), sheet.rows.length >= MOST_SHEET_ROWS);
      return table.ok ? ok({ table: table.value, sheet: sheet.name }) : table;
    }
  return noTable(openings);
}

function headerIn(rows: readonly (readonly string[])[], { headerRow }: Layout): string[] {
  if (headerRow !== null) return headerOf(rows[headerRow] ?? []);
  const widest = Math.max(0, ...rows.slice(0, MOST_TITLE_ROWS).map((row) => headerOf(row).length));
  return Array.from({ length: widest }, (_, column) => `Column ${column + 1}`);
}

function sheetOf(
  { format, headerRow, header: named }: Layout & { readonly header: readonly string[] },
  rows: readonly (readonly string[])[],
  broken: ReadonlySet<number | undefined>,
  truncated: boolean,
): Result<Sheet, Refusal> {
  const records = rows
    .map((cells, row) => ({ number: row - (headerRow ?? -1), cells, broken: broken.has(row) }))
    .filter((record) => record.number > 0 && !record.cells.every(isBlank));
  if (truncated || records.length > MOST_ROWS) return tooLarge('rows', MOST_ROWS);
  const header = withNameless(named, headerRow === null ? 0 : (rows[headerRow]?.length ?? 0), records);
  return header.length > MOST_COLUMNS ? tooLarge('columns', MOST_COLUMNS) : ok({ format, header, records });
}

/** Columns at the right that somebody filled and gave no heading are columns too, as far as the header row reaches. */
function withNameless(named: readonly string[], reach: number, records: readonly SheetRecord[]): readonly string[] {
  let width = named.length;
  for (const { cells } of records)
    for (let column = Math.min(reach, cells.length) - 1; column >= width; column--)
      if (!isBlank(cells[column] ?? '')) width = column + 1;
  return [...named, ...Array.from({ length: width - named.length }, () => '')];
}

const tooLarge = (what: 'rows' | 'columns', most: number) => refused(refusal('too-large', { what, most }));

/** Too wide to be looked at, or prose. */
function noTable(openings: readonly Opening[]): Result<never, Refusal> {
  const widest = Math.max(0, ...openings.flatMap(({ rows }) => rows.map((row) => headerOf(row).length)));
  if (widest > MOST_COLUMNS) return tooLarge('columns', MOST_COLUMNS);
  return refused(refusal('file-not-recognised', { columns: likeliestColumns(openings) }));
}

/** Spreadsheets write `sep=;` above a table; it is no row of it. */
function withoutSeparatorLine(text: string): { readonly body: string; readonly declared: string | undefined } {
  const line = /^\s*"?sep=([,;\t|])"?[,;\t|]*\n/iu.exec(text);
  return line === null ? { body: text, declared: undefined } : { body: text.slice(line[0].length), declared: line[1] };
}

function openingsOf(body: string, declared: string | undefined): Opening[] {
  const start = body.slice(0, OPENING);
  return (declared === undefined ? DELIMITERS : [declared]).map((delimiter) => ({
    delimiter,
    rows: Papa.parse(start, { delimiter, newline: '\n', preview: MOST_TITLE_ROWS + 1 }).data,
  }));
}

/** The longest row of the opening, for telling the organiser what we saw. */
function likeliestColumns(openings: readonly Opening[]): string[] {
  let longest: readonly string[] = [];
  for (const row of openings.flatMap((opening) => opening.rows.map(headerOf)))
    if (row.length > longest.length) longest = row;
  return longest.slice(0, MOST_COLUMNS).map(excerpt);
}
