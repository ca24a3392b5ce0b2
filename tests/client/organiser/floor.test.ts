import { NO_NEEDS } from '@lapwing/shared/event/registration';
import { attendeeId } from '@lapwing/shared/kernel/ids';
import { describe, expect, it } from 'vitest';
import { dealMentors } from '../../../client/src/organiser/floor/deal-mentors.ts';
import {
  doubleNumbers,
  draftFloor,
  floorBody,
  placed,
  withLandmark,
  withNewTable,
} from '../../../client/src/organiser/floor/floor-draft.ts';
import { floorSum } from '../../../client/src/organiser/floor/floor-sum.ts';
import { drawnFields, freeNumber, freeSpot, moveTo, nextSpot } from '../../../client/src/organiser/floor/grid.ts';
import { say } from '../../../client/src/organiser/words.ts';
import { person, table } from './builders.ts';

const ann = attendeeId('ann');
const bob = attendeeId('bob');

describe('moving on the grid', () => {
  const tables = [
    { column: 0, row: 0, name: 'a' },
    { column: 1, row: 0, name: 'b' },
  ];
  it('goes to a free field', () => {
    expect(nextSpot({ column: 0, row: 0 }, 'back')).toEqual({ column: 0, row: 1 });
    expect(moveTo(tables, 0, { column: 3, row: 2 })[0]).toMatchObject({ column: 3, row: 2, name: 'a' });
  });
  it('changes places with what stands there', () => {
    expect(moveTo(tables, 0, { column: 1, row: 0 })).toEqual([
      { column: 1, row: 0, name: 'a' },
      { column: 0, row: 0, name: 'b' },
    ]);
  });
  it('stops at the walls', () => {
    expect(nextSpot({ column: 0, row: 0 }, 'left')).toBeNull();
    expect(nextSpot({ column: 0, row: 0 }, 'front')).toBeNull();
    expect(nextSpot({ column: 11, row: 29 }, 'right')).toBeNull();
    expect(nextSpot({ column: 11, row: 29 }, 'back')).toBeNull();
  });
  it('is drawn with room to move into, up to the walls', () => {
    expect(drawnFields(tables)).toEqual({ columns: 5, rows: 2 });
    expect(drawnFields([{ column: 11, row: 29 }])).toEqual({ columns: 12, rows: 30 });
  });
});

const floorOf = (...tables: ReturnType<typeof table>[]) => draftFloor({ tables, landmarks: [] });

describe('landmarks', () => {
  const floor = withLandmark(floorOf(table(1, { column: 0, row: 0 }), table(2, { column: 1, row: 0 })), 'door');
  it('stand on the first free field, and tables change places with them', () => {
    expect(floor.landmarks).toEqual([{ key: floor.added, kind: 'door', column: 2, row: 0 }]);
    const after = placed(floor, floor.tables[0]?.key ?? '', { column: 2, row: 0 });
    expect(after.tables.map(({ column, row }) => [column, row])).toEqual([
      [2, 0],
      [1, 0],
    ]);
    expect(after.landmarks[0]).toMatchObject({ column: 0, row: 0 });
    expect(withNewTable(after).tables.at(-1)).toMatchObject({ column: 3, row: 0 });
  });
  it('have keys of their own, also after one was removed', () => {
    const [, two, three] = [
      floor,
      withLandmark(floor, 'coffee'),
      withLandmark(withLandmark(floor, 'coffee'), 'windows'),
    ];
    const without = { ...three, landmarks: three.landmarks.filter(({ kind }) => kind !== 'door') };
    const keys = withLandmark(without, 'door').landmarks.map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
    expect(floorBody(two).landmarks).toEqual([
      { kind: 'door', column: 2, row: 0 },
      { kind: 'coffee', column: 3, row: 0 },
    ]);
  });
});

it('a new table takes the first free number and field, and the seats of the last', () => {
  expect(freeNumber([1, 2, 4])).toBe(3);
  expect(
    freeSpot([
      { column: 0, row: 0 },
      { column: 2, row: 0 },
    ]),
  ).toEqual({ column: 1, row: 0 });
  const floor = withNewTable(floorOf(table(1, { seats: 8 })));
  expect(floor.tables[1]).toMatchObject({ number: 2, seats: 8, column: 1, row: 0 });
  expect(floorBody(floor).tables[1]).not.toHaveProperty('id');
  expect(floorBody(floor).tables[0]).toEqual(table(1, { seats: 8 }));
});

it('finds numbers that stand on two tables', () => {
  expect(doubleNumbers(floorOf(table(1), table(2, { number: 1 }), table(3)).tables)).toEqual([1]);
});

describe('dealing mentors', () => {
  it('fills empty tables first, then gives second mentors, and leaves who sits', () => {
    const tables = [table(1), table(2, { mentors: [bob] }), table(3)];
    const mentors = ['ann', 'bob', 'cem', 'dan'].map((name) => person(name, { role: 'mentor' }));
    expect(dealMentors(tables, mentors).map((one) => one.mentors)).toEqual([['ann', 'dan'], ['bob'], ['cem']]);
  });
  it('never gives a table three, and leaves tables empty when mentors run out', () => {
    const many = Array.from({ length: 5 }, (_, index) => person(`m${index}`, { role: 'mentor' }));
    expect(dealMentors([table(1)], many)[0]?.mentors).toHaveLength(2);
    expect(dealMentors([table(1), table(2)], [person('ann', { role: 'mentor' })])[1]?.mentors).toEqual([]);
  });
  it('gives who needs a step-free or quiet table such a one, also when dealt last', () => {
    const tables = [table(1), table(2, { stepFree: true }), table(3, { stepFree: true, quiet: true })];
    const ann = person('ann', { role: 'mentor' });
    const bob = person('bob', { role: 'mentor', access: 'Step-free, please' });
    const cem = person('cem', { role: 'mentor', needs: { ...NO_NEEDS, stepFree: true, quiet: true } });
    expect(dealMentors(tables, [ann, bob, cem]).map((one) => one.mentors)).toEqual([['ann'], ['bob'], ['cem']]);
    expect(dealMentors([table(1)], [cem])[0]?.mentors, 'no such table').toEqual(['cem']);
  });
});

describe('the sum of the floor', () => {
  const students = Array.from({ length: 3 }, (_, index) => person(`Student ${index}`));
  const words = (...args: Parameters<typeof floorSum>): string => {
    const { warning } = floorSum(...args);
    return warning === null ? '' : say(warning);
  };
  it('counts seats for the students who are expected', () => {
    const cancelled = person('Gone', { standing: 'cancelled' });
    expect(say(floorSum([table(1)], [...students, cancelled]).line)).toBe('Seats 6 for 3 students.');
  });
  it('warns of missing seats before anything else', () => {
    expect(words([table(1, { seats: 1 })], students)).toBe(
      '2 students have no seat. Add tables or seats, or they sit rounds out.',
    );
  });
  it('does not count a table whose mentor does not come', () => {
    const gone = person('Ann', { role: 'mentor', standing: 'cancelled' });
    expect(floorSum([table(1, { mentors: [ann] })], [gone]).staffed).toBe(0);
    expect(floorSum([table(1, { mentors: [ann, bob] })], [gone]).staffed).toBe(1);
  });
  it('warns of tables that stay closed, and whom that leaves standing', () => {
    const tables = [table(1, { seats: 2, mentors: [ann] }), table(2, { seats: 2 })];
    expect(words(tables, students)).toBe(
      'One table has no mentor and will stay closed. Without it, one student has no seat.',
    );
    expect(words([table(1, { mentors: [ann] }), table(2)], students)).toBe(
      'One table has no mentor and will stay closed.',
    );
  });
  it('mentions mentors without a table', () => {
    const mentor = person('Ann', { role: 'mentor' });
    const spare = person('Bob', { role: 'mentor' });
    expect(words([table(1, { mentors: [mentor.id] })], [mentor, spare])).toBe('One mentor has no table yet.');
    expect(words([table(1, { mentors: [mentor.id] })], [mentor])).toBe('');
  });
});
