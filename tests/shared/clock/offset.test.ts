import { makeClock } from '@lapwing/shared/clock/offset';
import { describe, expect, test } from 'vitest';

/** An exchange around page time `at`: the true offset is `offset`, the ways take `up` and `down` ms. */
const exchange = (at: number, offset: number, up: number, down: number, busy = 0) => ({
  t0: at,
  t1: at + up + offset,
  t2: at + up + busy + offset,
  t3: at + up + busy + down,
});

describe('clock offset', () => {
  test('eight exchanges 150 ms apart, fourteen 2 s apart, then every 15 s', () => {
    const { delay } = makeClock();
    expect([0, 1, 7, 8, 21, 22, 999].map(delay)).toEqual([0, 150, 150, 2_000, 2_000, 15_000, 15_000]);
  });

  test('without a sample nothing is known', () => {
    const clock = makeClock();
    expect([clock.offset(0), clock.bound(0), clock.opening(), clock.needsBurst()]).toEqual([null, null, true, false]);
  });

  test('one exchange gives the middle of what is possible, half the way as bound, 1 ms for rounded clocks', () => {
    const clock = makeClock();
    clock.sample(exchange(1_000, 5_000, 30, 10));
    expect(clock.offset(1_040)).toBe(5_010);
    expect(clock.bound(1_040)).toBe(21);
  });

  test('the time that the server took does not count as way', () => {
    const clock = makeClock();
    clock.sample(exchange(1_000, 5_000, 10, 10, 200));
    expect(clock.offset(1_220)).toBe(5_000);
    expect(clock.bound(1_220)).toBe(11);
  });

  test('the bound grows by 60 ppm of the age', () => {
    const clock = makeClock();
    clock.sample(exchange(0, 5_000, 10, 10));
    expect(clock.bound(20 + 100_000)).toBeCloseTo(11 + 6, 6);
  });

  test('two lopsided exchanges know more together than each alone', () => {
    const clock = makeClock();
    clock.sample(exchange(0, 5_000, 100, 0));
    clock.sample(exchange(200, 5_000, 0, 100));
    expect(clock.offset(300)).toBeCloseTo(5_000, 1);
    expect(clock.bound(300)).toBeLessThan(1.1);
  });

  test('64 samples are kept', () => {
    const clock = makeClock();
    clock.sample(exchange(0, 5_000, 1, 1));
    for (let k = 0; k < 63; k++) clock.sample(exchange(0, 5_000, 500, 500));
    expect(clock.bound(1_000)).toBeLessThan(3);
    clock.sample(exchange(0, 5_000, 500, 500));
    expect(clock.bound(1_000)).toBe(501);
  });

  test('samples that contradict the old ones: the newest eight stay if they agree', () => {
    const clock = makeClock();
    for (let k = 0; k < 4; k++) clock.sample(exchange(0, 5_000, 9, 9));
    clock.sample(exchange(0, 5_012, 8, 8));
    for (let k = 0; k < 6; k++) clock.sample(exchange(0, 5_012, 9, 9));
    expect(clock.needsBurst()).toBe(false);
    clock.sample(exchange(0, 5_025, 9, 9));
    expect(clock.offset(18)).toBeCloseTo(5_018, 3);
    expect(clock.needsBurst()).toBe(true);
  });

  test('after a jump only the newest stays, and a new burst is asked for once', () => {
    const clock = makeClock();
    for (let k = 0; k < 20; k++) clock.sample(exchange(k * 100, 5_000, 10, 10));
    clock.sample(exchange(3_000, 65_000, 10, 10));
    expect(clock.offset(3_020)).toBe(65_000);
    expect(clock.bound(3_020)).toBe(11);
    expect([clock.needsBurst(), clock.needsBurst()]).toEqual([true, false]);
  });

  test('a clock that keeps contradicting itself asks for a burst at most every 30 s', () => {
    const clock = makeClock();
    let bursts = 0;
    for (let at = 0; at < 120_000; at += 150) {
      clock.sample(exchange(at, at % 300 === 0 ? 0 : 1_000, 1, 1));
      if (clock.needsBurst()) bursts++;
    }
    expect(bursts).toBe(4);
  });

  test('exchanges that cannot be are left aside', () => {
    const clock = makeClock();
    clock.sample({ t0: 10, t1: 0, t2: 0, t3: 9 });
    clock.sample({ t0: 0, t1: 10, t2: 9, t3: 5 });
    clock.sample({ t0: 0, t1: 0, t2: 500, t3: 20 });
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      clock.sample({ t0: 0, t1: bad, t2: bad, t3: 20 });
      clock.sample({ t0: 0, t1: 0, t2: 0, t3: bad });
    }
    expect(clock.offset(100)).toBeNull();
  });

  test('reset forgets everything; the opening lasts for eight samples', () => {
    const clock = makeClock();
    for (let k = 0; k < 7; k++) clock.sample(exchange(k, 5_000, 1, 1));
    expect(clock.opening()).toBe(true);
    clock.sample(exchange(8, 5_000, 1, 1));
    expect(clock.opening()).toBe(false);
    clock.reset();
    expect([clock.offset(0), clock.bound(0), clock.opening()]).toEqual([null, null, true]);
  });
});
