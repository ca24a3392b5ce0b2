import { makeClock } from '@lapwing/shared/clock/offset';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NETS, type PhoneOptions, runPhone } from './phone-and-net.ts';

/** Errors in ms against true server time, by the instants that were asked for. */
function errorsAt(instants: readonly number[], phones: number, options: Omit<PhoneOptions, 'seed'>): number[][] {
  const errors: number[][] = instants.map(() => []);
  for (let seed = 1; seed <= phones; seed++) {
    runPhone({ ...options, seed }, Math.max(...instants), (at, clock, local) => {
      const offset = clock.offset(local);
      if (offset !== null) errors[instants.indexOf(at)]?.push(local + offset - at);
    });
  }
  return errors;
}

/** 99th percentile of how far any two of these stand apart. */
function skew99(errors: readonly number[]): number {
  const apart = errors.flatMap((one, index) => errors.slice(index + 1).map((other) => Math.abs(one - other)));
  return apart.sort((a, b) => a - b)[Math.floor(0.99 * apart.length)] ?? Number.POSITIVE_INFINITY;
}

describe('clocks on simulated networks', () => {
  test.each(Object.entries(NETS))('%s: the error never exceeds the bound that is reported', (_, net) => {
    const options = { lost: fc.constantFrom(0, 0.3), busy: fc.constantFrom(1, 200), seed: fc.nat() };
    const property = fc.property(fc.record(options), (chosen) => {
      runPhone({ ...chosen, net }, 90_000, (at, clock, local) => {
        const offset = clock.offset(local);
        const error = offset === null ? 0 : Math.abs(local + offset - at);
        if (error > (clock.bound(local) ?? 0)) throw new Error(`off by ${error} ms at ${at}`);
        if (clock.needsBurst()) throw new Error(`contradiction at ${at}`);
      });
    });
    fc.assert(property, { numRuns: 12 });
  });

  test('answers that come out of order, a phone that slept, a server that started anew: right with the next answer', () => {
    const jump = fc.integer({ min: 1_000, max: 10_000_000 });
    const property = fc.property(fc.nat(), jump, fc.boolean(), (seed, jumped, noticed) => {
      let clock = makeClock();
      let local = 0;
      runPhone({ seed, net: NETS['bad 300 ms'] }, 20_000, (_, used, now) => {
        clock = used;
        local = now;
      });
      const offset = clock.offset(local) ?? Number.NaN;
      if (noticed) clock.reset();
      clock.sample({
        t0: local,
        t1: local + offset + jumped + 150,
        t2: local + offset + jumped + 150,
        t3: local + 300,
      });
      expect(Math.abs((clock.offset(local + 300) ?? Number.NaN) - offset - jumped)).toBeLessThan(1);
      expect(clock.bound(local + 300)).toBeLessThanOrEqual(151);
      expect(clock.needsBurst()).toBe(!noticed);
    });
    fc.assert(property, { numRuns: 20 });
  });

  test('bad 300 ms: two screens stand within 100 ms after 5 s and within 50 ms after a minute', () => {
    const [soon = [], settled = []] = errorsAt([5_000, 60_000], 150, { net: NETS['bad 300 ms'] });
    expect(soon).toHaveLength(150);
    expect(skew99(soon)).toBeLessThan(100);
    expect(skew99(settled)).toBeLessThan(50);
  });

  test('ordinary wifi: two screens stand within 25 ms after 5 s', () => {
    const [soon = []] = errorsAt([5_000], 150, { net: NETS.wifi });
    expect(skew99(soon)).toBeLessThan(25);
  });
});
