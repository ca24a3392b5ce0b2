import { callNames } from '@lapwing/shared/event/call-names';
import type { RowReason } from '@lapwing/shared/roster-import/row-reason';
import { describe, expect, it } from 'vitest';
import { fieldWord, problemGroups, reasonWord } from '../../../client/src/organiser/import/import-words.ts';
import { findPeople, folded } from '../../../client/src/organiser/people/find-people.ts';
import { countPeople, filterPeople } from '../../../client/src/organiser/people/people-filter.ts';
import { t } from '../../../client/src/organiser/words.ts';
import { NINETEEN, person } from './builders.ts';

describe('finding people', () => {
  const people = ['Oluwaseun Adébáyọ̀-Fitzgerald', 'Zoë O’Brien', 'Søren Łuczak', 'Anna Berg', 'Hannah Ann'].map(
    (name) => person(name),
  );
  const names = (query: string): string[] => findPeople(people, query).map(({ name }) => name);

  it('ignores accents, case and apostrophes', () => {
    expect(folded('Adébáyọ̀')).toBe('adebayo');
    expect(names('ADEBAYO')).toEqual(['Oluwaseun Adébáyọ̀-Fitzgerald']);
    expect(names('obrien')).toEqual(['Zoë O’Brien']);
    expect(names('soren luc')).toEqual(['Søren Łuczak']);
  });
  it('finds any part, the beginning of the name first, then the beginning of a part', () => {
    expect(names('ann')).toEqual(['Anna Berg', 'Hannah Ann']);
    expect(names('fitz')).toEqual(['Oluwaseun Adébáyọ̀-Fitzgerald']);
    expect(names('erg')).toEqual(['Anna Berg']);
  });
  it('ranks a name by its worst word', () => {
    const both = ['Anna Abel', 'Jo An Berg'].map((name) => person(name));
    expect(findPeople(both, 'an be').map(({ name }) => name)).toEqual(['Jo An Berg', 'Anna Abel']);
  });
  it('needs every word, and finds everybody for none', () => {
    expect(names('anna x')).toEqual([]);
    expect(names(' ')).toHaveLength(5);
  });
});

it('calls students by first names, with an initial where two share it, and mentors by their whole name', () => {
  const people = [person('Rosa Berg'), person('Rosa Evans'), person('Wen'), person('Wen Ho', { role: 'mentor' })];
  expect([...callNames(people).values()]).toEqual(['Rosa\u00a0B.', 'Rosa\u00a0E.', 'Wen', 'Wen Ho']);
  const alike = [person('Piotr Hoffmann'), person('Piotr Hale')];
  expect([...callNames(alike).values()]).toEqual(['Piotr\u00a0Ho.', 'Piotr\u00a0Ha.']);
});

it('filters by chips', () => {
  const people = [
    person('A', { email: 'a@example.org', industries: ['Games'] }),
    person('B', { checkedInAt: NINETEEN, unconfirmed: true }),
    person('C', { role: 'mentor', unconfirmed: true }),
    person('D', { standing: 'waiting', unconfirmed: true }),
    person('E', { standing: 'cancelled' }),
  ];
  expect(countPeople(people)).toEqual({
    coming: 3,
    students: 2,
    mentors: 1,
    here: 1,
    waiting: 1,
    cancelled: 1,
    unconfirmed: 1,
    'no-wish': 1,
    'no-email': 2,
  });
  expect(filterPeople(people, 'no-wish').map(({ name }) => name)).toEqual(['B']);
  expect(filterPeople(people, 'no-email').map(({ name }) => name)).toEqual(['B', 'C']);
});

describe('the words of an import', () => {
  const reasons: Record<RowReason, true> = {
    placeholder: true,
    'no-name': true,
    'name-is-link': true,
    'no-email': true,
    'email-malformed': true,
    'no-member-id': true,
    'no-consent': true,
    'cell-too-long': true,
    'too-many-cells': true,
    'broken-quotes': true,
    'duplicate-of': true,
  };
  it('has a sentence with a remedy for every reason', () => {
    for (const reason of Object.keys(reasons)) {
      const text = t(reasonWord({ reason, outcome: 'invalid' }), { row: '7' });
      expect(text, reason).toMatch(/^[A-Z].*\. .*\.$/u);
    }
  });
  it('names the earlier row of a duplicate', () => {
    expect(t(reasonWord({ reason: 'duplicate-of', outcome: 'duplicate' }), { row: '7' })).toContain('row 7');
  });
  it('says something about a cancelled or waiting row without a reason, and about an unknown one', () => {
    expect(reasonWord({ reason: '', outcome: 'cancelled' })).toBe('reason.cancelled');
    expect(reasonWord({ reason: '', outcome: 'waiting' })).toBe('reason.waiting');
    expect(reasonWord({ reason: 'new-code', outcome: 'invalid' })).toBe('reason.unknown');
  });
  it('shows what needs the organiser first, and no empty groups', () => {
    const problem = { record: 1, name: '', reason: '', field: '', value: '' };
    const groups = problemGroups([
      { ...problem, outcome: 'duplicate' },
      { ...problem, outcome: 'invalid' },
    ]);
    expect(groups.map(({ outcome }) => outcome)).toEqual(['invalid', 'duplicate']);
  });
  it('has a word for fields of the card', () => {
    expect(fieldWord('card.jobTitle')).toBe('field.card');
    expect(fieldWord('email')).toBe('person.email');
  });
});
