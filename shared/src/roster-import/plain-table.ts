/// <reference path="./papaparse.d.ts" />
import Papa from 'papaparse';
import { type Refusal, refusal } from '../kernel/refusal.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { decode } from './decode.ts';

/** A file whose first row says what the columns are. */
export interface PlainTable {
  readonly header: readonly string[];
  /** Rows below the header that hold anything, with their number in the file, from 2. */
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
}

const DELIMITERS = [',', ';', '\t'] as const;
/** What a table of this kind may hold. */
export const MOST_PLAIN_ROWS = 5_000;
const MOST_COLUMNS = 60;

/** Takes a table of text apart: commas, semicolons or tabs, whichever the first row has most of. */
export function readPlainTable(bytes: Uint8Array): Result<PlainTable, Refusal> {
  const text = decode(bytes);
  if (!text.ok) return text;
  const body = text.value.replace(/\r\n?/gu, '\n');
  const first = body.slice(0, body.indexOf('\n') + 1 || body.length);
  const delimiter = [...DELIMITERS].sort((one, other) => first.split(other).length - first.split(one).length)[0] ?? ',';
  const { data } = Papa.parse(body, { delimiter, newline: '\n', preview: 2 * MOST_PLAIN_ROWS });
  const [header = [], ...records] = data as readonly (readonly string[])[];
  if (header.length > MOST_COLUMNS) return refused(refusal('too-large', { what: 'columns', most: MOST_COLUMNS }));
  const rows = records
    .map((cells, index) => ({ number: index + 2, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows.length > MOST_PLAIN_ROWS) return refused(refusal('too-large', { what: 'rows', most: MOST_PLAIN_ROWS }));
  return ok({ header: header.map((cell) => cell.trim()), rows });
}
