import { sameField } from '@lapwing/shared/event/fields';
import { type ComingMentor, mentorRadar, type WishingStudent } from '@lapwing/shared/event/mentor-radar';
import { attendeeId } from '@lapwing/shared/kernel/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const student = (industries: string[], more: Partial<WishingStudent> = {}): WishingStudent => ({
  industries,
  roles: [],
  wishes: [],
  ...more,
});
const mentor = (name: string, industry: string, seats = 2, roles: string[] = []): ComingMentor => ({
  id: attendeeId(name),
  industry,
  roles,
  seats,
});
const many = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);

describe('fields', () => {
  it('are the same however they are written, and where one is how the other begins', () => {
    expect(sameField('Health & life sciences', 'health')).toBe(true);
    expect(sameField('public-sector', 'Public sector & civic tech')).toBe(true);
    expect(sameField('Law', 'Lawn care')).toBe(false);
    expect(sameField('', 'Law')).toBe(false);
    expect(sameField('&', '&')).toBe(false);
  });
});

describe('the mentor radar', () => {
  it('counts a seat for each student and field, against the seats beside mentors of it over all rounds', () => {
    const students = [...many(9, student(['health'])), ...many(3, student(['Law', 'Health & life sciences']))];
    const rows = mentorRadar({ students, mentors: [mentor('a', 'Health', 2)], rounds: 3, usualSeats: 2 });
    expect(rows).toEqual([
      { kind: 'industry', field: 'health', wanted: 12, mentors: 1, offered: 6, missing: 6, mentorsMissing: 1 },
      { kind: 'industry', field: 'Law', wanted: 3, mentors: 0, offered: 0, missing: 3, mentorsMissing: 1 },
    ]);
  });

  it('does the same for roles, and for the mentors whom students named', () => {
    const ann = mentor('ann', 'Games', 1, ['Data analyst']);
    const wishes = [ann.id, attendeeId('gone')];
    const students = many(4, student([], { roles: ['data-analyst'], wishes }));
    const rows = mentorRadar({ students, mentors: [ann], rounds: 3, usualSeats: 1 });
    expect(rows.map(({ kind, field, wanted, offered, missing }) => [kind, field, wanted, offered, missing])).toEqual([
      ['mentor', 'gone', 4, 0, 4],
      ['role', 'data-analyst', 4, 3, 1],
      ['mentor', 'ann', 4, 3, 1],
    ]);
  });

  it('has nothing missing once the mentors come whom it names, and never more missing than wanted', () => {
    const wants = fc.array(fc.constantFrom('Health', 'Law', 'Games'), { maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(wants, { maxLength: 30 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 6 }),
        (wishes, rounds, usualSeats) => {
          const room = { students: wishes.map((industries) => student(industries)), rounds, usualSeats };
          const rows = mentorRadar({ ...room, mentors: [] });
          for (const row of rows) expect(row.missing).toBe(row.wanted);
          const mentors = rows.flatMap(({ field, mentorsMissing }) =>
            many(mentorsMissing, 0).map((_, n) => mentor(`${field}${n}`, field, usualSeats)),
          );
          expect(mentorRadar({ ...room, mentors }).every(({ missing }) => missing === 0)).toBe(true);
        },
      ),
    );
  });
});
