import { seededRandom } from '@lapwing/shared/kernel/random';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const draw = (seed: number, count: number, bound: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random.below(bound));
};

describe('seeded random', () => {
  test('the same seed gives the same sequence, on every machine', () => {
    expect(draw(42, 50, 1_000)).toEqual(draw(42, 50, 1_000));
    expect(draw(42, 50, 1_000)).not.toEqual(draw(43, 50, 1_000));
    expect(draw(1, 5, 100)).toEqual([62, 0, 52, 98, 96]);
  });

  test('only the low 32 bits of a seed count', () => {
    expect(draw(7 + 2 ** 32, 20, 1_000)).toEqual(draw(7, 20, 1_000));
  });

  test('below stays below, whole and not negative', () => {
    const bound = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 2 ** 31 }));
    const property = fc.property(fc.integer(), bound, (seed, limit) => {
      for (const value of draw(seed, 20, limit)) {
        expect(Number.isInteger(value) && value >= 0 && value < limit).toBe(true);
      }
    });
    fc.assert(property);
  });

  test('every number comes about equally often', () => {
    const counts = [0, 0, 0, 0, 0];
    for (const value of draw(5, 10_000, 5)) counts[value] = (counts[value] ?? 0) + 1;
    for (const count of counts) expect(Math.abs(count - 2_000)).toBeLessThan(200);
  });

  test('shuffle is a permutation of the same array', () => {
    const property = fc.property(fc.integer(), fc.array(fc.nat(9)), (seed, items) => {
      const given = [...items];
      const shuffled = seededRandom(seed).shuffle(given);
      expect(shuffled).toBe(given);
      expect([...shuffled].sort()).toEqual([...items].sort());
    });
    fc.assert(property);
  });

  test('every order of three comes about equally often', () => {
    const random = seededRandom(11);
    const counts = new Map<string, number>();
    for (let round = 0; round < 6_000; round++) {
      const order = random.shuffle(['a', 'b', 'c']).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });
});
