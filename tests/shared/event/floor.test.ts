import { BIRDS, gridPlace, PLATE_COLOURS, PLATE_SHAPES, plateOf, tableName } from '@lapwing/shared/event/floor';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const plate = (number: number): string => `${plateOf(number).colour} ${plateOf(number).shape}`;
const numbers = (count: number, from = 1): number[] => Array.from({ length: count }, (_, index) => from + index);

describe('plates', () => {
  test('table 1 is an orange circle', () => {
    expect(plateOf(1)).toEqual({ colour: 'orange', shape: 'circle' });
  });

  test('56 tables have 56 different plates, then they start again', () => {
    expect(PLATE_COLOURS.length * PLATE_SHAPES.length).toBe(56);
    expect(new Set(numbers(56).map(plate)).size).toBe(56);
    for (const number of numbers(56)) expect(plate(number + 56)).toBe(plate(number));
  });

  test('neighbours differ in colour and in shape', () => {
    for (const number of numbers(200)) {
      expect(plateOf(number + 1).colour).not.toBe(plateOf(number).colour);
      expect(plateOf(number + 1).shape).not.toBe(plateOf(number).shape);
    }
  });
});

describe('table names', () => {
  test('a name of the organiser goes before the bird', () => {
    expect(tableName({ number: 1, name: '' })).toBe('Avocet');
    expect(tableName({ number: 1, name: 'Window' })).toBe('Window');
  });

  test('birds are in alphabetical order, one for each of 24 tables, then they start again', () => {
    expect([...BIRDS].sort()).toEqual([...BIRDS]);
    expect(new Set(numbers(24).map((number) => tableName({ number, name: '' }))).size).toBe(24);
    expect(tableName({ number: 25, name: '' })).toBe('Avocet');
  });
});

describe('grid', () => {
  test('no two new tables stand in one place, in at most 8 columns, without a hole', () => {
    const property = fc.property(fc.integer({ min: 1, max: 250 }), (count) => {
      const places = numbers(count, 0).map((index) => gridPlace(index, count));
      expect(new Set(places.map(({ column, row }) => `${column},${row}`)).size).toBe(count);
      const columns = Math.max(...places.map(({ column }) => column)) + 1;
      expect(columns).toBeLessThanOrEqual(8);
      places.forEach(({ column, row }, index) => {
        expect(row * columns + column).toBe(index);
      });
    });
    fc.assert(property);
  });

  test('a floor is about as wide as it is deep', () => {
    expect(gridPlace(0, 1)).toEqual({ column: 0, row: 0 });
    expect(gridPlace(11, 12)).toEqual({ column: 3, row: 2 });
    expect(gridPlace(39, 40)).toEqual({ column: 7, row: 4 });
  });
});
