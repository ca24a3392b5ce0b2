import { describe, expect, it } from 'vitest';
import { nameKey } from '../../../shared/src/roster-import/keys.ts';
import { readRoster, reasonInEnglish } from '../../../shared/src/roster-import/read-roster.ts';
import { accepted, bytesOf, csv, rosterOf, studentForm } from './files.ts';

const onlyPerson = (text: string) => {
  const file = rosterOf(text);
  if (file.people.length !== 1) throw new Error(JSON.stringify(file.rows));
  return file.people[0] as (typeof file.people)[number];
};
const oneAnswer = (column: string, answer: string) => onlyPerson(studentForm([{ [column]: answer }], [column])).details;

describe('hostile and odd text', () => {
  it.each(['<img src=x onerror=alert(1)>', '=HYPERLINK(A1)', '+44 7700 900123', '@SUM(1)', '{{name}}', '__proto__'])(
    '%s stays text',
    (text) => {
      expect(oneAnswer('What would you like to ask a mentor?', text).question).toBe(text);
      expect(onlyPerson(studentForm([{ 'What is your full name?': text }])).details.name).toBe(text);
    },
  );

  it('columns called __proto__ and constructor are columns like others', () => {
    const file = rosterOf(studentForm([{ constructor: 'x' }], ['__proto__', 'constructor', 'hasOwnProperty']));
    expect(file.header).toContain('__proto__');
    expect(file.counts.unique).toBe(1);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('names are composed, spaced once, and free of what turns text round', () => {
    const name = (typed: string) => onlyPerson(studentForm([{ 'What is your full name?': typed }])).details.name;
    expect(name('  Sia\u0302n\u00a0 Prytherch\u200b ')).toBe('Siân Prytherch');
    expect(name('Kofi\tEveringham\u0000\u0007')).toBe('Kofi Everingham');
    expect(name('\u202egnE nhoJ')).toBe('gnE nhoJ');
    expect(name('ليلى الحداد')).toBe('ليلى الحداد');
    expect(name('👩‍🚀 Ada')).toBe('👩‍🚀 Ada');
  });

  it('answers keep their lines', () => {
    expect(oneAnswer('What would you like to ask a mentor?', ' 1. CV\r\n2. maths\u0000 ').question).toBe(
      '1. CV\n2. maths',
    );
  });
});

describe('names and addresses', () => {
  const rows = (people: readonly (readonly [string, string])[]) =>
    rosterOf(studentForm(people.map(([name, email]) => ({ 'What is your full name?': name, 'Email Address': email }))));

  it('an address in other letters, with odd spaces, and a name without accents are the same person', () => {
    const file = rows([
      ['José Núñez', 'jose.nunez@x.example'],
      ['jose NUNEZ', ' JOSE.NUNEZ@X.example\u00a0'],
      ['Jose\u0301 Nu\u0301n\u0303ez', 'jose.\u200bnunez@x.example'],
    ]);
    expect(file.counts).toMatchObject({ unique: 1, duplicate: 2 });
  });

  it.each([
    ['Hindi', 'रमा', 'राम'],
    ['Hindi, by one vowel sign', 'सीता', 'सुता'],
    ['Thai', 'มานี', 'มานะ'],
    ['Japanese', 'かき', 'がき'],
  ])('%s: names that differ by a mark are two people', (_, one, other) => {
    const file = rows([
      [one, 'family@x.example'],
      [other, 'family@x.example'],
    ]);
    expect(file.counts).toMatchObject({ unique: 2, duplicate: 0 });
  });

  it.each([
    ['Greek', 'Γιώργος', 'Γιωργος'],
    ['Cyrillic', 'Алёна', 'Алена'],
    ['Vietnamese', 'Nguyễn Ánh', 'NGUYEN ANH'],
    ['Arabic', 'مُحَمَّد', 'محمد'],
    ['Hebrew', 'שָׂרָה', 'שרה'],
    ['a heart beside it', 'Wen ❤️', 'Wen'],
    ['a vowel sign composed otherwise', 'क़ासिम', 'क\u093cासिम'],
  ])('%s: without its accents a name is the same', (_, one, other) => {
    const file = rows([
      [one, 'a@x.example'],
      [other, 'a@x.example'],
    ]);
    expect(file.counts).toMatchObject({ unique: 1, duplicate: 1 });
  });

  it('a flower alone stands for itself', () => {
    expect(nameKey(' 🌸\ufe0f ')).toBe('🌸\ufe0f');
  });

  it('plus tags and dots tell people apart', () => {
    expect(
      rows([
        ['Ada', 'a.b@x.example'],
        ['Ada', 'ab@x.example'],
        ['Ada', 'ab+1@x.example'],
      ]).counts.unique,
    ).toBe(3);
  });

  it.each([
    'a@b',
    'a@@x.example',
    'a b@x.example',
    'a@x.example, b@x.example',
    '@x.example',
    'a@.example',
    'a@x.example..',
    'no',
  ])('%s is no address', (email) => {
    expect(rows([['Ada', email]]).rows).toMatchObject([
      { outcome: 'invalid', reason: 'email-malformed', field: 'Email Address', value: email },
    ]);
  });

  it.each(['', ' ', '\u00a0', '-', '?', '...'])('%j is no name', (name) => {
    expect(rows([[name, 'a@x.example']]).rows).toMatchObject([{ outcome: 'invalid', reason: 'no-name' }]);
  });

  it('two people who are called by one sign only stay two', () => {
    expect(
      rows([
        ['🌻', 'a@x.example'],
        ['🦊', 'a@x.example'],
      ]).people.map((person) => person.flags),
    ).toEqual([['shared-email'], ['shared-email']]);
  });

  it('the address typed into a question stands in for a bad one collected by the form', () => {
    const file = rosterOf(
      studentForm([{ 'Email Address': 'anonymous', 'Email Address2': 'ada@x.example' }], ['Email Address2']),
    );
    expect(file.people[0]?.details.email).toBe('ada@x.example');
  });

  it('without addresses and accounts, equal names are never merged', () => {
    const file = rosterOf(
      csv([
        ['Timestamp', 'What is your full name?'],
        ['t', 'Alex'],
        ['t', 'Alex'],
      ]),
    );
    expect(file.people.map((person) => person.flags)).toEqual([
      ['no-email', 'same-name'],
      ['no-email', 'same-name'],
    ]);
  });
});

describe('standing', () => {
  const standingWith = (column: string, note: string) => oneAnswer(column, note).standing;

  it.each([
    'CANCELLED - emailed 14/10',
    'cancelled',
    'Canceled',
    "can't make it",
    'CAN’T MAKE IT ANY MORE, sorry! (emailed 19 Oct)',
    'Not coming',
  ])('%s cancels', (note) => {
    expect(standingWith('What should your badge say?', note)).toBe('cancelled');
  });

  it.each([
    'Ada',
    'Cancela',
    "can't make it before 19:00",
    'I cannot come until 7pm',
    "Can't make the first round",
    'Cancelled my other plans, all yours',
  ])('%s does not cancel', (note) => {
    expect(standingWith('What should your badge say?', note)).toBe('active');
  });

  it.each([
    ['Attending', 'active'],
    ['Checked In', 'active'],
    ['Not Attending', 'cancelled'],
    ['Refunded', 'cancelled'],
    ['Deleted', 'cancelled'],
    ['Cancelled', 'cancelled'],
  ])('Eventbrite: %s is %s', (status, standing) => {
    const header = ['Order #', 'First Name', 'Surname', 'Email', 'Attendee Status'];
    expect(onlyPerson(csv([header, ['1', 'Ada', 'L', 'a@x.example', status]])).details.standing).toBe(standing);
  });

  it.each([
    ['approved', '', 'active'],
    ['declined', '', 'cancelled'],
    ['pending_approval', '', 'waiting'],
    ['invited', '2026-10-22T17:46:06.000Z', 'active'],
  ])('Luma (2025 header): %s, checked in %j, is %s', (status, checkedIn, standing) => {
    const header = ['api_id', 'name', 'first_name', 'last_name', 'email', 'approval_status', 'checked_in_at'];
    const row = ['g', '', 'Ada', 'L', 'a@x.example', status, checkedIn];
    expect(onlyPerson(csv([header, row])).details).toMatchObject({ name: 'Ada L', standing });
  });

  it('active outweighs waiting outweighs cancelled, whatever the order', () => {
    const header = ['guest_id', 'name', 'email', 'approval_status'];
    const rows = ['approved', 'waitlist', 'declined', 'waitlist'].map((status) => ['g', 'Ada', 'a@x.example', status]);
    const file = rosterOf(csv([header, ...rows]));
    expect(file.rows.map((row) => row.outcome)).toEqual(['person', 'waiting', 'cancelled', 'duplicate']);
    expect(file.people).toMatchObject([{ record: 1, details: { standing: 'active' } }]);
    expect(rosterOf(csv([header, ...rows.slice(1)])).people).toMatchObject([
      { record: 3, details: { standing: 'waiting' } },
    ]);
  });
});

describe('answers', () => {
  it.each(['None', 'none.', 'n/a', 'N/A', 'No', '-', '–', 'nothing'])('%s in access or diet is nothing', (answer) => {
    expect(oneAnswer('Access requirements', answer).access).toBe('');
    expect(oneAnswer('Dietary requirements', answer).diet).toBe('');
  });

  it.each(['Access requirements', 'Do you need step-free entry?', 'Anything we should know?', 'Accessibility'])(
    '"%s" asks about access',
    (column) => {
      expect(oneAnswer(column, 'Ramp')).toMatchObject({ access: 'Ramp' });
    },
  );

  it.each(['no pork', 'No nuts', 'Noise', 'Nil by mouth'])('%s in diet is something', (answer) => {
    expect(oneAnswer('Dietary requirements', answer).diet).toBe(answer);
  });

  it.each([
    [
      ['Energy, water & climate | Games', 'Energy, water & climate'],
      [['Energy, water & climate', 'Games'], ['Energy, water & climate']],
    ],
    [
      ['Games;Law, property & construction', 'Games'],
      [['Games', 'Law, property & construction'], ['Games']],
    ],
    [['Games, Energy, water & climate, Telecoms'], [['Games', 'Energy, water & climate', 'Telecoms']]],
    [['games, music, games'], [['games', 'music']]],
    [['Games, music, film'], [['Games', 'music', 'film']]],
    [[''], [[]]],
  ])('industries %j', (cells, expected) => {
    const column = 'Which industries are you most curious about?';
    const file = rosterOf(
      studentForm(
        cells.map((cell) => ({ [column]: cell })),
        [column],
      ),
    );
    expect(file.people.map((person) => person.details.industries)).toEqual(expected);
  });

  it.each([
    ['I agree', true],
    ['Yes', true],
    ['I have read it', true],
    ['', false],
    ['No', false],
    ['I do not agree', false],
    ['I don’t', false],
  ])('consent %j is %s', (answer, given) => {
    const column = 'I have read the privacy notice';
    expect(rosterOf(studentForm([{ [column]: answer }], [column])).rows[0]?.reason).toBe(
      given ? undefined : 'no-consent',
    );
  });

  it('a no to photos or to a newsletter is no withdrawal of consent', () => {
    const columns = ['I consent to photos', 'I agree to receive the newsletter'];
    expect(rosterOf(studentForm([{ 'I consent to photos': 'No' }], columns)).counts.unique).toBe(1);
  });

  it.each([
    ['I am 18 or over', 'No', true],
    ['I am 18 or over', 'Yes', false],
    ['I am 18 or over', '', false],
    ['Are you under 18?', 'Yes', true],
    ['Are you under 18?', 'No', false],
  ])('%s %j: under 18 is %s', (column, answer, under) => {
    expect(onlyPerson(studentForm([{ [column]: answer }], [column])).flags.includes('under-18')).toBe(under);
  });

  it('the organiser may say whom the file is about', () => {
    const text = studentForm([{ Company: 'Tin Kettle' }], ['Company']);
    const file = accepted(readRoster(bytesOf(text), { role: 'mentor' }));
    expect(file.people[0]?.details).toMatchObject({ role: 'mentor', card: { company: 'Tin Kettle' } });
    expect(rosterOf(text).role).toBe('student');
  });

  it('each reason has words', () => {
    expect(reasonInEnglish('no-consent')).toContain('did not agree');
  });
});
