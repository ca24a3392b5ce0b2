import { EMPTY_REGISTRATION, NO_NEEDS } from '../event/registration.ts';
import { type AttendeeDetails, type AttendeeRole, EMPTY_CARD, type MentorCard } from '../event/roster.ts';
import { excerpt, isBlank, isOnlyAStroke, isTooLong, saysNothing, tidyLine, tidyText } from './cell-text.ts';
import { emailKey, isEmail, isName, nameKey } from './keys.ts';
import { type Subject, subjectOf } from './questions.ts';
import type { SheetRecord } from './records.ts';
import type { DetailField, RosterFormat } from './roster-file.ts';
import type { RowReason } from './row-reason.ts';
import { type Joint, jointOf, splitList } from './split-list.ts';
import { standingOf } from './standing.ts';

/** Which columns of a file are about what. */
export interface Columns {
  readonly format: RosterFormat;
  readonly role: AttendeeRole;
  readonly header: readonly string[];
  readonly about: ReadonlyMap<Subject, readonly number[]>;
  readonly joints: { readonly industries: Joint; readonly roles: Joint };
}

/** Why a row is invalid, and the cell that made it so. */
export interface Problem {
  readonly reason: RowReason;
  readonly field?: string;
  readonly value?: string;
}

/** One row, read. With a `problem` it is not a person, and `details` holds what could be read all the same. */
export interface MappedRow {
  readonly record: number;
  readonly details: AttendeeDetails;
  readonly emailKey: string;
  readonly nameKey: string;
  /** The account's number, where the export has one and no address. */
  readonly memberId: string;
  readonly under18: boolean;
  readonly problem?: Problem;
}

/** Finds out what each column is about, and how the columns of ticked boxes join them. */
export function mapColumns(
  format: RosterFormat,
  role: AttendeeRole,
  header: readonly string[],
  records: readonly SheetRecord[],
): Columns {
  const about = new Map<Subject, number[]>();
  for (const [index, text] of header.entries()) {
    const subject = subjectOf(text, role);
    about.set(subject, [...(about.get(subject) ?? []), index]);
  }
  const jointIn = (subject: Subject): Joint => {
    const index = about.get(subject)?.[0];
    return index === undefined ? ',' : jointOf(records.map((record) => record.cells[index] ?? ''));
  };
  return { format, role, header, about, joints: { industries: jointIn('industries'), roles: jointIn('roles') } };
}

const FIELD_OF: Partial<Readonly<Record<Subject, DetailField>>> = {
  email: 'email',
  course: 'course',
  yearOfStudy: 'yearOfStudy',
  industries: 'industries',
  question: 'question',
  access: 'access',
  diet: 'diet',
  availability: 'availability',
  jobTitle: 'card.jobTitle',
  company: 'card.company',
  industry: 'card.industry',
  roles: 'card.roles',
  topics: 'card.askMeAbout',
  allDay: 'card.allDay',
  how: 'card.howIGotHere',
  differently: 'card.wouldDoDifferently',
};

/** The fields that a file has columns for; a name and a standing every file gives. */
export function fieldsOf(columns: Columns): DetailField[] {
  const asked = [...columns.about.keys()].flatMap((subject) => FIELD_OF[subject] ?? []);
  return ['name', 'standing', ...asked];
}

/** Reads one record: what it says of a person, and what is wrong with it if anything. */
export function mapRecord(record: SheetRecord, columns: Columns): MappedRow {
  const long = tooLongCell(record, columns);
  const row =
    long === undefined ? record : { ...record, cells: record.cells.map((cell) => (isTooLong(cell) ? '' : cell)) };
  const name = nameIn(row, columns);
  const email = addressIn(row, columns);
  const memberId = tidyLine(cellAbout('memberId', row, columns));
  const problem = problemOf(row, columns, { name, email, memberId }, long);
  return {
    record: record.number,
    details: detailsOf(row, columns, name, isEmail(email) ? email : ''),
    emailKey: isEmail(email) ? email : '',
    nameKey: nameKey(name),
    memberId,
    under18: isUnder18(row, columns),
    ...(problem === undefined ? {} : { problem }),
  };
}

function detailsOf(row: SheetRecord, columns: Columns, name: string, email: string): AttendeeDetails {
  const line = (subject: Subject): string => tidyLine(cellAbout(subject, row, columns));
  const text = (subject: Subject): string => tidyText(cellAbout(subject, row, columns));
  const need = (subject: Subject): string => (saysNothing(text(subject)) ? '' : text(subject));
  const answer = (subject: Subject): string => (isOnlyAStroke(text(subject)) ? '' : text(subject));
  const card: MentorCard = {
    ...EMPTY_CARD,
    jobTitle: line('jobTitle'),
    company: line('company'),
    industry: line('industry'),
    roles: splitList(line('roles'), columns.joints.roles),
    askMeAbout: answer('topics'),
    allDay: answer('allDay'),
    howIGotHere: answer('how'),
    wouldDoDifferently: answer('differently'),
  };
  return {
    role: columns.role,
    name,
    email,
    standing: standingOf({
      statuses: cellsAbout('status', row, columns).map(tidyLine),
      handwritten: (['badge', 'availability', 'notes', 'status'] as const)
        .flatMap((subject) => cellsAbout(subject, row, columns))
        .map(tidyLine),
      checkedIn: !isBlank(cellAbout('checkedIn', row, columns)),
    }),
    course: line('course'),
    yearOfStudy: line('yearOfStudy'),
    industries: splitList(line('industries'), columns.joints.industries),
    question: answer('question'),
    access: need('access'),
    diet: need('diet'),
    availability: line('availability'),
    card: columns.role === 'mentor' ? card : EMPTY_CARD,
    registration: EMPTY_REGISTRATION,
    needs: NO_NEEDS,
  };
}

interface Identity {
  readonly name: string;
  readonly email: string;
  readonly memberId: string;
}

/** The first thing wrong with a row, the ones that say most about it first. */
function problemOf(row: SheetRecord, columns: Columns, who: Identity, long: number | undefined): Problem | undefined {
  if (row.broken) return { reason: 'broken-quotes' };
  const surplus = row.cells.slice(columns.header.length).find((cell) => !isBlank(cell));
  if (surplus !== undefined) return { reason: 'too-many-cells', value: excerpt(surplus) };
  if (long !== undefined) return { reason: 'cell-too-long', ...fieldAt(long, columns) };
  if (isPlaceholder(who.name) || isPlaceholder(who.email)) return problemAt('placeholder', 'email', row, columns);
  if (!isName(who.name)) return problemAt('no-name', columns.about.has('name') ? 'name' : 'firstName', row, columns);
  if (columns.about.has('email') && who.email === '') return problemAt('no-email', 'email', row, columns);
  if (columns.about.has('email') && !isEmail(who.email)) return problemAt('email-malformed', 'email', row, columns);
  if (columns.about.has('memberId') && who.memberId === '') return problemAt('no-member-id', 'memberId', row, columns);
  const consents = cellsAbout('consent', row, columns);
  if (consents.some((consent) => !isConsent(consent))) return problemAt('no-consent', 'consent', row, columns);
  return undefined;
}

/** A ticked box carries whatever words the organiser gave it; only an empty cell and a no are no consent. */
const isConsent = (cell: string): boolean =>
  !saysNothing(tidyLine(cell)) &&
  !/^(?:no\b|false\b|0$|disagree|declin|refuse|i (?:do not|don'?t|disagree|decline))/iu.test(
    tidyLine(cell).replace(/’/gu, "'"),
  );

const isPlaceholder = (text: string): boolean => /^info(?:rmation)? requested$/iu.test(text);

function isUnder18(row: SheetRecord, columns: Columns): boolean {
  const index = columns.about.get('adult')?.[0];
  if (index === undefined) return false;
  const answer = tidyLine(row.cells[index] ?? '');
  const says = (word: RegExp): boolean => word.test(answer);
  if (says(/under/iu)) return true;
  return /\bunder\b/iu.test(columns.header[index] ?? '') ? says(/^(?:yes|true)\b/iu) : says(/^(?:no|false)\b/iu);
}

function nameIn(row: SheetRecord, columns: Columns): string {
  const parts = [cellAbout('firstName', row, columns), cellAbout('lastName', row, columns)];
  const joined = tidyLine(parts.map(tidyLine).join(' '));
  if (columns.about.has('name')) return tidyLine(cellAbout('name', row, columns)) || joined;
  if (columns.about.has('firstName')) return joined;
  return tidyLine(cellAbout('badge', row, columns));
}

/** The first well-formed address: a form may collect one and ask for another. Else whatever stands in their place. */
function addressIn(row: SheetRecord, columns: Columns): string {
  const keys = cellsAbout('email', row, columns).map(emailKey);
  return keys.find(isEmail) ?? keys.find((key) => key !== '') ?? '';
}

/** The index of a cell that we would read but for its length. */
function tooLongCell(row: SheetRecord, columns: Columns): number | undefined {
  const read = [...columns.about].filter(([subject]) => subject !== 'other').flatMap(([, indexes]) => indexes);
  return read.find((index) => isTooLong(row.cells[index] ?? ''));
}

function problemAt(reason: RowReason, subject: Subject, row: SheetRecord, columns: Columns): Problem {
  const index = columns.about.get(subject)?.[0];
  const value = excerpt(index === undefined ? '' : (row.cells[index] ?? ''));
  return { reason, ...fieldAt(index, columns), ...(value === '' ? {} : { value }) };
}

const fieldAt = (index: number | undefined, columns: Columns): { readonly field?: string } =>
  index === undefined ? {} : { field: columns.header[index] ?? '' };

const cellsAbout = (subject: Subject, row: SheetRecord, columns: Columns): string[] =>
  (columns.about.get(subject) ?? []).map((index) => row.cells[index] ?? '');

/** The first answer given to questions about the same thing. */
const cellAbout = (subject: Subject, row: SheetRecord, columns: Columns): string =>
  cellsAbout(subject, row, columns).find((cell) => !isBlank(cell)) ?? '';
