import { MOST_COLUMNS, MOST_SHEET_ROWS } from '@lapwing/shared/roster-import/records';

/** One more than we read: a table that reaches it is too wide, and is told so. */
const LAST_COLUMN = MOST_COLUMNS + 1;
const ROW_OR_CELL = /<(?:(\w+):)?(row|c)(?=[\s/>])([^>]*)>/gu;
const VALUE = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</u;
const TEXT = /<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</gu;
const READING_AID = /<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/gu;
const ATTRIBUTE = { r: attribute('r'), t: attribute('t'), s: attribute('s') };

function attribute(name: string): (text: string) => string | undefined {
  const pattern = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u');
  return (text) => {
    const found = pattern.exec(text);
    return found?.[1] ?? found?.[2];
  };
}

/**
 * A sheet with its values alone, written anew: a reader that makes a place for every cell up to the last would need one
 * for each of the 17 billion cells of a sheet whose last corner is filled. What stands beyond what we read is moved into
 * the first row or column that is too many, so that the file is refused for it. Formulas go; their results stay.
 * @returns undefined where an element is never closed
 */
export function thinSheet(xml: string): string | undefined {
  const out: string[] = ['<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'];
  let row = 0;
  let column = 0;
  let rowOpen = false;
  const openRow = (): void => {
    if (!rowOpen) out.push(`<row r="${row}">`);
    rowOpen = true;
  };
  const closeRow = (): void => {
    if (rowOpen) out.push('</row>');
    rowOpen = false;
  };
  ROW_OR_CELL.lastIndex = 0;
  for (let tag = ROW_OR_CELL.exec(xml); tag !== null; tag = ROW_OR_CELL.exec(xml)) {
    const [, prefix, kind, attributes = ''] = tag;
    if (kind === 'row') {
      closeRow();
      if (row === MOST_SHEET_ROWS) break;
      row = Math.min(MOST_SHEET_ROWS, Math.max(row + 1, Number(ATTRIBUTE.r(attributes) ?? 0) || 0));
      column = 0;
      continue;
    }
    const next = Math.max(column + 1, columnNumber(ATTRIBUTE.r(attributes) ?? ''));
    if (attributes.endsWith('/')) {
      column = next;
      continue;
    }
    const end = xml.indexOf(`</${prefix === undefined ? '' : `${prefix}:`}c>`, ROW_OR_CELL.lastIndex);
    if (end < 0) return undefined;
    const cell = cellIn(attributes, xml.slice(ROW_OR_CELL.lastIndex, end));
    ROW_OR_CELL.lastIndex = end;
    const place = Math.min(LAST_COLUMN, next);
    if (cell !== undefined && row > 0 && column < LAST_COLUMN) {
      openRow();
      out.push(`<c r="${letters(place)}${row}"${cell}</c>`);
    }
    column = cell === undefined ? Math.min(next, LAST_COLUMN - 1) : place;
  }
  closeRow();
  out.push('</sheetData></worksheet>');
  return out.join('');
}

/** The end of a cell's opening tag and its value; undefined for a cell without one, or with an error in it. */
function cellIn(attributes: string, body: string): string | undefined {
  const type = ATTRIBUTE.t(attributes) ?? 'n';
  if (type === 'inlineStr') {
    const text = [...body.replace(READING_AID, '').matchAll(TEXT)].map((found) => found[1]).join('');
    return text === '' ? undefined : ` t="str"><v>${text}</v>`;
  }
  const value = VALUE.exec(body)?.[1] ?? '';
  if (value === '' || !/^(?:n|s|str|b|d)$/u.test(type)) return undefined;
  const style = ATTRIBUTE.s(attributes) ?? '';
  return `${type === 'n' ? '' : ` t="${type}"`}${/^\d+$/u.test(style) ? ` s="${style}"` : ''}><v>${value}</v>`;
}

/** "AB12" → 28; 0 for what is no address. */
function columnNumber(address: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,4}(?=\d)/u.exec(address)?.[0] ?? '') column = 26 * column + letter.charCodeAt(0) - 64;
  return column;
}

function letters(column: number): string {
  const [first, last] = [Math.floor((column - 1) / 26), (column - 1) % 26];
  return `${first === 0 ? '' : String.fromCharCode(64 + first)}${String.fromCharCode(65 + last)}`;
}
