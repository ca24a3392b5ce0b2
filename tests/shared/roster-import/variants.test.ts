/** Files of the families we know, as we have not seen them: other orders, words, columns, delimiters and encodings. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RosterFile, readRoster, readWorkbook } from '../../../shared/src/roster-import/read-roster.ts';
import { accepted } from './files.ts';

/** A column: the headers it may have, and its cell for somebody. */
interface Column {
  readonly headers: readonly string[];
  readonly cell: (person: Person) => string;
  /** Some exports have it and some do not. */
  readonly optional?: boolean;
}
interface Person {
  readonly first: string;
  readonly last: string;
  readonly email: string;
  readonly coming: 'active' | 'waiting' | 'cancelled';
  readonly course: string;
  readonly question: string;
}

const column = (headers: readonly string[], cell: Column['cell'], optional = false): Column => ({
  headers,
  cell,
  optional,
});
const COURSE = column(
  ['Course', 'What are you studying?', 'Which course are you on?', 'Degree subject'],
  ({ course }) => course,
);
const QUESTION = column(
  ['What would you like to ask a mentor?', 'Question for the mentors', 'Anything you want to ask your mentors:'],
  ({ question }) => question,
);
const FIRST = column(['First Name', 'First name', 'FIRST NAME'], ({ first }) => first);
const LAST = column(['Last Name', 'Surname', 'last name'], ({ last }) => last);
const EMAIL = column(['Email', 'Email Address', 'E-mail', 'email address'], ({ email }) => email);
const said = (words: Readonly<Record<Person['coming'], string>>) => (person: Person) => words[person.coming];

const FAMILIES: Readonly<Record<string, readonly Column[]>> = {
  eventbrite: [
    column(['Order #', 'Order no.', 'Order ID'], () => '11230000491'),
    column(['Order Date', 'Order date'], () => '10/18/26 15:04', true),
    ...[FIRST, LAST, EMAIL],
    column(
      ['Attendee Status', 'Attendee status'],
      said({ active: 'Attending', waiting: 'Pending', cancelled: 'Not Attending' }),
    ),
    column(['Buyer Email', 'Buyer email'], () => 'buyer@x.example', true),
    column(['Ticket Type'], () => 'Student - free', true),
    ...[COURSE, QUESTION],
  ],
  luma: [
    column(['guest_id', 'api_id'], ({ email }) => `gst-${email}`),
    column(['name'], ({ first, last }) => `${first} ${last}`),
    column(['email'], ({ email }) => email),
    column(['approval_status'], said({ active: 'approved', waiting: 'pending_approval', cancelled: 'declined' })),
    column(['utm_source', 'custom_source'], () => 'newsletter', true),
    column(['qr_code_url'], () => 'https://x.example', true),
    ...[COURSE, QUESTION],
  ],
  'google-form': [
    column(['Timestamp', 'Zeitstempel', 'Horodateur', 'Marca temporal'], () => '01/10/2026 11:14:39'),
    column(['Email Address', 'Email address', 'E-Mail-Adresse'], ({ email }) => email),
    column(['What is your full name?', 'Full name', 'Your name', 'Name'], ({ first, last }) => `${first} ${last}`),
    column(['Status', 'RSVP'], said({ active: 'Yes', waiting: 'Waitlist', cancelled: 'No' })),
    ...[COURSE, QUESTION],
  ],
  'microsoft-form': [
    column(['ID', 'Id'], () => '1'),
    column(['Start time'], () => '10/1/26 9:00:00'),
    column(['Completion time'], () => '10/1/26 9:03:00'),
    column(['Email'], () => 'anonymous'),
    column(['Name'], () => '', true),
    column(['Full name', 'What is your full name?'], ({ first, last }) => `${first} ${last}`),
    column(['University email', 'Your e-mail address', 'How do we reach you?'], ({ email }) => email),
    column(['Status'], said({ active: 'confirmed', waiting: 'waiting list', cancelled: 'cancelled' })),
    ...[COURSE, QUESTION],
  ],
  other: [
    column(['Vorname', 'Prénom', 'Given name'], ({ first }) => first),
    column(['Nachname', 'Nom de famille', 'Family name'], ({ last }) => last),
    column(['E-Mail-Adresse', 'Courriel', 'Contact e-mail'], ({ email }) => email),
    column(
      ['Status', 'Registration status'],
      said({ active: 'confirmed', waiting: 'waitlist', cancelled: 'cancelled' }),
    ),
    ...[COURSE, QUESTION],
  ],
};

const person = fc.record({
  first: fc.constantFrom('Ada', 'Zoë', 'José', 'Łucja', 'Siân'),
  last: fc.constantFrom('Quill', 'Núñez Peña', 'O’Brien', 'Mazurek'),
  coming: fc.constantFrom('active', 'waiting', 'cancelled'),
  course: fc.constantFrom('Law', 'BSc Maths, with French', 'Drama; and film', ''),
  question: fc.constantFrom('How did you\nstart?', 'Say "hi"', '=1+1', ''),
});
const people = fc
  .array(person, { minLength: 1, maxLength: 6 })
  .map((list) => list.map((one, index): Person => ({ ...one, email: `p${index}@x.example` }) as Person));

/** Letters that Windows-1252 has not are written without their strokes. */
const WESTERN: Readonly<Record<string, string>> = { Ł: 'L', ł: 'l' };
const ENCODINGS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-8 with mark': (text) => Buffer.from(`\ufeff${text}`),
  'utf-16le': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16be': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'utf-16le without mark': (text) => Buffer.from(text, 'utf16le'),
  'windows-1252': (text) =>
    Buffer.from(text.replace(/[Łł]/gu, (letter) => WESTERN[letter] ?? '').replaceAll('’', '\u0092'), 'latin1'),
};
const variant = fc.record({
  family: fc.constantFrom(...Object.keys(FAMILIES)),
  people,
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  newline: fc.constantFrom('\n', '\r\n'),
  encoding: fc.constantFrom(...Object.keys(ENCODINGS)),
  declared: fc.boolean(),
  title: fc.constantFrom('', 'Careers Night', 'Guests of the evening'),
  order: fc.infiniteStream(fc.integer({ min: 0, max: 1_000 })),
  extra: fc.array(fc.constantFrom('Town', 'How did you hear of us?', 'T-shirt', ''), { maxLength: 4 }),
});

const next = (order: Iterator<number>): number => order.next().value as number;

/** The table of one variant: columns in any order, under any of their names, with others between them. */
function tableOf(
  family: string,
  list: readonly Person[],
  extra: readonly string[],
  order: Iterator<number>,
): string[][] {
  const wanted = (FAMILIES[family] ?? []).filter(({ optional }) => optional !== true || next(order) % 2 === 0);
  const columns = [...wanted, ...extra.map((header) => column([header], () => 'x'))]
    .map((one) => ({ one, place: next(order) }))
    .sort((one, other) => one.place - other.place)
    .map(({ one }) => one);
  const header = columns.map(({ headers }) => headers[next(order) % headers.length] ?? '');
  return [header, ...list.map((each) => columns.map(({ cell }) => cell(each)))];
}

const plain = (text: string): string => text.replace(/[Łł]/gu, (letter) => WESTERN[letter] ?? '');
const seen = (file: RosterFile): string[] =>
  file.people
    .map(({ details: { name, email, standing, course, question } }) =>
      JSON.stringify([plain(name), email, standing, course, question]),
    )
    .sort();
const meant = (list: readonly Person[]): string[] =>
  list
    .map(({ first, last, email, coming, course, question }) =>
      JSON.stringify([plain(`${first} ${last}`), email, coming, course, question]),
    )
    .sort();

describe('a file that we have not seen', () => {
  it('gives the same people in text of any kind', () => {
    fc.assert(
      fc.property(variant, ({ family, people: list, delimiter, newline, encoding, declared, title, order, extra }) => {
        const rows = tableOf(family, list, extra, order);
        const quoted = rows.map(
          (row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter) + newline,
        );
        const above = [declared ? `sep=${delimiter}${newline}` : '', title === '' ? '' : `${title}${newline}`].join('');
        const bytes = (ENCODINGS[encoding] ?? Buffer.from)(above + quoted.join(''));
        const file = accepted(readRoster(new Uint8Array(bytes)));
        expect([file.format, file.role]).toEqual([family, 'student']);
        expect(seen(file)).toEqual(meant(list));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same people as a sheet of a workbook', () => {
    fc.assert(
      fc.property(variant, ({ family, people: list, title, order, extra }) => {
        const rows = tableOf(family, list, extra, order);
        const sheet = { name: 'One', rows: title === '' ? rows : [[title], ...rows] };
        const file = accepted(readWorkbook([{ name: 'Empty', rows: [] }, sheet]));
        expect([file.format, file.sheet]).toEqual([family, 'One']);
        expect(seen(file)).toEqual(meant(list));
      }),
      { numRuns: 100 },
    );
  });
});
