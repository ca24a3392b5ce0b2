import type { AttendeeRole } from '../event/roster.ts';
import type { Instant } from '../kernel/time.ts';
import { hasAnAddress, holdsAddresses, seemsAbout, splitsRoles } from './by-cells.ts';
import { excerpt, isBlank } from './cell-text.ts';
import { type Asked, plainHeader, wordedSubject } from './questions.ts';
import { subjectInFormat } from './recognise.ts';
import type { SheetRecord } from './records.ts';
import type { RosterFormat } from './roster-file.ts';
import { type Joint, jointOf } from './split-list.ts';
import type { Column, Subject } from './subject.ts';

/** Which columns of a file are about what. */
export interface Columns {
  /** Of every row, unless a column says it per row. */
  readonly role: AttendeeRole;
  readonly header: readonly string[];
  readonly about: ReadonlyMap<Subject, readonly number[]>;
  readonly joints: { readonly industries: Joint; readonly roles: Joint };
  /** When consents of the file count as given; null where nobody asked for them. */
  readonly at: Instant | null;
}

/** A file as far as guessing needs it. */
export interface Table {
  readonly format: RosterFormat;
  readonly header: readonly string[];
  readonly records: readonly SheetRecord[];
}

/** Headers of columns that may say who is a student and who a mentor, if their cells do. */
const MAY_SPLIT = /ticket|type|\brole|categor|group|^i am\b|\bkind\b|\bas\b/u;

/** Guesses what each column is about: by the words of its header, then by its cells. */
export function guessSubjects(table: Table, role: AttendeeRole): Subject[] {
  const { header, records } = table;
  const split = header.findIndex((text, column) => MAY_SPLIT.test(plainHeader(text)) && splitsRoles(column, records));
  const worded = header.map((text, column): Subject | undefined => {
    const special = subjectInFormat(table.format, header, column);
    if (special !== undefined) return special;
    return column === split ? 'role' : wordedSubject(text, askedOf(header, role, split));
  });
  return withoutMisreadings(header, guessByCells(table, worded));
}

function askedOf(header: readonly string[], role: AttendeeRole, split: number): Asked {
  return split >= 0 || header.some((text) => wordedSubject(text, role) === 'role') ? 'both' : role;
}

function guessByCells({ format, records }: Table, worded: readonly (Subject | undefined)[]): Subject[] {
  const has = (...subjects: Subject[]): boolean =>
    worded.some((subject) => subject !== undefined && subjects.includes(subject));
  const addressKnown = worded.some((subject, column) => subject === 'email' && hasAnAddress(column, records));
  let nameKnown = has('name', 'firstName', 'lastName', 'badge');
  let statusKnown = has('status');
  return worded.map((subject, column): Subject => {
    if (subject !== undefined) return subject;
    if (!addressKnown && holdsAddresses(column, records)) return 'email';
    if (format !== 'other') return 'other';
    const guess = seemsAbout(column, records);
    if (guess === 'name' && !nameKnown) nameKnown = true;
    else if (guess === 'status' && !statusKnown) statusKnown = true;
    else return 'other';
    return guess;
  });
}

/** "Name" beside "Surname" is a first name, and "Nom" beside "Prénom" a last one. */
function withoutMisreadings(header: readonly string[], subjects: readonly Subject[]): Subject[] {
  const has = (subject: Subject): boolean => subjects.includes(subject);
  return subjects.map((subject, column) => {
    if (subject !== 'name') return subject;
    const plain = plainHeader(header[column] ?? '');
    if (has('lastName') && !has('firstName') && /^(?:name|nombre|nome|имя|ім'я)$/u.test(plain)) return 'firstName';
    return has('firstName') && !has('lastName') && /^(?:nom|name|姓名)$/u.test(plain) && plain !== 'name'
      ? 'lastName'
      : subject;
  });
}

/** Puts the columns together that are about the same thing, and finds out how ticked boxes are joined. */
export function columnsOf(
  { header, records }: Table,
  role: AttendeeRole,
  subjects: readonly Subject[],
  at: Instant | null,
): Columns {
  const about = new Map<Subject, number[]>();
  for (const [column, subject] of subjects.entries()) about.set(subject, [...(about.get(subject) ?? []), column]);
  const jointIn = (subject: Subject): Joint => {
    const column = about.get(subject)?.[0];
    return column === undefined ? ',' : jointOf(records.map((record) => record.cells[column] ?? ''));
  };
  return { role, header, about, joints: { industries: jointIn('industries'), roles: jointIn('roles') }, at };
}

const EXAMPLES = 3;

/** The columns with what they are about and a few of their cells, for somebody to check. */
export function columnsToShow({ header, records }: Table, subjects: readonly Subject[]): Column[] {
  return header.map((text, column) => {
    const examples = new Set<string>();
    for (const { cells } of records) {
      if (examples.size === EXAMPLES) break;
      const cell = cells[column] ?? '';
      if (!isBlank(cell)) examples.add(excerpt(cell));
    }
    return { header: text, subject: subjects[column] ?? 'other', examples: [...examples] };
  });
}
