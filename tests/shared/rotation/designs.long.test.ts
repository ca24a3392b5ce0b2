import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../shared/src/kernel/random.ts';
import { designedSeating } from '../../../shared/src/rotation/designs/designed-seating.ts';
import { measure, type Shape } from '../../../shared/src/rotation/designs/shape.ts';

/** "48/8/6" is 48 students at 8 tables with mentors in 6 rounds; without mentors it ends in "no". */
function shapeOf(text: string): Shape {
  const [numbers = '', no] = text.split(' ');
  const [students = 0, tables = 0, rounds = 0] = numbers.split('/').map(Number);
  return { students, tables, rounds, mentored: no !== 'no' };
}

const designed = (shape: Shape, seed = 1) => designedSeating(shape, seededRandom(seed));

/** Everything that any seating must keep, counted anew. */
function expectSound(shape: Shape, seed = 1) {
  const found = designed(shape, seed);
  if (!found) return null;
  const { even, repeatedVisits, repeatedPairs } = measure(shape, found.seat);
  expect(even).toBe(true);
  if (shape.mentored) expect(repeatedVisits).toBe(0);
  expect(found.repeatedPairs).toBe(repeatedPairs);
  return found;
}

/** Second meetings of two people, counted slowly and in another way than the product does. */
function pairsMetAgain({ students, rounds }: Shape, seat: Int32Array): number {
  let again = 0;
  for (let one = 0; one < students; one++) {
    for (let other = 0; other < one; other++) {
      let meetings = 0;
      for (let round = 0; round < rounds; round++) {
        if (seat[round * students + one] === seat[round * students + other]) meetings++;
      }
      again += Math.max(0, meetings - 1);
    }
  }
  return again;
}

const PRIME_POWERS = [2, 3, 4, 5, 7, 8, 9, 11, 13, 16, 25, 27];

describe('formulas', () => {
  test('R80 at a prime power of tables nobody meets or visits twice, up to a student less than tables at each', () => {
    const shapes = fc.constantFrom(...PRIME_POWERS).chain((tables) =>
      fc.record({
        tables: fc.constant(tables),
        students: fc.integer({ min: 1, max: tables * (tables - 1) }),
        rounds: fc.integer({ min: 1, max: tables }),
        mentored: fc.constant(true),
      }),
    );
    fc.assert(
      fc.property(shapes, (shape) => {
        const found = expectSound(shape);
        expect(found?.repeatedPairs).toBe(0);
        if (shape.students <= 60 && found) expect(pairsMetAgain(shape, found.seat)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  test('R80 without mentors there is room for as many students at a table as tables', () => {
    const shapes = fc.constantFrom(...PRIME_POWERS).chain((tables) =>
      fc.record({
        tables: fc.constant(tables),
        students: fc.integer({ min: 1, max: tables * tables }),
        rounds: fc.integer({ min: 1, max: tables }),
        mentored: fc.constant(false),
      }),
    );
    fc.assert(
      fc.property(shapes, (shape) => {
        expect(expectSound(shape)?.repeatedPairs).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  test('R80 one table fewer than a prime power is perfect while rounds and largest table suffice', () => {
    const shapes = fc
      .constantFrom(6, 10, 12, 15, 18, 22, 24, 28)
      .chain((tables) => fc.record({ tables: fc.constant(tables), rounds: fc.integer({ min: 2, max: tables }) }))
      .chain(({ tables, rounds }) =>
        fc.record({
          tables: fc.constant(tables),
          rounds: fc.constant(rounds),
          students: fc.integer({ min: 1, max: tables * (tables + 1 - rounds) }),
          mentored: fc.boolean(),
        }),
      );
    fc.assert(
      fc.property(shapes, (shape) => {
        expect(expectSound(shape)?.repeatedPairs).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  test.each(['2000/250/10', '10000/1200/10', '9000/1024/8', '1800/128/10'])('R80 %s takes no search', (text) => {
    const shape = shapeOf(text);
    const found = designed(shape);
    expect(['field', 'product', 'quotient']).toContain(found?.by);
    if (shape.students <= 2_000) expectSound(shape);
  });
});

describe('classics', () => {
  test.each([
    '48/8/6',
    '42/7/7',
    '40/8/5',
    '45/9/9',
    '50/10/6',
    '20/5/5',
    '54/9/8',
    '72/12/7',
    '56/8/7',
    '49/7/8 no',
    '16/4/5 no',
    '25/5/6 no',
    '9/3/4 no',
    '27/9/13 no',
    '15/5/7 no',
    '24/8/11 no',
    '32/8/10 no',
    '32/8/9 no',
  ])('R81 %s is perfect', (text) => {
    expect(expectSound(shapeOf(text))?.repeatedPairs).toBe(0);
  });

  test('R81 the eight teams of golfers leave only 16 pairs who never meet in ten days', () => {
    const shape = shapeOf('32/8/10 no');
    const found = designed(shape);
    expect(found?.by).toBe('quaternion');
    if (found) expect(pairsMetAgain(shape, found.seat)).toBe(0);
  });

  // the most second meetings that the search may leave where perfect is impossible or unknown
  test.each([
    ['30/6/6', 45],
    ['60/10/8', 92],
    ['25/5/5', 36],
    ['30/6/5', 20],
  ])('R82 %s meets again at most %i times', (text, most) => {
    const found = expectSound(shapeOf(text));
    expect(found?.repeatedPairs).toBeLessThanOrEqual(most);
  });
});

describe('any numbers', () => {
  const anyShape = fc.record({
    students: fc.integer({ min: 1, max: 24 }),
    tables: fc.integer({ min: 1, max: 6 }),
    rounds: fc.integer({ min: 1, max: 6 }),
    mentored: fc.boolean(),
  });

  test('R83 a designed seating is even, keeps tables apart and counts its repeats', () => {
    fc.assert(
      fc.property(anyShape, fc.nat(), (shape, seed) => {
        const found = expectSound(shape, seed);
        if (found) expect(pairsMetAgain(shape, found.seat)).toBe(found.repeatedPairs);
      }),
      { numRuns: 10 },
    );
  });

  test('R83 the same seed gives the same seating', () => {
    const shape = shapeOf('15/5/7 no');
    expect(designed(shape, 7)).toEqual(designed(shape, 7));
  });

  test.each([
    ['more rounds than tables with mentors', '24/4/9'],
    ['nobody', '0/4/4'],
    ['one large table', '30/1/4 no'],
    ['everybody meets everybody anyway', '30/2/3 no'],
  ])('R84 nothing is designed for %s', (_, text) => {
    expect(designed(shapeOf(text))).toBeNull();
  });

  test('R84 beyond a few hundred people nothing is searched', () => {
    expect(designed(shapeOf('400/20/9 no'))).toBeNull();
  });
});
