import { type InLine, lineUp, placesFree, placesOf, whoMovesUp } from '@lapwing/shared/event/places';
import { instant } from '@lapwing/shared/kernel/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const limits = fc.option(fc.integer({ min: 1, max: 40 }));
const lines = fc.uniqueArray(
  fc.record({ id: fc.string({ minLength: 1, maxLength: 4 }), since: fc.integer({ min: 0, max: 9 }).map(instant) }),
  { selector: ({ id }) => id, maxLength: 30 },
);

describe('places', () => {
  it('are the chairs and those given out beyond them', () => {
    expect(placesOf({ capacity: 60, overbookPercent: 0 })).toBe(60);
    expect(placesOf({ capacity: 60, overbookPercent: 53 })).toBe(92);
    expect(placesOf({ capacity: 2000, overbookPercent: 100 })).toBe(4000);
    expect(placesOf({ capacity: null, overbookPercent: 53 })).toBeNull();
  });

  it('that are free are not promised twice: who waits comes first', () => {
    expect(placesFree(5, 3, 0)).toBe(2);
    expect(placesFree(5, 3, 1)).toBe(1);
    expect(placesFree(5, 7, 3)).toBe(0);
    expect(placesFree(null, 7, 3)).toBeNull();
  });

  it('are never given to more than fit, nor left empty while somebody waits', () => {
    fc.assert(
      fc.property(limits, fc.nat(60), lines, (places, active, waiting) => {
        const moved = whoMovesUp(places, active, waiting);
        const free = places === null ? 0 : Math.max(0, places - active);
        expect(moved.length).toBe(Math.min(free, waiting.length));
      }),
    );
  });

  it('go by who waits longest: nobody is passed over, in whatever order the line is read', () => {
    fc.assert(
      fc.property(limits, fc.nat(20), lines, fc.nat(), (places, active, waiting, turn) => {
        const moved: readonly InLine[] = whoMovesUp(places, active, waiting);
        const left = waiting.filter((person) => !moved.includes(person));
        const last = Math.max(-1, ...moved.map(({ since }) => since));
        expect(left.every(({ since }) => since >= last)).toBe(true);
        const at = waiting.length === 0 ? 0 : turn % waiting.length;
        const turned = [...waiting.slice(at), ...waiting.slice(0, at)];
        expect(whoMovesUp(places, active, turned)).toEqual(moved);
        expect(lineUp(turned)).toEqual(lineUp(waiting));
      }),
    );
  });
});
