import { EMPTY_CARD } from '@lapwing/shared/event/roster';
import { attendeeId } from '@lapwing/shared/kernel/ids';
import { mentorPages, signInPages, stackedPages } from '@lapwing/shared/paper/pages';
import { mentorSheet, signInList } from '@lapwing/shared/paper/sign-in-list';
import { splitName } from '@lapwing/shared/paper/split-name';
import { tableCards } from '@lapwing/shared/paper/table-cards';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { started } from '../live/evening.ts';
import { mentor, PEOPLE, parts, partsOf, person, SCHEDULE, table } from './paper-room.ts';

describe('table cards', () => {
  const priya = mentor('Priya Raman', {
    id: attendeeId('max-mentor-moore'),
    card: { ...EMPTY_CARD, jobTitle: 'Product manager', company: 'Northlamp', askMeAbout: 'Saying no', contact: 'x@y' },
  });
  const people = PEOPLE.map((one) => (one.id === priya.id ? priya : one));

  it('say table, mentor, what to ask them, and where to find one’s own tables', () => {
    expect(tableCards(parts({ people, join: 'http://hall/e/KQ4T' }))[0]).toEqual({
      ...{ number: 1, name: 'Avocet', join: 'http://hall/e/KQ4T', askMeAbout: 'Saying no' },
      mentors: [{ name: 'Priya Raman', job: 'Product manager', company: 'Northlamp' }],
    });
    expect(JSON.stringify(tableCards(parts({ people })))).not.toMatch(/x@y|Archer|secret (?!company|ask)/u);
  });

  it('stand on tables where somebody sits, in order of numbers', () => {
    const numbers = tableCards(parts({ tables: [table(3), table(2), table(1)] })).map(({ number }) => number);
    expect(numbers).toEqual([1, 2]);
    const room = { tables: [], people: [], left: [], closed: [{ table: table(2).id, from: 1 }] };
    expect(tableCards(partsOf(started(), { room })).map(({ number }) => number)).toEqual([1]);
  });

  it('of two mentors ask nobody’s question; where mentors move, name nobody', () => {
    const both = { rounds: [{ t1: { students: [], mentors: [priya.id, attendeeId('sue-second')] } }] };
    const [card] = tableCards(parts({ people, schedule: both }));
    expect([card?.mentors.map(({ name }) => name), card?.askMeAbout]).toEqual([['Priya Raman', 'Sue Second'], '']);
    const moving = tableCards(parts({ people }, { whoMoves: 'mentors' }));
    expect(moving.map(({ mentors, askMeAbout }) => [mentors, askMeAbout])).toEqual([
      [[], ''],
      [[], ''],
    ]);
  });
});

describe('the sign-in list', () => {
  it('has everybody by surname with their first table that is left', () => {
    const { round, rows } = signInList(parts());
    expect(round).toBe(1);
    expect(rows.map(({ surname, given, table: seat }) => [surname, given, seat?.number, seat?.name])).toEqual([
      ['Archer', 'Ann', 1, 'Avocet'],
      ['Baker', 'Bob', 1, 'Avocet'],
      ['Cole', 'Cleo', 2, 'Bittern'],
      ['Mentor-Moore', 'Max', 1, 'Avocet'],
      ['Second', 'Sue', 2, 'Bittern'],
    ]);
    const later = signInList(partsOf(started().wait(800)));
    expect([later.round, later.rows.map(({ table: seat }) => seat?.number)]).toEqual([2, [1, 2, undefined, 1, 2]]);
  });

  it('says no more than names, tells namesakes apart by their badge, and among people under 18 says first names alone', () => {
    const twins = ['ABCDEFGH', 'CDEFGHIJ'].map((badgeCode) =>
      person('Sam Ray', { id: attendeeId(badgeCode), badgeCode }),
    );
    const people = [...PEOPLE, ...twins, person('Sam Rayner')];
    const { rows } = signInList(parts({ people }));
    expect(rows.filter(({ code }) => code !== '').map(({ surname, code }) => [surname, code])).toEqual([
      ['Ray', 'ABCDEFGH'],
      ['Ray', 'CDEFGHIJ'],
    ]);
    expect(JSON.stringify(rows)).not.toContain('secret');
    const young = signInList(parts({ people, firstNamesOnly: true })).rows;
    expect(JSON.stringify(young)).not.toMatch(/Archer|Baker|Ray\b|Rayner/u);
    expect(young.map(({ given }) => given).slice(0, 2)).toEqual(['Ann', 'Bob']);
  });

  it('has thirty lines on a page, the last of them empty for people who come unannounced', () => {
    const [row] = signInList(parts()).rows;
    if (!row) throw new Error('a row is needed');
    const pages = signInPages(Array.from({ length: 31 }, () => row));
    expect(pages.map((page) => [page.length, page.filter((one) => one !== null).length])).toEqual([
      [30, 30],
      [30, 1],
    ]);
    expect(signInPages([])).toEqual([]);
  });
});

describe('the mentor sheet', () => {
  it('has mentors alone: what they do, and the table where they stay, or each of their tables', () => {
    const { rounds, rows } = mentorSheet(parts());
    expect(rounds).toEqual([1, 2, 3]);
    expect(rows.map(({ name, work, stays }) => [name, work, stays?.number])).toEqual([
      ['Max Mentor-Moore', 'secret company', 1],
      ['Sue Second', 'secret company', 2],
    ]);
    const [first, ...others] = SCHEDULE.rounds;
    const swapped = { rounds: [{ t1: first?.t2 ?? { students: [], mentors: [] } }, ...others] };
    const sheet = mentorSheet(parts({ schedule: swapped }));
    expect(sheet.rows.map(({ tables, stays }) => [tables, stays])).toEqual([
      [[null, 1, 1], null],
      [[1, 2, 2], null],
    ]);
    expect(mentorPages(Array.from({ length: 49 }, () => rows[0] as (typeof rows)[0]))).toHaveLength(3);
  });
});

describe('pages that are cut', () => {
  it('lose nothing, and the piles of the cut stack laid on each other are in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 60 }), fc.constantFrom(1, 2, 4), (pieces, onPage) => {
        const pages = stackedPages(pieces, onPage);
        expect(pages).toHaveLength(Math.ceil(pieces.length / onPage));
        const piles = Array.from({ length: onPage }, (_, place) => pages.map((page) => page[place] ?? null));
        expect(piles.flat().slice(0, pieces.length)).toEqual(pieces);
      }),
    );
  });
});

it.each([
  ['Aisha Karim', 'Aisha', 'Karim'],
  ['Mary Jane Watson', 'Mary Jane', 'Watson'],
  ['Anna van der Berg', 'Anna', 'van der Berg'],
  ['Oluwaseun Adébáyọ̀-Fitzgerald', 'Oluwaseun', 'Adébáyọ̀-Fitzgerald'],
  ['Bo', 'Bo', ''],
  [' عائشة عبدالرحمن ', 'عائشة', 'عبدالرحمن'],
  ['', '', ''],
])('the surname of "%s"', (name, given, surname) => {
  expect(splitName(name)).toEqual({ given, surname });
});
