import type { EveningSettings } from '@lapwing/shared/event/event';
import { instant } from '@lapwing/shared/kernel/time';
import { memberGoesAt, morningAfter, namesGoAt, sureNow } from '@lapwing/shared/privacy/retention';
import { describe, expect, it } from 'vitest';
import { SETTINGS } from '../../support/evening-builder.ts';

const evening = (
  startsAt: string,
  timeZone = 'Europe/London',
  more: Partial<EveningSettings> = {},
): EveningSettings => ({
  ...SETTINGS,
  ...more,
  timeZone,
  startsAt: instant(Date.parse(startsAt)),
});
const iso = (at: number): string => new Date(at).toISOString();

describe('when data goes', () => {
  it.each([
    ['2026-11-29T18:00Z', 'Europe/London', '2026-11-30T06:00'],
    ['2026-07-01T17:00Z', 'Europe/London', '2026-07-02T05:00'],
    // over at a quarter past midnight: that same morning
    ['2026-11-29T23:41Z', 'Europe/London', '2026-11-30T06:00'],
    // it is the next day already there, and the night before there
    ['2026-11-29T09:00Z', 'Pacific/Auckland', '2026-11-29T17:00'],
    ['2026-11-30T02:00Z', 'America/Los_Angeles', '2026-11-30T14:00'],
    ['2026-11-29T18:00Z', 'Asia/Kathmandu', '2026-11-30T00:15'],
    // the night in which summer time begins, and in which it ends
    ['2026-03-28T19:00Z', 'Europe/London', '2026-03-29T05:00'],
    ['2026-10-24T18:00Z', 'Europe/London', '2026-10-25T06:00'],
    // breakfast: the next morning there is one
    ['2026-11-29T06:30Z', 'Europe/London', '2026-11-30T06:00'],
  ])('K1 after an evening at %s in %s it is 6 o’clock there at %s', (startsAt, zone, morning) => {
    expect(iso(morningAfter(evening(startsAt, zone)))).toBe(`${morning}:00.000Z`);
  });

  it('K1 counts what was planned besides the rounds', () => {
    const long = evening('2026-11-29T23:00Z', 'Europe/London', { freeTalkMinutes: 60, panelMinutes: 120, rounds: 20 });
    expect(iso(morningAfter(long))).toBe('2026-11-30T06:00:00.000Z');
    expect(iso(morningAfter({ ...long, roundMinutes: 20 }))).toBe('2026-12-01T06:00:00.000Z');
  });

  it('K3 names go so many days after that, at the same hour there', () => {
    expect(iso(namesGoAt(evening('2026-11-29T18:00Z'), 30))).toBe('2026-12-30T06:00:00.000Z');
    expect(iso(namesGoAt(evening('2026-03-10T18:00Z'), 30))).toBe('2026-04-10T05:00:00.000Z');
    expect(iso(namesGoAt(evening('2026-11-29T18:00Z'), 1))).toBe('2026-12-01T06:00:00.000Z');
  });

  it('K5 somebody on file goes 730 days after the last sign of life', () => {
    expect(iso(memberGoesAt(instant(Date.parse('2026-11-29T18:00Z'))))).toBe('2028-11-28T18:00:00.000Z');
  });

  it('K9 the earlier of two clocks counts', () => {
    expect([sureNow(instant(5), instant(7)), sureNow(instant(7), instant(5))]).toEqual([5, 5]);
  });
});
