import { NO_NEEDS } from '@lapwing/shared/event/registration';
import { attendeeId } from '@lapwing/shared/kernel/ids';
import { describe, expect, it } from 'vitest';
import { dealMentors } from '../../../client/src/organiser/floor/deal-mentors.ts';
import {
  doubleNumbers,
  draftTables,
  floorBody,
  withNewTable,
} from '../../../client/src/organiser/floor/floor-draft.ts';
import { floorSum } from '../../../client/src/organiser/floor/floor-sum.ts';
import { freeNumber, freeSpot, moveOnGrid } from '../../../client/src/organiser/floor/grid.ts';
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
    expect(moveOnGrid(tables, 0, 'back')[0]).toMatchObject({ column: 0, row: 1 });
  });
  it('changes places with who stands there', () => {
    expect(moveOnGrid(tables, 0, 'right')).toEqual([
      { column: 1, row: 0, name: 'a' },
      { column: 0, row: 0, name: 'b' },
    ]);
  });
  it('stops at the walls', () => {
    expect(moveOnGrid(tables, 0, 'left')).toBe(tables);
    expect(moveOnGrid(tables, 0, 'front')).toBe(tables);
    expect(moveOnGrid(tables, 7, 'back')).toBe(tables);
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
  const tables = withNewTable(draftTables([table(1, { seats: 8 })]));
  expect(tables[1]).toMatchObject({ number: 2, seats: 8, column: 1, row: 0 });
  expect(floorBody(tables)[1]).not.toHaveProperty('id');
  expect(floorBody(tables)[0]).toEqual(table(1, { seats: 8 }));
});

it('finds numbers that stand on two tables', () => {
  expect(doubleNumbers(draftTables([table(1), table(2, { number: 1 }), table(3)]))).toEqual([1]);
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
