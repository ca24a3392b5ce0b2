import { outlook, overbookFor, STAY_AWAY_PERCENT, stayedAwayPercent } from '@lapwing/shared/event/overbooking';
import { placesOf } from '@lapwing/shared/event/places';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('giving out more places than there are chairs', () => {
  it('92 for 60 chairs, when 35 % stay away; if all come, 32 chairs are missing', () => {
    const percent = overbookFor(STAY_AWAY_PERCENT);
    expect(placesOf({ capacity: 60, overbookPercent: percent })).toBe(92);
    expect(outlook(60, percent, 35)).toEqual({ stayAway: 35, come: 60, missing: 0, empty: 0 });
    expect(outlook(60, percent, 0).missing).toBe(32);
    expect(outlook(60, percent, 25)).toMatchObject({ come: 69, missing: 9 });
    expect(outlook(60, percent, 50)).toMatchObject({ come: 46, empty: 14 });
  });

  it('never leaves anybody without a chair when as many stay away as was reckoned with', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 0, max: 50 }), (capacity, stayAway) => {
        // rounded to whole people, half a person may be too many
        expect(outlook(capacity, overbookFor(stayAway), stayAway).missing).toBeLessThanOrEqual(1);
      }),
    );
    expect(overbookFor(100)).toBe(100);
    expect(overbookFor(0)).toBe(0);
  });

  it('knows the share of those who stayed away', () => {
    expect(stayedAwayPercent({ booked: 60, came: 40 })).toBe(33);
    expect(stayedAwayPercent({ booked: 0, came: 0 })).toBe(0);
  });
});
