import {
  holdBack,
  secondsGone,
  secondsLeft,
  untilSecondsGoneChange,
  untilSecondsLeftChange,
} from '@lapwing/shared/clock/remaining';
import { STEP_FROM_MS, type Steered, steer } from '@lapwing/shared/clock/slew';
import { instant, milliseconds } from '@lapwing/shared/kernel/time';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('steering', () => {
  test('the first drawing takes the estimate as it is', () => {
    expect(steer(null, 100, 5_000)).toEqual({ at: 100, offset: 5_000 });
  });

  test('small corrections move by 5 % of the elapsed time, both ways, and arrive', () => {
    expect(steer({ at: 0, offset: 5_000 }, 1_000, 5_200)).toEqual({ at: 1_000, offset: 5_050 });
    expect(steer({ at: 0, offset: 5_000 }, 1_000, 4_800)).toEqual({ at: 1_000, offset: 4_950 });
    expect(steer({ at: 0, offset: 5_000 }, 10_000, 5_200)).toEqual({ at: 10_000, offset: 5_200 });
  });

  test('a correction of a quarter of a second or more is taken at once', () => {
    expect(steer({ at: 0, offset: 5_000 }, 1, 5_000 + STEP_FROM_MS).offset).toBe(5_250);
    expect(steer({ at: 0, offset: 5_000 }, 1, 5_000 - STEP_FROM_MS).offset).toBe(4_750);
    expect(steer({ at: 0, offset: 5_000 }, 1, 5_249).offset).toBeCloseTo(5_000.05, 6);
  });

  test('a page clock that did not move steers nothing', () => {
    expect(steer({ at: 50, offset: 5_000 }, 50, 5_100)).toEqual({ at: 50, offset: 5_000 });
  });

  test('while it steers, shown time runs on, and never beside the estimate', () => {
    const steps = fc.array(
      fc.record({ gap: fc.integer({ min: 1, max: 5_000 }), target: fc.integer({ min: 0, max: 249 }) }),
    );
    const property = fc.property(steps, (looks) => {
      let before: Steered = { at: 0, offset: 100 };
      for (const { gap, target } of looks) {
        const now = steer(before, before.at + gap, target);
        expect(now.at + now.offset).toBeGreaterThan(before.at + before.offset);
        expect(Math.abs(target - now.offset)).toBeLessThanOrEqual(Math.abs(target - before.offset));
        expect(Math.abs(now.offset - before.offset)).toBeLessThanOrEqual(gap * 0.05 + 1e-9);
        before = now;
      }
    });
    fc.assert(property);
  });
});

describe('shown seconds', () => {
  test('a countdown shows each number for a whole second and 0 exactly at the end', () => {
    const shown = (remaining: number) => secondsLeft(milliseconds(remaining));
    expect([10_000, 9_001, 9_000, 1, 0.1, 0, -1, -5_000].map(shown)).toEqual([10, 10, 9, 1, 1, 0, 0, 0]);
  });

  test('the wait for the next number is exact, and none after the end', () => {
    const wait = (remaining: number) => untilSecondsLeftChange(milliseconds(remaining));
    expect([10_000, 9_999, 9_001, 9_000, 1, 0, -1].map(wait)).toEqual([1_000, 999, 1, 1_000, 1, null, null]);
  });

  test('after the wait exactly one second less is shown', () => {
    const property = fc.property(fc.integer({ min: 1, max: 4_000_000 }), (remaining) => {
      const wait = untilSecondsLeftChange(milliseconds(remaining)) ?? 0;
      const left = secondsLeft(milliseconds(remaining));
      expect(wait).toBeGreaterThan(0);
      expect(secondsLeft(milliseconds(remaining - wait))).toBe(left - 1);
      expect(secondsLeft(milliseconds(remaining - wait + 1))).toBe(left);
    });
    fc.assert(property);
  });

  test('a count up shows 0 in its first second', () => {
    const shown = (elapsed: number) => [
      secondsGone(milliseconds(elapsed)),
      untilSecondsGoneChange(milliseconds(elapsed)),
    ];
    expect([0, 999, 1_000, -250].map(shown)).toEqual([
      [0, 1_000],
      [0, 1],
      [1, 1_000],
      [0, 1_250],
    ]);
  });

  test('what is drawn waits for a clock that was set back a little, and believes one that was set back by more', () => {
    const drawn = (before: number | null, now: number) =>
      holdBack(before === null ? null : instant(before), instant(now));
    expect(drawn(null, 500)).toBe(500);
    expect(drawn(5_000, 5_001)).toBe(5_001);
    expect(drawn(5_000, 4_300)).toBe(5_000);
    expect(drawn(5_000, 4_000)).toBe(5_000);
    expect(drawn(5_000, 3_999)).toBe(3_999);
  });

  test('a countdown never rises, however often the clock is corrected by less than a second', () => {
    const property = fc.property(fc.array(fc.integer({ min: -999, max: 2_000 })), (corrections) => {
      let read = 0;
      let drawn = instant(0);
      for (const correction of corrections) {
        read = Math.max(drawn - 1_000, read + correction);
        const next = holdBack(drawn, instant(read));
        const left = (now: number) => secondsLeft(milliseconds(600_000 - now));
        expect(left(next)).toBeLessThanOrEqual(left(drawn));
        drawn = next;
      }
    });
    fc.assert(property);
  });
});
