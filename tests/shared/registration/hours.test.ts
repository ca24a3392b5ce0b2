import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Instant, instant } from '../../../shared/src/kernel/time.ts';
import { type Hours, hoursProblems, hoursThere, WHOLE_EVENING } from '../../../shared/src/registration/hours.ts';

const MINUTE = 60_000;
const at = (minute: number): Instant => instant(1_800_000_000_000 + minute * MINUTE);
/** Two hours. */
const evening = { startsAt: at(0), endsAt: at(120) };
const hours = (arrives: number | null, leaves: number | null): Hours => ({
  arrivesAt: arrives === null ? null : at(arrives),
  leavesAt: leaves === null ? null : at(leaves),
});
const wrong = (arrives: number | null, leaves: number | null, before: Hours = WHOLE_EVENING): string[] =>
  hoursProblems(hours(arrives, leaves), before, evening).map(({ field, code }) => `${field} ${code}`);

describe('the hours of a mentor', () => {
  it('are fine within the evening and some hours around it', () => {
    for (const [arrives, leaves] of [
      [null, null],
      [15, 90],
      [-360, 1],
      [119, 480],
    ] as const)
      expect(wrong(arrives, leaves)).toEqual([]);
  });

  it('name the field that is wrong, and how', () => {
    expect(wrong(-361, null)).toEqual(['arrivesAt longBefore']);
    expect(wrong(120, null)).toEqual(['arrivesAt afterEnd']);
    expect(wrong(null, 0)).toEqual(['leavesAt beforeStart']);
    expect(wrong(null, 481)).toEqual(['leavesAt longAfter']);
    expect(wrong(120, 0)).toEqual(['arrivesAt afterEnd', 'leavesAt beforeStart']);
    expect(wrong(60, 60)).toEqual(['leavesAt outOfOrder']);
  });

  it('are only looked at where they are changed', () => {
    const moved = hours(-5_000, -4_000);
    expect(wrong(-5_000, -4_000, moved)).toEqual([]);
    expect(wrong(10, -4_000, moved), 'at the field that was changed').toEqual(['arrivesAt outOfOrder']);
    expect(wrong(-5_000, 0, moved)).toEqual(['leavesAt beforeStart']);
    expect(wrong(-5_000, 60, moved)).toEqual([]);
    expect(wrong(null, null, moved)).toEqual([]);
  });
});

describe('from when until when a mentor is there', () => {
  it('is as they say, and as the evening is where that makes no sense', () => {
    const there = (arrives: number | null, leaves: number | null): number[] => {
      const { from, to } = hoursThere(hours(arrives, leaves), evening);
      return [from, to].map((time) => (time - evening.startsAt) / MINUTE);
    };
    expect(there(null, null)).toEqual([0, 120]);
    expect(there(-30, 150)).toEqual([-30, 150]);
    expect(there(200, 90), 'comes when it is over').toEqual([0, 90]);
    expect(there(10, -90), 'goes before it begins').toEqual([10, 120]);
    expect(there(90, 60), 'goes before they come').toEqual([0, 120]);
    expect(there(-100_000, 100_000), 'an evening that was moved').toEqual([0, 120]);
  });

  it('never ends before it begins, whatever is stored', () => {
    const time = fc.option(fc.integer({ min: -100_000, max: 100_000 }));
    fc.assert(
      fc.property(time, time, (arrives, leaves) => {
        const { from, to } = hoursThere(hours(arrives, leaves), evening);
        expect(from).toBeLessThan(to);
        expect(from).toBeLessThan(evening.endsAt);
        expect(to).toBeGreaterThan(evening.startsAt);
      }),
    );
  });
});
