import { readFileSync } from 'node:fs';
import { EMPTY_REGISTRATION, NO_NEEDS } from '@lapwing/shared/event/registration';
import { EMPTY_CARD } from '@lapwing/shared/event/roster';
import { describe, expect, it } from 'vitest';
import { type RosterFile, type RosterPerson, readRoster } from '../../../shared/src/roster-import/read-roster.ts';
import { accepted, sample } from './files.ts';

interface Expected {
  readonly counts: RosterFile['counts'];
  readonly people: Readonly<Record<'active' | 'waiting' | 'cancelled', number>>;
  readonly columns: number;
  readonly invalid: Readonly<Record<string, string>>;
  readonly duplicates: readonly number[];
  readonly walkIns: number;
  readonly sharedEmailGroups: number;
  readonly under18: number;
}

const EXPECTED: Readonly<Record<string, Expected>> = JSON.parse(
  readFileSync(new URL('../../samples/expected-counts.json', import.meta.url), 'utf8'),
);

const FORMATS: Readonly<Record<string, string>> = {
  'eventbrite-students.csv': 'eventbrite student',
  'google-form-students.csv': 'google-form student',
  'google-form-students.semicolon.csv': 'google-form student',
  'mentors-google-form.csv': 'google-form mentor',
  'luma-guests.csv': 'luma student',
  'meetup-rsvps.csv': 'meetup student',
};

const flagged = (file: RosterFile, flag: RosterPerson['flags'][number]): RosterPerson[] =>
  file.people.filter((person) => person.flags.includes(flag));

const named = (file: RosterFile, name: string): RosterPerson => {
  const [person, another] = file.people.filter((candidate) => candidate.details.name === name);
  if (person === undefined || another !== undefined) throw new Error(`not exactly one ${name}`);
  return person;
};

describe.each(Object.entries(EXPECTED))('%s', (name, expected) => {
  const file = accepted(readRoster(sample(name)));

  it('is recognised', () => {
    expect(`${file.format} ${file.role}`).toBe(FORMATS[name]);
    expect(file.header).toHaveLength(expected.columns);
  });

  it('has the expected counts', () => {
    expect(file.counts).toEqual(expected.counts);
    expect(file.rows).toHaveLength(expected.counts.rows);
  });

  it('has the expected people', () => {
    for (const standing of ['active', 'waiting', 'cancelled'] as const)
      expect(file.people.filter((person) => person.details.standing === standing)).toHaveLength(
        expected.people[standing],
      );
    expect(new Set(flagged(file, 'shared-email').map((person) => person.emailKey)).size).toBe(
      expected.sharedEmailGroups,
    );
    expect(flagged(file, 'under-18')).toHaveLength(expected.under18);
    expect(file.walkIns).toHaveLength(expected.walkIns);
  });

  it('names each invalid row and why', () => {
    const invalid = file.rows.filter((row) => row.outcome === 'invalid');
    expect(Object.fromEntries(invalid.map((row) => [row.record, row.reason]))).toEqual(expected.invalid);
    for (const row of invalid) expect(file.header).toContain(row.field);
  });

  it('names each duplicate and the row before it', () => {
    const duplicates = file.rows.filter((row) => row.outcome === 'duplicate');
    expect(duplicates.map((row) => row.record)).toEqual(expected.duplicates);
    for (const row of duplicates) {
      const first = file.rows.find((other) => String(other.record) === row.value);
      expect(first?.outcome).toBe('person');
      expect(row.reason).toBe('duplicate-of');
    }
  });
});

describe('the people of the samples', () => {
  it('an Eventbrite ticket becomes a student', () => {
    const file = accepted(readRoster(sample('eventbrite-students.csv')));
    expect(named(file, 'Greta Dunmail').details).toMatchObject({
      role: 'student',
      email: 'greta.dunmail@eastquay.ac.uk.example',
      standing: 'active',
      course: 'BSc Computer Science',
      yearOfStudy: '1st year',
      industries: ['Energy & climate', 'Retail & e-commerce', 'Health & life sciences'],
      question: 'visa sponsorship; which firms?',
      access: '',
      diet: '',
    });
    expect(named(file, 'Dmitri Pemberton').details).toMatchObject({
      question: '',
      access: 'Step-free route please, and a seat facing the mentor\n(I lip-read).',
      diet: 'Gluten free',
    });
  });

  it('the last of three tickets wins, and a cancelled ticket does not outlive a new booking', () => {
    const file = accepted(readRoster(sample('eventbrite-students.csv')));
    expect(named(file, 'Siân Prytherch')).toMatchObject({
      record: 75,
      details: { course: 'BEng Electronic Engineering', email: 'sian.prytherch@eastquay.ac.uk.example' },
    });
    expect(named(file, 'Ciarán Ó Dálaigh')).toMatchObject({
      record: 37,
      details: { standing: 'active', diet: 'Vegan' },
    });
  });

  it('a friend booked on the same address stays a person of their own', () => {
    const file = accepted(readRoster(sample('eventbrite-students.csv')));
    expect(flagged(file, 'shared-email').map((person) => person.details.name)).toEqual([
      'Lucia Castellan',
      'Bronwen Whiteoak',
      'Ẹniọlá Bákàrè',
      'Wiktor Barrowclough',
    ]);
  });

  it('a named row without a usable address is offered as a walk-in', () => {
    const { walkIns } = accepted(readRoster(sample('eventbrite-students.csv')));
    expect(walkIns.map((person) => [person.details.name, person.details.email, person.flags])).toEqual([
      ['Tobias Rennick', '', ['no-email']],
      ['Marnie Oakshott', '', ['no-email']],
    ]);
  });

  it('the semicolon file holds the same people as the comma file', () => {
    const [comma, semicolon] = ['google-form-students.csv', 'google-form-students.semicolon.csv'].map((name) =>
      accepted(readRoster(sample(name))),
    );
    expect(semicolon?.people).toEqual(comma?.people);
  });

  it('a mentor has a card; the leaving time of the second submission counts', () => {
    const file = accepted(readRoster(sample('mentors-google-form.csv')));
    expect(named(file, 'Dr Mirela Vukčević').details).toEqual({
      role: 'mentor',
      name: 'Dr Mirela Vukčević',
      email: 'mirela.vukcevic@mentors.example.org',
      standing: 'active',
      course: '',
      yearOfStudy: '',
      industries: [],
      question: '',
      access: '',
      diet: '',
      availability: 'Must leave 20:00',
      registration: { ...EMPTY_REGISTRATION, photo: 'no' },
      needs: NO_NEEDS,
      card: {
        ...EMPTY_CARD,
        jobTitle: 'Data Scientist',
        company: 'City Rail Lab (demo)',
        industry: 'Transport & logistics',
        yearsInWork: '4',
        roles: ['Data scientist', 'Data engineer'],
        askMeAbout: 'PhD or not, forecasting, R and Python',
        allDay: 'I forecast how full trains will be, then argue about error bars.',
        howIGotHere: 'PhD in ecology: same maths, more frogs',
        wouldDoDifferently: 'Done an internship during the PhD',
      },
    });
    expect(named(file, 'Ingrid Halloran').details.standing).toBe('cancelled');
  });

  it('two members called Alex are two people; a member who left and came back is one', () => {
    const file = accepted(readRoster(sample('meetup-rsvps.csv')));
    const alexes = file.people.filter((person) => person.details.name === 'Alex');
    expect(alexes.map((person) => person.flags)).toEqual([
      ['no-email', 'same-name'],
      ['no-email', 'same-name'],
    ]);
    expect(named(file, 'Alasdair Sandhu').record).toBe(68);
    expect(named(file, 'Tamsin Okonjo').details.standing).toBe('active');
  });
});
