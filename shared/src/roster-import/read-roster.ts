import type { AttendeeRole } from '../event/roster.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { ok, type Result } from '../kernel/result.ts';
import { decode } from './decode.ts';
import { dedupe } from './dedupe.ts';
import { fieldsOf, mapColumns, mapRecord } from './map-columns.ts';
import { roleByQuestions } from './questions.ts';
import { recognise } from './recognise.ts';
import { readRecords } from './records.ts';
import type { RosterFile } from './roster-file.ts';

export { compareWithRoster, type RosterComparison } from './compare.ts';
export type * from './roster-file.ts';
export { type RowReason, reasonInEnglish } from './row-reason.ts';

/**
 * Reads an exported file of students or mentors. Stores nothing and never throws: what cannot be used is in the rows.
 * @param bytes the file as uploaded; its name and its extension do not matter
 * @param options.role whom the organiser says the file is about; without it the questions decide
 * @returns the people and the fate of every row, or `file-unreadable`, `file-not-recognised` or `too-large`
 */
export function readRoster(
  bytes: Uint8Array,
  options: { readonly role?: AttendeeRole } = {},
): Result<RosterFile, Refusal> {
  const text = decode(bytes);
  if (!text.ok) return text;
  const sheet = readRecords(text.value, recognise);
  if (!sheet.ok) return sheet;
  const { kind: format, header, records } = sheet.value;
  const role = options.role ?? roleByQuestions(header);
  const columns = mapColumns(format, role, header, records);
  const found = dedupe(records.map((record) => mapRecord(record, columns)));
  return ok({ format, role, header, fields: fieldsOf(columns), ...found });
}
