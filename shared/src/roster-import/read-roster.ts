import type { AttendeeRole } from '../event/roster.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Instant } from '../kernel/time.ts';
import { columnsOf, columnsToShow, guessSubjects, type Table } from './columns.ts';
import { decode } from './decode.ts';
import { dedupe } from './dedupe.ts';
import { fieldsAsked, rolesIn } from './fields-asked.ts';
import { mapRecord } from './map-record.ts';
import { roleByQuestions } from './questions.ts';
import { type GridSheet, readGrids, readRecords } from './records.ts';
import type { RosterFile } from './roster-file.ts';
import type { Column, Subject } from './subject.ts';

export { compareWithRoster, type OnRoster, type RosterComparison } from './compare.ts';
export type * from './roster-file.ts';
export { type RowReason, reasonInEnglish } from './row-reason.ts';

/** What somebody decided about a file's columns instead of us. */
export interface ColumnChoice {
  /** One for each column; `other` for a column that the list does not reach. */
  readonly subjects: readonly Subject[];
  readonly role?: AttendeeRole | undefined;
}

export interface ReadOptions {
  /** Whom the organiser says the file is about; without it the choice of columns decides, then the questions. */
  readonly role?: AttendeeRole | undefined;
  /** When consents in the file count as given; without it none is taken over. */
  readonly at?: Instant | undefined;
  /** Asked once the header is known; undefined: as guessed. */
  readonly choose?: ((guessed: readonly Column[]) => ColumnChoice | undefined) | undefined;
  /** Hears from time to time how many of how many rows are read. */
  readonly progress?: ((rows: number, of: number) => void) | undefined;
}

/**
 * Reads an exported file of students or mentors. Stores nothing and never throws: what cannot be used is in the rows.
 * @param bytes the file as uploaded; its name and its extension do not matter
 * @returns the people and the fate of every row, or `file-unreadable`, `file-not-recognised` or `too-large`
 */
export function readRoster(bytes: Uint8Array, options: ReadOptions = {}): Result<RosterFile, Refusal> {
  const text = decode(bytes);
  if (!text.ok) return text;
  const table = readRecords(text.value);
  return table.ok ? ok(rosterIn(table.value, '', options)) : table;
}

/** As `readRoster`, for the sheets of a workbook: the first with a header that we know, else the first that is a table. */
export function readWorkbook(sheets: readonly GridSheet[], options: ReadOptions = {}): Result<RosterFile, Refusal> {
  const found = readGrids(sheets);
  return found.ok ? ok(rosterIn(found.value.table, found.value.sheet, options)) : found;
}

const ROWS_BETWEEN_PROGRESS = 100;

function rosterIn(table: Table, sheet: string, options: ReadOptions): RosterFile {
  const { format, header, records } = table;
  const likely = options.role ?? roleByQuestions(header);
  const chosen = options.choose?.(columnsToShow(table, guessSubjects(table, likely)));
  const role = options.role ?? chosen?.role ?? likely;
  const subjects = header.map((_, column) => chosen?.subjects[column] ?? 'other');
  const used = chosen === undefined ? guessSubjects(table, role) : subjects;
  const columns = columnsOf(table, role, used, options.at ?? null);
  const found = dedupe(
    records.map((record, index) => {
      if (index % ROWS_BETWEEN_PROGRESS === 0) options.progress?.(index, records.length);
      return mapRecord(record, columns);
    }),
  );
  return {
    format,
    role,
    roles: rolesIn(columns),
    header,
    columns: columnsToShow(table, used),
    mappedBy: chosen === undefined ? 'guess' : 'choice',
    sheet,
    fields: fieldsAsked(columns),
    countsGuests: columns.about.has('guests') || columns.about.has('tickets'),
    ...found,
  };
}
