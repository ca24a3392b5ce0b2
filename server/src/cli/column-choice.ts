import type { ColumnChoice } from '@lapwing/shared/roster-import/read-roster';
import { type Column, isSubject, SUBJECTS, type Subject } from '@lapwing/shared/roster-import/subject';

/** What `--map` says of one column: by its heading, or by its number from 1. */
export interface Mapping {
  readonly column: string;
  readonly subject: Subject;
}

/** The mappings of a command line, or a sentence about the first that is none. */
export function mappingsOf(options: readonly string[]): Mapping[] | string {
  const mappings: Mapping[] = [];
  for (const option of options) {
    const at = option.lastIndexOf('=');
    const [column, subject] = [option.slice(0, at).trim(), option.slice(at + 1).trim()];
    if (at < 1) return `--map is "${option}"; write it as "COLUMN=WHAT".`;
    if (!isSubject(subject)) return `--map knows no "${subject}"; use one of ${SUBJECTS.join(', ')}.`;
    mappings.push({ column, subject });
  }
  return mappings;
}

/** The guess with the mappings in its place; a sentence about the first that names no column. */
export function chosenColumns(columns: readonly Column[], mappings: readonly Mapping[]): ColumnChoice | string {
  const subjects = columns.map(({ subject }) => subject);
  for (const { column, subject } of mappings) {
    const byName = columns.findIndex(({ header }) => header.toLowerCase() === column.toLowerCase());
    const index = byName >= 0 ? byName : /^\d+$/u.test(column) ? Number(column) - 1 : -1;
    if (index < 0 || index >= columns.length)
      return `--map names no column "${column}"; the file has ${columns.map(({ header }) => `"${header}"`).join(', ')}.`;
    subjects[index] = subject;
  }
  return { subjects };
}
