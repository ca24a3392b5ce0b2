import { personLine, personLines, type Schedule } from '@lapwing/shared/event/schedule';
import { type AttendeeId, attendeeId } from '@lapwing/shared/kernel/ids';
import { seededRandom } from '@lapwing/shared/kernel/random';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const people = (prefix: string, count: number): AttendeeId[] =>
  Array.from({ length: count }, (_, index) => attendeeId(`${prefix}${index}`));

/** Rounds of random seatings; some people sit out. */
function randomSchedule(seed: number, rounds: number, tables: number, students: number): Schedule {
  const random = seededRandom(seed);
  const round = () => {
    const seated = random.shuffle(people('s', students)).slice(0, random.below(students + 1));
    const mentors = random.shuffle(people('m', tables));
    const places = Array.from({ length: tables }, (_, table) => [
      `t${table}`,
      {
        students: seated.filter((_, index) => index % tables === table),
        mentors: random.below(4) === 0 ? [] : mentors.slice(table, table + 1),
      },
    ]);
    return Object.fromEntries(places);
  };
  return { rounds: Array.from({ length: rounds }, round) };
}

const [ann, ben, mia, noah] = ['ann', 'ben', 'mia', 'noah'].map(attendeeId) as [
  AttendeeId,
  AttendeeId,
  AttendeeId,
  AttendeeId,
];

describe('lines through the tables', () => {
  const schedule: Schedule = {
    rounds: [
      { a: { students: [ann], mentors: [mia] }, b: { students: [ben], mentors: [noah] } },
      { a: { students: [ben], mentors: [mia, noah] } },
    ],
  };

  test('a student meets the mentors of the table, and sits out where there is no seat', () => {
    expect(personLine(schedule, ann)).toEqual([
      { round: 1, table: 'a', meets: [mia] },
      { round: 2, table: null, meets: [] },
    ]);
    expect(personLine(schedule, ben)[1]).toEqual({ round: 2, table: 'a', meets: [mia, noah] });
  });

  test('a mentor meets the students of the table, not the other mentor', () => {
    expect(personLine(schedule, noah)).toEqual([
      { round: 1, table: 'b', meets: [ben] },
      { round: 2, table: 'a', meets: [ben], shared: true },
    ]);
  });

  test('somebody who is in no round has a line of rounds to sit out, and none among all lines', () => {
    const nobody = attendeeId('nobody');
    expect(personLine(schedule, nobody).map(({ table }) => table)).toEqual([null, null]);
    expect(personLines(schedule).has(nobody)).toBe(false);
    expect(personLine({ rounds: [] }, ann)).toEqual([]);
  });

  test('one person alone and everybody in one pass agree', () => {
    const size = fc.integer({ min: 1, max: 6 });
    const property = fc.property(
      fc.nat(),
      size,
      size,
      fc.integer({ min: 1, max: 20 }),
      (seed, rounds, tables, students) => {
        const random = randomSchedule(seed, rounds, tables, students);
        const lines = personLines(random);
        for (const person of [...people('s', students), ...people('m', tables)]) {
          const line = personLine(random, person);
          expect(lines.get(person) ?? line).toEqual(line);
          expect(lines.has(person)).toBe(line.some(({ table }) => table !== null));
        }
      },
    );
    fc.assert(property);
  });
});
