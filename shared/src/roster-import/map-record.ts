import { NO_NEEDS, type Registration } from '../event/registration.ts';
import {
  type AttendeeDetails,
  type AttendeeRole,
  EMPTY_CARD,
  EMPTY_DETAILS,
  type MentorCard,
} from '../event/roster.ts';
import { looksLikeLink } from '../kernel/looks-like-link.ts';
import { excerpt, isBlank, isOnlyAStroke, isTooLong, saysNothing, tidyLine, tidyText } from './cell-text.ts';
import { cellAbout, cellsAbout, fieldAt, type Problem, problemAt } from './cells-about.ts';
import { adultIn, consentsIn, guestsIn, isConsent, offWallsIn, photoIn } from './choices.ts';
import type { Columns } from './columns.ts';
import { emailKey, isEmail, isName, nameKey } from './keys.ts';
import type { SheetRecord } from './records.ts';
import { roleIn } from './role-words.ts';
import { splitList } from './split-list.ts';
import { standingOf } from './standing.ts';
import type { Subject } from './subject.ts';

/** One row, read. With a `problem` it is not a person, and `details` holds what could be read all the same. */
export interface MappedRow {
  readonly record: number;
  readonly details: AttendeeDetails;
  readonly emailKey: string;
  readonly nameKey: string;
  /** The account's number, where the export has one. */
  readonly accountId: string;
  /** How many come along. */
  readonly guests: number;
  readonly under18: boolean;
  readonly problem?: Problem;
}

/** Reads one record: what it says of a person, and what is wrong with it if anything. */
export function mapRecord(record: SheetRecord, columns: Columns): MappedRow {
  const long = tooLongCell(record, columns);
  const row =
    long === undefined ? record : { ...record, cells: record.cells.map((cell) => (isTooLong(cell) ? '' : cell)) };
  const name = nameIn(row, columns);
  const email = addressIn(row, columns);
  const accountId = accountIn(row, columns);
  const problem = problemOf(row, columns, { name, email, accountId }, long);
  const details = detailsOf(row, columns, name, isEmail(email) ? email : '');
  return {
    record: record.number,
    details,
    emailKey: details.email,
    nameKey: nameKey(name),
    accountId,
    guests: guestsIn(row, columns),
    under18: details.registration.adult === false,
    ...(problem === undefined ? {} : { problem }),
  };
}

function detailsOf(row: SheetRecord, columns: Columns, name: string, email: string): AttendeeDetails {
  const role = roleIn(tidyLine(cellAbout('role', row, columns))) ?? columns.role;
  const line = (subject: Subject): string => tidyLine(cellAbout(subject, row, columns));
  const text = (subject: Subject): string => tidyText(cellAbout(subject, row, columns));
  const need = (subject: Subject): string => (saysNothing(text(subject)) ? '' : text(subject));
  const answer = (subject: Subject): string => (isOnlyAStroke(text(subject)) ? '' : text(subject));
  return {
    ...EMPTY_DETAILS,
    role,
    name,
    email,
    standing: standingOf({
      statuses: cellsAbout('status', row, columns).map(tidyLine),
      handwritten: (['badge', 'availability', 'notes', 'status'] as const)
        .flatMap((subject) => cellsAbout(subject, row, columns))
        .map(tidyLine),
      checkedIn: isCheckedIn(cellAbout('checkedIn', row, columns)),
    }),
    course: line('course'),
    yearOfStudy: line('yearOfStudy'),
    industries: role === 'student' ? splitList(line('industries'), columns.joints.industries) : [],
    question: answer('question'),
    access: need('access'),
    diet: need('diet'),
    availability: line('availability'),
    card: role === 'mentor' ? cardOf(row, columns) : EMPTY_CARD,
    registration: registrationOf(row, columns, role),
    needs: NO_NEEDS,
  };
}

function cardOf(row: SheetRecord, columns: Columns): MentorCard {
  const line = (subject: Subject): string => tidyLine(cellAbout(subject, row, columns));
  const answer = (subject: Subject): string => {
    const text = tidyText(cellAbout(subject, row, columns));
    return isOnlyAStroke(text) ? '' : text;
  };
  return {
    jobTitle: line('jobTitle'),
    company: line('company'),
    industry: line('industries'),
    roles: splitList(line('roles'), columns.joints.roles),
    askMeAbout: answer('topics'),
    allDay: answer('allDay'),
    howIGotHere: answer('how'),
    wouldDoDifferently: answer('differently'),
    pronouns: line('pronouns'),
    yearsInWork: line('yearsInWork'),
    organisationKind: line('organisationKind'),
    pleaseDontAsk: saysNothing(answer('avoid')) ? '' : answer('avoid'),
    surprising: answer('surprising'),
    tools: answer('tools'),
    firstJobs: answer('firstJobs'),
    contact: saysNothing(line('contact')) ? '' : line('contact'),
  };
}

const MOST_WISHED_ROLES = 3;
const MOST_CHARACTERS_ABOUT_COMPANY = 500;

function registrationOf(row: SheetRecord, columns: Columns, role: AttendeeRole): Registration {
  const roles = splitList(tidyLine(cellAbout('roles', row, columns)), columns.joints.roles);
  const company = tidyText(cellAbout('seatmates', row, columns));
  return {
    ...EMPTY_DETAILS.registration,
    roles: role === 'student' ? roles.slice(0, MOST_WISHED_ROLES) : [],
    photo: photoIn(row, columns),
    ...(offWallsIn(row, columns) ? { offWalls: true } : {}),
    adult: adultIn(row, columns),
    consents: consentsIn(row, columns),
    company: saysNothing(company) ? '' : company.slice(0, MOST_CHARACTERS_ABOUT_COMPANY),
  };
}

const isCheckedIn = (cell: string): boolean =>
  !isBlank(cell) && !/^(?:no|false|0|n|-|not checked in)$/iu.test(tidyLine(cell));

interface Identity {
  readonly name: string;
  readonly email: string;
  readonly accountId: string;
}

/** The first thing wrong with a row, the ones that say most about it first. */
function problemOf(row: SheetRecord, columns: Columns, who: Identity, long: number | undefined): Problem | undefined {
  const { about, header } = columns;
  if (row.broken) return { reason: 'broken-quotes' };
  const surplus = row.cells.slice(header.length).find((cell) => !isBlank(cell));
  if (surplus !== undefined) return { reason: 'too-many-cells', value: excerpt(surplus) };
  if (long !== undefined) return { reason: 'cell-too-long', ...fieldAt(long, columns) };
  if (isPlaceholder(who.name) || isPlaceholder(who.email)) return problemAt('placeholder', 'email', row, columns);
  if (!isName(who.name)) return problemAt('no-name', nameSubject(columns), row, columns);
  if (looksLikeLink(who.name)) return problemAt('name-is-link', nameSubject(columns), row, columns);
  if (about.has('email') && who.email === '') return problemAt('no-email', 'email', row, columns);
  if (about.has('email') && !isEmail(who.email)) return problemAt('email-malformed', 'email', row, columns);
  if (!about.has('email') && about.has('memberId') && who.accountId === '')
    return problemAt('no-member-id', 'memberId', row, columns);
  const consents = cellsAbout('consent', row, columns);
  if (consents.some((consent) => !isConsent(consent))) return problemAt('no-consent', 'consent', row, columns);
  return undefined;
}

const nameSubject = ({ about }: Columns): Subject =>
  (['name', 'firstName', 'lastName', 'badge'] as const).find((subject) => about.has(subject)) ?? 'name';

const isPlaceholder = (text: string): boolean => /^(?:info(?:rmation)? requested[\s,]*)+$/iu.test(text);

/** Forms that were answered without signing in write this where a name or an address would stand. */
const isAnonymous = (cell: string): boolean => /^anonymous$/iu.test(tidyLine(cell));

function nameIn(row: SheetRecord, columns: Columns): string {
  const said = (subject: Subject): string =>
    tidyLine(cellsAbout(subject, row, columns).find((cell) => !isBlank(cell) && !isAnonymous(cell)) ?? '');
  const joined = tidyLine(`${said('firstName')} ${said('lastName')}`);
  if (columns.about.has('name')) return said('name') || joined;
  if (!columns.about.has('firstName')) return joined || said('badge');
  // "Name" beside "Surname" may hold the whole name already
  const last = nameKey(said('lastName'));
  return last !== '' && nameKey(said('firstName')).endsWith(last) && said('firstName').includes(' ')
    ? said('firstName')
    : joined;
}

/** The first well-formed address: a form may collect one and ask for another. Else whatever stands in their place. */
function addressIn(row: SheetRecord, columns: Columns): string {
  const keys = cellsAbout('email', row, columns)
    .filter((cell) => !isAnonymous(cell))
    .map(emailKey);
  return keys.find(isEmail) ?? keys.find((key) => key !== '') ?? '';
}

/** "user 12537919" in one export is "12537919" in another. */
const accountIn = (row: SheetRecord, columns: Columns): string =>
  tidyLine(cellAbout('memberId', row, columns)).replace(/^user\s+(?=\d)/iu, '');

/** The index of a cell that we would read but for its length. */
function tooLongCell(row: SheetRecord, columns: Columns): number | undefined {
  const read = [...columns.about].filter(([subject]) => subject !== 'other').flatMap(([, indexes]) => indexes);
  return read.find((index) => isTooLong(row.cells[index] ?? ''));
}
