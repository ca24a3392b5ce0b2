import { describe, expect, it } from 'vitest';
import type { AttendeeDetails } from '../../../shared/src/event/roster.ts';
import { compareWithRoster, type RosterFile, readRoster } from '../../../shared/src/roster-import/read-roster.ts';
import { accepted, csv, rosterOf, sample, studentForm } from './files.ts';

const stored = (file: RosterFile) =>
  file.people.map((person, index) => ({ id: `id${index}`, details: person.details }));
const someone = (name: string, email: string): Readonly<Record<string, string>> => ({
  'What is your full name?': name,
  'Email Address': email,
});

describe('a second import', () => {
  it.each([
    'eventbrite-students.csv',
    'google-form-students.csv',
    'mentors-google-form.csv',
    'luma-guests.csv',
    'meetup-rsvps.csv',
  ])('%s twice changes nothing, in whatever order the roster stands', (name) => {
    const file = accepted(readRoster(sample(name)));
    const existing = stored(file).reverse();
    const result = compareWithRoster(file, existing);
    expect(result).toMatchObject({ new: [], changed: [], missing: [] });
    expect(result.same).toHaveLength(file.people.length);
    for (const { id, person } of result.same)
      expect(existing.find((entry) => entry.id === id)?.details).toEqual(person.details);
  });

  it('finds the new, the changed and the missing', () => {
    const before = rosterOf(studentForm([someone('Ada', 'ada@x.example'), someone('Bo', 'bo@x.example')]));
    const after = rosterOf(
      studentForm([
        { ...someone('Ada', 'ADA@x.example'), 'Which course are you on?': 'Maths' },
        someone('Cy', 'cy@x.example'),
      ]),
    );
    const result = compareWithRoster(after, stored(before));
    expect(result.new.map((person) => person.details.name)).toEqual(['Cy']);
    expect(result.changed).toMatchObject([{ id: 'id0', fields: ['course'] }]);
    expect(result.missing).toEqual(['id1']);
  });

  it('without a column about coming leaves everybody standing, but for who cancels in words', () => {
    const header = ['Full name', 'Email address', 'Notes'];
    const read = (notes: string) => rosterOf(csv([header, ['Ada', 'a@x.example', notes], ['Bo', 'b@x.example', '']]));
    const asStanding = (standing: 'active' | 'cancelled') =>
      stored(read('')).map(({ id, details }) => ({ id, details: { ...details, standing } }));
    expect(read('').fields).not.toContain('standing');
    expect(compareWithRoster(read(''), asStanding('cancelled')).changed).toEqual([]);
    expect(compareWithRoster(read('CANCELLED - emailed 14/10'), asStanding('active')).changed).toMatchObject([
      { id: 'id0', fields: ['standing'] },
    ]);
  });

  it('without a column about coming gives nobody who cancelled seats for guests', () => {
    const file = rosterOf(
      csv([
        ['Full name', 'Email address', 'Guests'],
        ['Ada', 'a@x.example', '2'],
      ]),
    );
    const [ada] = stored(file);
    if (ada === undefined) throw new Error('a person');
    expect(file.countsGuests).toBe(true);
    const cancelled = { ...ada, details: { ...ada.details, standing: 'cancelled' as const } };
    expect(compareWithRoster(file, [ada]).seats).toMatchObject([{ host: 'id0', add: 2 }]);
    expect(compareWithRoster(file, [cancelled]).seats).toEqual([]);
  });

  it('follows a standing, and the parts of a card', () => {
    const header = ['guest_id', 'name', 'email', 'approval_status'];
    const [before, after] = ['waitlist', 'approved'].map((status) =>
      rosterOf(csv([header, ['g', 'Ada', 'a@x.example', status]])),
    );
    if (before === undefined || after === undefined) throw new Error('two files');
    expect(compareWithRoster(after, stored(before)).changed).toMatchObject([{ fields: ['standing'] }]);

    const mentors = accepted(readRoster(sample('mentors-google-form.csv')));
    const [first, ...others] = stored(mentors);
    if (first === undefined) throw new Error('a mentor');
    const promoted: AttendeeDetails = { ...first.details, card: { ...first.details.card, jobTitle: 'CTO', roles: [] } };
    expect(compareWithRoster(mentors, [{ id: first.id, details: promoted }, ...others]).changed).toMatchObject([
      { id: first.id, fields: ['card.jobTitle', 'card.roles'] },
    ]);
  });

  it('leaves alone what the file has no column for', () => {
    const file = rosterOf(studentForm([someone('Ada', 'ada@x.example')]));
    const edited = stored(file).map(({ id, details }) => ({
      id,
      details: { ...details, diet: 'Vegan', access: 'Step-free' },
    }));
    expect(compareWithRoster(file, edited)).toMatchObject({ new: [], changed: [], missing: [] });
  });

  it('a corrected name keeps its person, unless the address is shared', () => {
    const typo = stored(rosterOf(studentForm([someone('Adda', 'ada@x.example')])));
    const fixed = rosterOf(studentForm([someone('Ada', 'ada@x.example')]));
    expect(compareWithRoster(fixed, typo)).toMatchObject({ new: [], changed: [{ id: 'id0', fields: ['name'] }] });

    const shared = rosterOf(studentForm([someone('Ada', 'ada@x.example'), someone('Bo', 'ada@x.example')]));
    expect(compareWithRoster(shared, typo)).toMatchObject({ changed: [], missing: ['id0'] });
  });

  it('a walk-in without an address gets theirs by name, if nobody else has the name', () => {
    const [walkIn] = stored(rosterOf(studentForm([someone('Ada', 'ada@x.example')])));
    if (walkIn === undefined) throw new Error('a walk-in');
    const existing = [{ id: 'door', details: { ...walkIn.details, email: '' } }];
    const file = rosterOf(studentForm([someone('Ada', 'ada@x.example')]));
    expect(compareWithRoster(file, existing)).toMatchObject({ new: [], changed: [{ id: 'door', fields: ['email'] }] });

    const two = rosterOf(studentForm([someone('Ada', 'ada@x.example'), someone('Ada', 'other@x.example')]));
    expect(compareWithRoster(two, existing)).toMatchObject({ changed: [], missing: ['door'] });
  });

  it('does not look at people of the other role', () => {
    const mentors = stored(accepted(readRoster(sample('mentors-google-form.csv'))));
    const students = accepted(readRoster(sample('google-form-students.csv')));
    const result = compareWithRoster(students, [...mentors, ...stored(students)]);
    expect(result).toMatchObject({ new: [], changed: [], missing: [] });
  });
});
