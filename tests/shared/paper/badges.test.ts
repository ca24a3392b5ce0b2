import { roomAtStart } from '@lapwing/shared/event/room-tonight';
import { EMPTY_CARD } from '@lapwing/shared/event/roster';
import { attendeeId, tableId } from '@lapwing/shared/kernel/ids';
import { type Badge, badges } from '@lapwing/shared/paper/badges';
import { describe, expect, it } from 'vitest';
import { at, started } from '../live/evening.ts';
import { mentor, PEOPLE, parts, partsOf, person, SCHEDULE, table } from './paper-room.ts';

const badgeOf = (all: readonly Badge[], first: string): Badge => {
  const found = all.find((badge) => badge.first === first);
  if (!found) throw new Error(`no badge for ${first}`);
  return found;
};
const max = { name: 'Max Mentor-Moore', job: '', company: 'secret company' };
const sue = { name: 'Sue Second', job: '', company: 'secret company' };

describe('badges', () => {
  it('have a line for every round: time, table, and whom a student meets there; a round without a table is one, too', () => {
    const cleo = badgeOf(badges(parts()), 'Cleo');
    expect(cleo.rows).toEqual([
      { kind: 'table', round: 1, until: 1, at: at(0), number: 2, name: 'Bittern', mentors: [sue] },
      { kind: 'sitOut', round: 2, at: at(720) },
      { kind: 'table', round: 3, until: 3, at: at(1_440), number: 1, name: 'Avocet', mentors: [max] },
    ]);
  });

  it('a break stands between the rounds, not before the first of them', () => {
    const agenda = { breakAfterRound: 2, breakMinutes: 8 };
    const kinds = (all: readonly Badge[]) => badgeOf(all, 'Ann').rows.map(({ kind }) => kind);
    expect(kinds(badges(parts({}, agenda)))).toEqual(['table', 'table', 'break', 'table']);
    expect(badgeOf(badges(parts({}, agenda)), 'Ann').rows[2]).toEqual({
      kind: 'break',
      at: at(1_320),
      until: at(1_800),
    });
    const inBreak = partsOf(started(agenda).wait(1_330));
    expect(kinds(badges(inBreak))).toEqual(['table']);
  });

  it('of mentors who stay have one line for as long as they stay, and name no student', () => {
    const staying = badgeOf(badges(parts()), 'Max');
    expect(staying.rows).toEqual([
      { kind: 'table', round: 1, until: 3, at: at(0), number: 1, name: 'Avocet', mentors: [] },
    ]);
    const rounds = ['t1', 't2', 't2'].map((id) => ({ [id]: { students: [], mentors: [attendeeId('max-moore')] } }));
    const moving = badges(parts({ people: [mentor('Max Moore')], schedule: { rounds } }, { whoMoves: 'mentors' }));
    expect(moving[0]?.rows.map((row) => row.kind === 'table' && [row.number, row.round, row.until])).toEqual([
      [1, 1, 1],
      [2, 2, 3],
    ]);
    expect(JSON.stringify(badges(parts()).filter(({ role }) => role === 'mentor'))).not.toMatch(/Ann|Bob|Cleo/u);
  });

  it('stand in order of surnames; of two who have the same, in order of first names', () => {
    const names = ['Zoe Adams', 'Bo', 'Anna van der Berg', 'Ann Berger', 'Abe Adams', 'Mary Jane Watson'];
    const people = names.map((name) => person(name));
    expect(badges(parts({ people })).map(({ first }) => first)).toEqual(['Abe', 'Zoe', 'Ann', 'Bo', 'Anna', 'Mary']);
  });

  it('say of a student surname, course and year, of a mentor job and company, and nothing else', () => {
    const people = [
      person('Mary Jane Watson', { course: 'Economics', yearOfStudy: 'second year' }),
      mentor('Max Moore', { card: { ...EMPTY_CARD, jobTitle: 'Barrister', company: 'Northlamp', contact: 'secret' } }),
      person('Bo', { course: '' }),
    ];
    const all = badges(parts({ people }));
    expect(all.map(({ first, about }) => [first, about])).toEqual([
      ['Bo', []],
      ['Max', ['Moore', 'Barrister', 'Northlamp']],
      ['Mary', ['Jane Watson', 'Economics', 'second year']],
    ]);
    expect(JSON.stringify(badges(parts({ people: PEOPLE.map((one) => ({ ...one, course: '' })) })))).not.toMatch(
      /secret(?! company)/u,
    );
  });

  it('of people under 18 say their first name alone', () => {
    const guest = person('Guest of Ben Adeyemi', { unnamed: true });
    const all = badges(parts({ people: [...PEOPLE, guest], firstNamesOnly: true }));
    expect(badgeOf(all, 'Ann').about).toEqual([]);
    expect(badgeOf(all, 'Max').about).toEqual(['Mentor-Moore', 'secret company']);
    expect(JSON.stringify(all)).not.toMatch(/Archer|Baker|Cole\b|Adeyemi|course/u);
  });

  it('a guest without a name has room for it', () => {
    const guest = person('Guest of Ben Adeyemi', { unnamed: true, course: '' });
    expect(badgeOf(badges(parts({ people: [guest] })), '').about).toEqual(['Guest of Ben Adeyemi']);
  });

  it('whoever is expected without a table has a badge without lines; whoever left or waits has none', () => {
    const others = [
      person('Dan Dole'),
      person('Eve East', { standing: 'waiting' }),
      person('Hal Hope', { checkedInAt: at(-60) }),
    ];
    const room = { ...roomAtStart(SCHEDULE, [table(1), table(2)]), left: [attendeeId('hal-hope')] };
    const all = badges(parts({ people: [...PEOPLE, ...others], room }));
    expect(badgeOf(all, 'Dan').rows).toEqual([]);
    expect(all.map(({ first }) => first)).not.toEqual(expect.arrayContaining(['Eve']));
    expect(all.map(({ first }) => first)).not.toEqual(expect.arrayContaining(['Hal']));
  });

  it('of a running night have the rounds that are left, at the tables of tonight', () => {
    const added = { t9: { students: [attendeeId('cleo-cole')], mentors: [] } };
    const schedule = { rounds: [...SCHEDULE.rounds.slice(0, 2), added] };
    const tables = [table(1), table(9, { name: 'Balcony' })];
    const cleo = badgeOf(badges(partsOf(started().wait(1_500), { schedule, tables })), 'Cleo');
    expect(cleo.rows).toEqual([
      { kind: 'table', round: 3, until: 3, at: at(1_440), number: 9, name: 'Balcony', mentors: [] },
    ]);
    expect(tableId('t9')).toBe(tables[1]?.id);
  });
});
