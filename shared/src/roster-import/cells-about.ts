import { excerpt, isBlank } from './cell-text.ts';
import type { Columns } from './columns.ts';
import type { SheetRecord } from './records.ts';
import type { RowReason } from './row-reason.ts';
import type { Subject } from './subject.ts';

/** Why a row is invalid, and the cell that made it so. */
export interface Problem {
  readonly reason: RowReason;
  readonly field?: string;
  readonly value?: string;
}

/** All answers to questions about the same thing, in the order of the columns. */
export const cellsAbout = (subject: Subject, row: SheetRecord, columns: Columns): string[] =>
  (columns.about.get(subject) ?? []).map((index) => row.cells[index] ?? '');

/** The first answer given to questions about the same thing. */
export const cellAbout = (subject: Subject, row: SheetRecord, columns: Columns): string =>
  cellsAbout(subject, row, columns).find((cell) => !isBlank(cell)) ?? '';

/** A problem with the first column about `subject`, and what stands there. */
export function problemAt(reason: RowReason, subject: Subject, row: SheetRecord, columns: Columns): Problem {
  const index = columns.about.get(subject)?.[0];
  const value = excerpt(index === undefined ? '' : (row.cells[index] ?? ''));
  return { reason, ...fieldAt(index, columns), ...(value === '' ? {} : { value }) };
}

/** The header over a cell, for a problem that names it. */
export const fieldAt = (index: number | undefined, columns: Columns): { readonly field?: string } =>
  index === undefined ? {} : { field: columns.header[index] ?? '' };
