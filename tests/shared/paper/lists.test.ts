import { EMPTY_REGISTRATION } from '@lapwing/shared/event/registration';
import { roomAtStart } from '@lapwing/shared/event/room-tonight';
import { attendeeId, tableId } from '@lapwing/shared/kernel/ids';
import { peopleList } from '@lapwing/shared/paper/people-list';
import { runSheet } from '@lapwing/shared/paper/run-sheet';
import { tableLists } from '@lapwing/shared/paper/table-lists';
import { describe, expect, it } from 'vitest';
import { at, started } from '../live/evening.ts';
import { mentor, PEOPLE, parts, partsOf, person, SCHEDULE, table } from './paper-room.ts';

const ROOM = roomAtStart(SCHEDULE, [table(1), table(2), table(3)]);

describe('lists that hang or lie in the room', () => {
  const off = { registration: { ...EMPTY_REGISTRATION, offWalls: true } };
  const people = PEOPLE.map((one, index) => ({
    ...one,
    badgeCode: `B${index}`,
    ...(/^(Ann|Sue)/u.test(one.name) ? off : {}),
  }));
  const codeOf = (name: string): string => people.find((one) => one.name.startsWith(name))?.badgeCode ?? '';

  it('say the code of the badge of whoever keeps their name off the walls', () => {
    const text = JSON.stringify([tableLists(parts({ people })), peopleList(parts({ people }))]);
    for (const name of ['Ann', 'Archer', 'Sue', 'Second']) expect(text, name).not.toContain(name);
    const [first, second] = tableLists(parts({ people }));
    expect(first?.rounds[0]?.students).toEqual([codeOf('Ann'), 'Bob B.'].sort());
    expect(second?.rounds[0]?.mentors).toEqual([codeOf('Sue')]);
  });

  it('have them last among everybody, where nobody looks for a name', () => {
    const names = peopleList(parts({ people })).rows.map(({ name }) => name);
    expect(names).toEqual(['Bob B.', 'Cleo C.', 'Max M.', ...[codeOf('Ann'), codeOf('Sue')].sort()]);
  });
});

describe('table lists', () => {
  it('say for every table who sits there when, students by first name and initial, mentors in full', () => {
    const [first, second, ...more] = tableLists(parts());
    expect(first).toEqual({
      number: 1,
      name: 'Avocet',
      rounds: [
        {
          round: 1,
          startsAt: at(0),
          endsAt: at(600),
          mentors: ['Max Mentor-Moore'],
          students: ['Ann A.', 'Bob B.'],
          spare: 2,
        },
        {
          round: 2,
          startsAt: at(720),
          endsAt: at(1_320),
          mentors: ['Max Mentor-Moore'],
          students: ['Ann A.'],
          spare: 2,
        },
        {
          round: 3,
          startsAt: at(1_440),
          endsAt: at(2_040),
          mentors: ['Max Mentor-Moore'],
          students: ['Cleo C.'],
          spare: 2,
        },
      ],
    });
    expect(second?.rounds.map(({ students }) => students)).toEqual([['Cleo C.'], ['Bob B.'], ['Ann A.', 'Bob B.']]);
    expect(more, 'a table where nobody ever sits needs no list').toEqual([]);
  });

  it('leave no more empty lines than there are chairs', () => {
    const tight = tableLists(parts({ tables: [table(1, { seats: 2 }), table(2, { seats: 1 })] }));
    expect(tight.map(({ rounds }) => rounds.map(({ spare }) => spare))).toEqual([
      [0, 1, 1],
      [0, 0, 0],
    ]);
  });

  it('of an evening on which mentors move tell which of them comes', () => {
    const [ann, max, sue] = [person('Ann Archer'), mentor('Max Moore'), mentor('Sue Second')];
    const students = [ann.id];
    const rounds = [max, sue, max].map(({ id }) => ({ t1: { students, mentors: [id] } }));
    const [list] = tableLists(parts({ people: [ann, max, sue], schedule: { rounds } }, { whoMoves: 'mentors' }));
    expect(list?.rounds.map((round) => [...round.mentors, ...round.students])).toEqual([
      ['Max Moore', 'Ann A.'],
      ['Sue Second', 'Ann A.'],
      ['Max Moore', 'Ann A.'],
    ]);
  });

  it('begin with the round that runs; rounds that are over or left out are not worth the ink', () => {
    const second = started().wait(800);
    expect(tableLists(partsOf(second))[0]?.rounds.map(({ round }) => round)).toEqual([2, 3]);
    const moving = started().wait(601);
    expect(tableLists(partsOf(moving))[0]?.rounds.map(({ round }) => round)).toEqual([2, 3]);
    const without = started().press({ kind: 'skip', round: 2 });
    expect(tableLists(partsOf(without))[0]?.rounds.map(({ round }) => round)).toEqual([1, 3]);
    const again = started().wait(800).press('back').wait(810);
    expect(tableLists(partsOf(again))[0]?.rounds.map(({ round }) => round)).toEqual([1, 2, 3]);
    expect(tableLists(partsOf(started().press('finish')))).toEqual([]);
  });

  it('have the times of the night as it goes: late, shorter, paused', () => {
    const late = started().press({ kind: 'addMinutes', minutes: 5 });
    expect(tableLists(partsOf(late))[0]?.rounds.map(({ startsAt }) => startsAt)).toEqual([at(0), at(1_020), at(1_740)]);
    const paused = started().wait(60).press('pause').wait(180);
    expect(tableLists(partsOf(paused))[0]?.rounds[1]?.startsAt).toBe(at(840));
  });

  it('know tables that were added or closed tonight', () => {
    const room = { ...ROOM, closed: [{ table: tableId('t2'), from: 1 }] };
    expect(tableLists(partsOf(started(), { room })).map(({ number }) => number)).toEqual([1]);
    const later = { ...ROOM, closed: [{ table: tableId('t2'), from: 2 }] };
    expect(tableLists(partsOf(started(), { room: later })).map(({ number }) => number)).toEqual([1, 2]);
    const added = { ...SCHEDULE.rounds[2], t9: { students: [attendeeId('bob-baker')], mentors: [] } };
    const schedule = { rounds: [...SCHEDULE.rounds.slice(0, 2), added] };
    const lists = tableLists(partsOf(started(), { schedule, tables: [table(9, { name: 'Balcony' }), table(1)] }));
    expect(lists.map(({ number, name }) => `${number} ${name}`)).toEqual(['1 Avocet', '9 Balcony']);
  });
});

describe('the people list', () => {
  it('names everybody in order, with their table in each round, or none', () => {
    const { rounds, rows } = peopleList(parts());
    expect(rounds.map(({ round, startsAt }) => [round, startsAt])).toEqual([
      [1, at(0)],
      [2, at(720)],
      [3, at(1_440)],
    ]);
    expect(rows).toEqual([
      { name: 'Ann A.', role: 'student', tables: [1, 1, 2] },
      { name: 'Bob B.', role: 'student', tables: [1, 2, 2] },
      { name: 'Cleo C.', role: 'student', tables: [2, null, 1] },
      { name: 'Max M.', role: 'mentor', tables: [1, 1, 1] },
      { name: 'Sue S.', role: 'mentor', tables: [2, 2, 2] },
    ]);
  });

  it('has whoever is expected or here without a seat, and nobody who left, waits or cancelled', () => {
    const others = [
      person('Dan Dole'),
      person('Eve East', { standing: 'waiting' }),
      person('Fay Ford', { standing: 'cancelled' }),
      person('Gus Gale', { standing: 'waiting', checkedInAt: at(-60) }),
      person('Hal Hope', { checkedInAt: at(-60) }),
    ];
    const room = { ...ROOM, left: [attendeeId('hal-hope')] };
    const { rows } = peopleList(parts({ people: [...PEOPLE, ...others], room }));
    const extra = rows.filter(({ tables }) => tables.every((one) => one === null));
    expect(extra.map(({ name }) => name)).toEqual(['Dan D.', 'Gus G.']);
  });

  it('of a running night has the rounds from now on only', () => {
    const { rounds, rows } = peopleList(partsOf(started().wait(1_500)));
    expect(rounds.map(({ round }) => round)).toEqual([3]);
    expect(rows.map(({ tables }) => tables)).toEqual([[2], [2], [1], [1], [2]]);
  });

  it('tells people apart who would read the same', () => {
    const names = ['Aisha Khan', 'Aisha Karim', 'Aisha Lo', 'Mo', 'Jo Lee', 'Jo Leeds'];
    const twins = ['AB', 'CD'].map((badgeCode) => person('Sam Ray', { id: attendeeId(badgeCode), badgeCode }));
    const { rows } = peopleList(parts({ people: [...names.map((name) => person(name)), ...twins] }));
    expect(rows.map(({ name }) => name)).toEqual([
      ...['Aisha Ka.', 'Aisha Kh.', 'Aisha L.', 'Jo Lee', 'Jo Leed.', 'Mo', 'Sam R. (AB)', 'Sam R. (CD)'],
    ]);
  });

  it('says first names alone among people under 18, and tells those who share one apart by their badge', () => {
    const people = [
      person('Mo Khan'),
      ...['AB', 'CD'].map((badgeCode) => person(`Aisha K${badgeCode}`, { id: attendeeId(badgeCode), badgeCode })),
    ];
    const { rows } = peopleList(parts({ people, firstNamesOnly: true }));
    expect(rows.map(({ name }) => name)).toEqual(['Aisha (AB)', 'Aisha (CD)', 'Mo']);
    const lists = JSON.stringify(tableLists(parts({ firstNamesOnly: true })).map(({ rounds }) => rounds[0]?.students));
    expect(lists).not.toMatch(/[A-Z]\./u);
  });
});

it('no sheet says more of people than their name and table', () => {
  const text = JSON.stringify([tableLists(parts()), peopleList(parts()), runSheet(parts())]);
  expect(text).toContain('Max Mentor-Moore');
  expect(text).not.toMatch(/secret|Archer|Baker|Cole\b/u);
});
