import { isBlank, tidyLine } from './cell-text.ts';
import { emailKey, isEmail } from './keys.ts';
import type { SheetRecord } from './records.ts';
import { roleIn } from './role-words.ts';
import { standingOf } from './standing.ts';
import type { Subject } from './subject.ts';

/** So many of the answered cells must look alike before we guess by them. */
const MOST_OF_THEM = 0.8;
const ROWS_LOOKED_AT = 200;
const STATUS = /^(?:attending|going|yes|confirmed|registered|approved|booked|not (?:attending|going)|no)$/iu;
const HUMAN_NAME = /^\p{L}[\p{L}\p{M}'’.-]*(?: \p{L}[\p{L}\p{M}'’.-]*){1,4}$/u;

const cellsOf = (column: number, records: readonly SheetRecord[]): string[] =>
  records
    .slice(0, ROWS_LOOKED_AT)
    .map((record) => record.cells[column] ?? '')
    .filter((cell) => !isBlank(cell))
    .map((cell) => tidyLine(cell.slice(0, 200)));

const mostly = (cells: readonly string[], looks: (cell: string) => boolean): boolean =>
  cells.length > 0 && cells.filter(looks).length >= MOST_OF_THEM * cells.length;

/** Whether most answers of a column are addresses. */
export const holdsAddresses = (column: number, records: readonly SheetRecord[]): boolean =>
  mostly(cellsOf(column, records), (cell) => isEmail(emailKey(cell)));

/** Whether a column has at least one address. */
export const hasAnAddress = (column: number, records: readonly SheetRecord[]): boolean =>
  records.some((record) => isEmail(emailKey(record.cells[column] ?? '')));

/** Whether a column says per row who is a student and who is a mentor: both must be there. */
export function splitsRoles(column: number, records: readonly SheetRecord[]): boolean {
  const roles = records.map((record) => roleIn(tidyLine((record.cells[column] ?? '').slice(0, 200))));
  const answered = records.filter((record) => !isBlank(record.cells[column] ?? '')).length;
  const named = roles.filter((role) => role !== undefined).length;
  return roles.includes('student') && roles.includes('mentor') && named >= MOST_OF_THEM * answered;
}

/** What a column of a file that nobody told us about seems to hold. */
export function seemsAbout(column: number, records: readonly SheetRecord[]): Subject {
  const cells = cellsOf(column, records);
  if (mostly(cells, (cell) => isEmail(emailKey(cell)))) return 'email';
  const distinct = new Set(cells).size;
  const saysStanding = (cell: string): boolean =>
    STATUS.test(cell) ||
    standingOf({ statuses: cell.length <= 30 ? [cell] : [], handwritten: [], checkedIn: false }) !== 'active';
  if (
    distinct > 1 &&
    distinct <= 6 &&
    mostly(cells, saysStanding) &&
    !cells.every((cell) => /^(?:yes|no)$/iu.test(cell))
  )
    return 'status';
  // names differ from row to row; a course or a town does not
  return distinct >= MOST_OF_THEM * cells.length && mostly(cells, (cell) => HUMAN_NAME.test(cell)) ? 'name' : 'other';
}
