import { eveningLine } from '@lapwing/shared/live/evening-line';
import { describe, expect, it } from 'vitest';
import { at, momentWith, STARTS_AT, talk } from '../../../client/src/gallery/fixtures.ts';
import { labelled, progressOn } from '../../../client/src/kit/line-geometry.ts';

const line = eveningLine(momentWith(talk(3), 3), at(29), STARTS_AT);

describe('line of rounds', () => {
  it('puts the dot between the stations it is between', () => {
    expect(progressOn(line, at(24))).toBeCloseTo(2 / 6);
    expect(progressOn(line, at(30))).toBeCloseTo(2.5 / 6);
    expect(progressOn(line, at(-5))).toBe(0);
    expect(progressOn(line, at(200))).toBe(1);
  });

  it('writes no more times than fit', () => {
    expect(labelled(line.stations, 8).size).toBe(6);
    expect([...labelled(line.stations, 4)]).toEqual([1, 3, 5]);
  });
});
