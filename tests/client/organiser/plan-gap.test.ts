import { attendeeId } from '@lapwing/shared/kernel/ids';
import { expect, it } from 'vitest';
import { planGap } from '../../../client/src/organiser/plan/plan-gap.ts';
import { say } from '../../../client/src/organiser/words.ts';
import { person, table } from './builders.ts';

const students = (count: number) => Array.from({ length: count }, (_, index) => person(`S${index}`));
const mentors = (count: number) => Array.from({ length: count }, (_, index) => person(`M${index}`, { role: 'mentor' }));
const hall = (count: number, staffed: number, seats = 5) =>
  Array.from({ length: count }, (_, index) =>
    table(index + 1, { seats, mentors: index < staffed ? [attendeeId(`m${index}`)] : [] }),
  );
const words = (...args: Parameters<typeof planGap>): string | null => {
  const gap = planGap(...args);
  return gap && say(gap);
};

it('says how many mentors are missing, and who sits out without them', () => {
  expect(words(hall(12, 9), [...students(60), ...mentors(9)])).toBe(
    '60 students need 12 tables of 5, and 9 can open. Add 3 more mentors, or 15 students sit out in every round.',
  );
});

it('asks for tables where there are none left to open', () => {
  expect(words(hall(2, 2), [...students(11), ...mentors(2)])).toBe(
    '11 students need 3 tables of 5, and 2 can open. Add one more table with a mentor, or one student sits out in every round.',
  );
});

it('counts whom it expects: a mentor who cancelled opens no table', () => {
  const people = [...students(10), ...mentors(2)];
  expect(words(hall(2, 2), people)).toBeNull();
  const without = people.map((one) => (one.name === 'M1' ? { ...one, standing: 'cancelled' as const } : one));
  expect(words(hall(2, 2), without)).toContain('Add one more mentor, or 5 students sit out');
});

it('says nothing where everybody can sit', () => {
  expect(words(hall(12, 12), [...students(60), ...mentors(12)])).toBeNull();
  expect(words([], students(3))).toBeNull();
});
