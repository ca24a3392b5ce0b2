import { readFileSync } from 'node:fs';
import type { Refusal } from '../../../shared/src/kernel/refusal.ts';
import type { Result } from '../../../shared/src/kernel/result.ts';
import { type RosterFile, readRoster } from '../../../shared/src/roster-import/read-roster.ts';

/** The bytes of one of our sample exports. */
export const sample = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../samples/${name}`, import.meta.url)));

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** Rows as a spreadsheet writes them. */
export const csv = (rows: readonly (readonly string[])[], delimiter = ',', newline = '\r\n'): string =>
  rows.map((row) => row.map(quoted).join(delimiter) + newline).join('');

/** A small form of students: the header, and a row for each set of answers; a good name and address unless given. */
export function studentForm(
  answers: readonly Readonly<Record<string, string>>[],
  extra: readonly string[] = [],
): string {
  const header = ['Timestamp', 'Email Address', 'What is your full name?', 'Which course are you on?', ...extra];
  const rows = answers.map((answer, index) => {
    const given = new Map([
      ['Email Address', `p${index}@x.example`],
      ['What is your full name?', `P ${index}`],
      ...Object.entries(answer),
    ]);
    return header.map((column) => given.get(column) ?? '');
  });
  return csv([header, ...rows]);
}

/** The value of a result that must be fine. */
export function accepted<Value>(result: Result<Value, Refusal>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** The refusal of a result that must not be fine. */
export function refusalOf(result: Result<unknown, Refusal>): Refusal {
  if (result.ok) throw new Error('accepted');
  return result.refusal;
}

export const rosterOf = (text: string): RosterFile => accepted(readRoster(bytesOf(text)));
