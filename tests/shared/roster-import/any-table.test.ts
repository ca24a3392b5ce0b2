import { describe, expect, it } from 'vitest';
import { type RosterFile, readRoster } from '../../../shared/src/roster-import/read-roster.ts';
import { accepted, bytesOf, csv, rosterOf, sample } from './files.ts';

const table = (header: readonly string[], ...rows: (readonly string[])[]): RosterFile =>
  rosterOf(csv([header, ...rows]));
const who = (file: RosterFile) =>
  file.people.map(({ details }) => `${details.name} <${details.email}> ${details.role} ${details.standing}`);
const subjects = (file: RosterFile) => Object.fromEntries(file.columns.map(({ header, subject }) => [header, subject]));

describe('any other table', () => {
  it('is guessed by its header', () => {
    const file = table(
      ['Vorname', 'Nachname', 'E-Mail', 'Studiengang', 'Foo'],
      ['Ada', 'Quill', 'ada@x.example', 'Jura', '1'],
    );
    expect([file.format, ...who(file)]).toEqual(['other', 'Ada Quill <ada@x.example> student active']);
    expect(subjects(file)).toMatchObject({ Studiengang: 'course', Foo: 'other' });
    expect(file.columns[0]).toEqual({ header: 'Vorname', subject: 'firstName', examples: ['Ada'] });
  });

  it('"Name" beside "Surname" is a first name, "Nom" beside "Prénom" a last one', () => {
    expect(who(table(['Name', 'Surname', 'Email'], ['Ada', 'Quill', 'a@x.example']))).toEqual([
      'Ada Quill <a@x.example> student active',
    ]);
    expect(who(table(['Name', 'Surname', 'Email'], ['Ada Quill', 'Quill', 'a@x.example']))).toEqual([
      'Ada Quill <a@x.example> student active',
    ]);
    expect(who(table(['Nom', 'Prénom', 'Courriel'], ['Quill', 'Ada', 'a@x.example']))).toEqual([
      'Ada Quill <a@x.example> student active',
    ]);
  });

  it('is guessed by its cells where the header has no such words', () => {
    const file = table(
      ['Kto', 'Gdzie', 'Jak', 'Czy'],
      ['Ada Quill', 'Leeds', 'ada@x.example', 'confirmed'],
      ['Bo Reed', 'Leeds', 'bo@x.example', 'waitlist'],
      ['Cy Ng', 'York', 'cy@x.example', 'cancelled'],
    );
    expect(subjects(file)).toEqual({ Kto: 'name', Gdzie: 'other', Jak: 'email', Czy: 'status' });
    expect(file.counts).toEqual({ rows: 3, unique: 1, duplicate: 0, cancelled: 1, waiting: 1, invalid: 0 });
  });

  it('may have no header at all', () => {
    const file = table(['Ada Quill', 'ada@x.example'], ['Bo Reed', 'bo@x.example']);
    expect(file.header).toEqual(['Column 1', 'Column 2']);
    expect(file.rows.map(({ record }) => record)).toEqual([1, 2]);
    expect(who(file)).toEqual(['Ada Quill <ada@x.example> student active', 'Bo Reed <bo@x.example> student active']);
  });

  it('a choice of columns outweighs every guess, in known files too', () => {
    const file = accepted(
      readRoster(sample('luma-guests.csv'), {
        choose: (guessed) => ({
          subjects: guessed.map(({ header, subject }) =>
            header.includes('university') ? 'course' : subject === 'course' ? 'other' : subject,
          ),
          role: 'mentor',
        }),
      }),
    );
    expect([file.mappedBy, file.role]).toEqual(['choice', 'mentor']);
    expect(file.people[0]?.details.course).toBe('Eastquay');
    expect(file.counts).toMatchObject({ rows: 111, unique: 90 });
  });

  it('without a column for names nobody is a person, and nothing is lost', () => {
    const file = accepted(readRoster(bytesOf('a,b\n1,2\n3,4\n')));
    expect(file.counts).toMatchObject({ rows: 2, invalid: 2 });
    expect(subjects(file)).toEqual({ a: 'other', b: 'other' });
  });
});
