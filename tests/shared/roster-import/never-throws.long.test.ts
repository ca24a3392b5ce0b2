import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWithRoster, readRoster } from '../../../shared/src/roster-import/read-roster.ts';
import { bytesOf, csv } from './files.ts';

/** Reads, and checks what must hold of every file. */
function holds(bytes: Uint8Array): void {
  const read = readRoster(bytes);
  if (!read.ok) return;
  const { counts, people, rows } = read.value;
  expect(counts.rows).toBe(counts.unique + counts.duplicate + counts.cancelled + counts.waiting + counts.invalid);
  expect(counts.unique).toBe(people.filter((person) => person.details.standing === 'active').length);
  expect(rows.every((row) => row.outcome !== 'invalid' || row.reason !== undefined)).toBe(true);
  for (const person of people) {
    expect(person.details.name).not.toBe('');
    expect(rows.find((row) => row.record === person.record)?.outcome).not.toBe('invalid');
  }
  const existing = people.map((person, index) => ({ id: `id${index}`, details: person.details }));
  expect(compareWithRoster(read.value, existing)).toMatchObject({ new: [], changed: [], missing: [] });
}

const HEADERS = [
  ['Order #', 'First Name', 'Last Name', 'Email', 'Attendee Status', 'Course', 'I am 18 or over'],
  [
    'Timestamp',
    'Email Address',
    'What is your full name?',
    'What should your badge say?',
    'Industries',
    'Privacy notice',
  ],
  ['Timestamp', 'Email Address', 'Your name on the table card', 'Job title', 'Company', 'Roles', 'When can you come?'],
  ['guest_id', 'name', 'email', 'approval_status', 'checked_in_at'],
  ['Name', 'User ID', 'RSVP'],
];
const cell = fc.oneof(
  fc.constantFrom(
    '',
    'Ada',
    'a@x.example',
    'A@X.example ',
    'Info Requested',
    'cancelled',
    'No',
    'Yes',
    'waitlist',
    'x | y',
    '🌻',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('"', '\n', ',', ';', '\t', '__proto__', '\ud800', 'x'.repeat(1_001)),
);
const table = fc.record({
  header: fc.constantFrom(...HEADERS),
  rows: fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 12 }),
  delimiter: fc.constantFrom(',', ';', '\t'),
});

describe('readRoster', () => {
  it('never throws on any bytes', () => {
    const mark = fc.constantFrom([], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0x50, 0x4b, 3, 4]);
    fc.assert(
      fc.property(mark, fc.uint8Array({ maxLength: 300 }), (start, rest) => holds(Uint8Array.of(...start, ...rest))),
    );
  });

  it('never throws on any text below a header', () => {
    fc.assert(
      fc.property(fc.constantFrom(...HEADERS), fc.string({ unit: 'binary', maxLength: 200 }), (header, text) =>
        holds(bytesOf(`${header.join(',')}\n${text}`)),
      ),
    );
  });

  it('accounts for every row of every table', () => {
    fc.assert(
      fc.property(table, ({ header, rows, delimiter }) => holds(bytesOf(csv([header, ...rows], delimiter)))),
      { numRuns: 300 },
    );
  });
});
