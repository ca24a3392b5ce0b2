import { expect, it } from 'vitest';
import { letterNeeded, reachOf } from '../../../client/src/display/room-depth.ts';

it.each([
  [4, 0.8, 'all-but-names'],
  [3.84, 0.8, 'everything'],
  [12, 2, 'all-but-names'],
  [12.1, 2, 'countdown'],
  [16, 2, 'countdown'],
  [16.1, 2, 'too-deep'],
] as const)('a last row at %d m sees of a picture %d m high: %s', (distance, height, reach) => {
  expect(reachOf(distance, height)).toBe(reach);
});

it('knows nothing of what is no length', () => {
  for (const [distance, height] of [
    [0, 2],
    [12, 0],
    [Number.NaN, 2],
    [12, Number.NaN],
  ] as const)
    expect(reachOf(distance, height)).toBeNull();
});

it('asks for a letter of a 120th of the distance', () => {
  expect(letterNeeded(12)).toBe(10);
});
