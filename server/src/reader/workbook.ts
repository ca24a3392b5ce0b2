import type { Refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { unreadable } from '@lapwing/shared/roster-import/decode';
import type { GridSheet } from '@lapwing/shared/roster-import/records';
import readXlsxFile, { type CellValue } from 'read-excel-file/node';
import { thinSheet } from './thin-sheet.ts';
import { entriesOf, packStored, unpack } from './zip.ts';

/** Parts in which the text of a workbook stands; macros, pictures and links to other files are never unpacked. */
const WANTED =
  /^(?:xl\/(?:_rels\/)?[^/]+\.xml(?:\.rels)?|xl\/worksheets\/[^/]+\.xml|\[Content_Types\]\.xml|_rels\/\.rels)$/u;
/** A workbook has no use for these; they are how XML unfolds or fetches what is not in the file. */
const DECLARATIONS = /<!(?:DOCTYPE|ENTITY)/iu;

/** The sheets of a workbook, every cell as text. Nothing in it is run, followed or unpacked beyond the limits. */
export async function readSheets(bytes: Buffer): Promise<Result<GridSheet[], Refusal>> {
  const entries = entriesOf(bytes);
  if (!entries.ok) return entries;
  const parts = new Map<string, Buffer>();
  for (const entry of entries.value.filter(({ name }) => WANTED.test(name))) {
    const part = unpack(bytes, entry);
    if (!part.ok) return part;
    const xml = textOf(part.value);
    const safe = DECLARATIONS.test(xml) ? undefined : entry.name.startsWith('xl/worksheets/') ? thinSheet(xml) : xml;
    if (safe === undefined) return refused(unreadable('damaged'));
    parts.set(entry.name, Buffer.from(safe));
  }
  try {
    const sheets = await readXlsxFile(packStored(parts), { parseNumber: plainNumber, trim: false });
    return ok(sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) })));
  } catch {
    return refused(unreadable('damaged'));
  }
}

/** Some programmes write their parts in UTF-16. */
function textOf(part: Buffer): string {
  if (part[0] === 0xff && part[1] === 0xfe) return part.toString('utf16le', 2);
  return part.toString('utf8');
}

/** "1.1230000491E10" → "11230000491": an order number must not lose its digits. */
function plainNumber(text: string): string {
  const value = Number(text);
  return Number.isFinite(value) && /e/iu.test(text) ? value.toLocaleString('en-GB', { useGrouping: false }) : text;
}

function cellText(cell: CellValue<string> | Date | null): string {
  if (cell === null) return '';
  if (cell instanceof Date) return dateText(cell);
  return typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : String(cell);
}

/** A workbook's dates know no time zone; they are read as if they were UTC. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  return date
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d{3}Z$/u, '')
    .replace(/ 00:00:00$/u, '');
}
