import { minutes, seconds } from '@lapwing/shared/kernel/time';
import { eveningLine } from '@lapwing/shared/live/evening-line';
import { nextDeadline, roundOf, timeLeft } from '@lapwing/shared/live/timeline';
import { describe, expect, test } from 'vitest';
import { at, Evening, started } from './evening.ts';

const line = (evening: Evening, planned = 0) => eveningLine(evening.night.moment, evening.now, at(planned));
const starts = (evening: Evening, planned = 0) => line(evening, planned).stations.map(({ startsAt }) => startsAt);

describe('what screens read', () => {
  test('L30 time left: whole before the start, never negative, kept in a pause, none elsewhere', () => {
    const evening = new Evening().press('start');
    expect(timeLeft(evening.phase, at(0))).toBe(minutes(10));
    expect(timeLeft(evening.phase, at(2.5))).toBe(minutes(10));
    expect(timeLeft(evening.phase, at(602.499))).toBe(1);
    expect(timeLeft(evening.phase, at(99_999))).toBe(0);
    expect(timeLeft(started().wait(100).press('pause').phase, at(99_999))).toBe(seconds(500));
    for (const none of [new Evening(), started().press('endRound'), started().press('finish')]) {
      expect(timeLeft(none.phase, at(1))).toBeNull();
      expect(nextDeadline(none.night.moment)).toBeNull();
    }
  });

  test('L31 at the doors: as planned, or from now when that is past', () => {
    const evening = new Evening({ breakAfterRound: 2 }).wait(100);
    expect(starts(evening, 900)).toEqual([at(900), at(1620), at(3240)]);
    expect(line(evening, 900).finishesAt).toBe(at(3840));
    expect(starts(evening, 50)).toEqual([at(100), at(820), at(2440)]);
    expect(line(evening).stations.map(({ state }) => state)).toEqual(['ahead', 'ahead', 'ahead']);
  });

  test('L31 running: past rounds as they were, the rest as they will be', () => {
    const evening = started().wait(300).press('next').wait(500);
    expect(line(evening)).toEqual({
      stations: [
        { round: 1, startsAt: at(0), endsAt: at(422.5), state: 'past' },
        { round: 2, startsAt: at(422.5), endsAt: at(1022.5), state: 'now' },
        { round: 3, startsAt: at(1142.5), endsAt: at(1742.5), state: 'ahead' },
      ],
      finishesAt: at(1742.5),
    });
  });

  test('L31 a pause and a time up count as if they ended now', () => {
    expect(line(started().wait(100).press('pause').wait(400)).finishesAt).toBe(at(2_340));
    const resumed = started().wait(100).press('pause').wait(400).press('resume').wait(500);
    expect(line(resumed).stations[0]).toEqual({ round: 1, startsAt: at(0), endsAt: at(900), state: 'now' });
    expect(starts(started({ boundary: 'hold' }).wait(700))).toEqual([at(0), at(820), at(1540)]);
  });

  test('L31 between rounds none is now', () => {
    expect(line(started().wait(650)).stations.map(({ state }) => state)).toEqual(['past', 'ahead', 'ahead']);
    expect(roundOf(started().wait(650).phase)).toBeNull();
    expect(roundOf(started().wait(100).press('pause').phase)).toBe(1);
    expect(roundOf(started().wait(100).press('endRound').phase)).toBe(1);
  });

  test('L31 a night that finished early shows the rounds there were', () => {
    const evening = started().wait(800).press('finish').wait(5_000);
    expect(line(evening)).toEqual({
      stations: [
        { round: 1, startsAt: at(0), endsAt: at(720), state: 'past' },
        { round: 2, startsAt: at(720), endsAt: at(800), state: 'past' },
      ],
      finishesAt: at(800),
    });
  });

  test('L32 the part of a night that screens get holds no names', () => {
    const { moment } = started().wait(100).press('pause').night;
    expect(Object.keys(moment).sort()).toEqual([
      ...['announcement', 'before', 'begun', 'blank', 'phase', 'planVersion', 'timings'],
    ]);
    expect(JSON.stringify(moment)).not.toContain('Ada');
  });
});
