import { minutes, seconds } from '@lapwing/shared/kernel/time';
import { describe, expect, test } from 'vitest';
import { add, at, Evening, started } from './evening.ts';

describe('pause', () => {
  test('L14 a pause keeps exactly what was left', () => {
    const evening = started().wait(100.25).press('pause');
    expect(evening.phase).toMatchObject({ kind: 'paused', remaining: seconds(499.75), since: at(100.25) });
    expect(evening.wait(50_000).phase).toMatchObject({ kind: 'paused', remaining: seconds(499.75) });
  });

  test('L14 changeover and break can be paused; time up, a pause and the end cannot', () => {
    expect(started().wait(660).press('pause').phase).toMatchObject({ kind: 'paused', remaining: minutes(1) });
    expect(started({ breakAfterRound: 1 }).wait(660).press('pause').phase).toMatchObject({ remaining: minutes(14) });
    expect(started({ boundary: 'hold' }).wait(660).refusal('pause')).toBe('not-now');
    expect(started().press('pause').refusal('pause')).toBe('not-now');
    expect(started().wait(9_999).refusal('pause')).toBe('not-now');
  });

  test('L14 paused inside the lead, the whole phase is left', () => {
    const evening = new Evening().press('start').wait(1).press('pause');
    expect(evening.phase).toMatchObject({ kind: 'paused', remaining: minutes(10) });
    const changeover = started({ changeoverMinutes: 0 }).wait(300).press('next').press('pause');
    expect(changeover.phase).toMatchObject({ kind: 'paused', remaining: 0 });
    expect(changeover.press('resume').wait(300).phase).toMatchObject({ kind: 'talking', round: 2, startsAt: at(300) });
  });

  test('L15 resume goes on at once with what was left', () => {
    const evening = started().wait(100).press('pause').wait(250).press('resume');
    expect(evening.phase).toEqual({ kind: 'talking', round: 1, startsAt: at(250), endsAt: at(750) });
    expect(evening.refusal('resume')).toBe('not-now');
  });

  test('L15 a round paused inside its lead begins at resume', () => {
    const evening = new Evening().press('start').wait(1).press('pause').wait(90).press('resume');
    expect(evening.phase).toEqual({ kind: 'talking', round: 1, startsAt: at(90), endsAt: at(690) });
    expect(evening.night.moment.begun).toEqual([at(90)]);
    expect(evening.wait(100).press('pause').wait(200).press('resume').night.moment.begun).toEqual([at(90)]);
  });
});

describe('minutes', () => {
  test('L16 minutes move the end of talk, changeover and break', () => {
    expect(started().wait(100).press(add(5)).phase).toMatchObject({ startsAt: at(0), endsAt: at(900) });
    expect(started().wait(100).press(add(-5)).phase).toMatchObject({ endsAt: at(300) });
    expect(started().wait(610).press(add(1)).phase).toMatchObject({ kind: 'moving', endsAt: at(780) });
    expect(started({ breakAfterRound: 1 }).wait(610).press(add(-2)).phase).toMatchObject({ endsAt: at(1380) });
  });

  test('L16 only 1 to 5 whole minutes are understood', () => {
    for (const count of [0, 6, -6, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(started().refusal(add(count)), String(count)).toBe('bad-request');
    }
  });

  test('L16 taking all that is left is refused, one millisecond less is not', () => {
    expect(started().wait(540).refusal(add(-1))).toBe('no-time-left');
    expect(started().wait(539.999).press(add(-1)).phase).toMatchObject({ endsAt: at(540) });
    const inLead = new Evening({ roundMinutes: 1 }).press('start').wait(1);
    expect(inLead.refusal(add(-1))).toBe('no-time-left');
  });

  test('L17 minutes in a pause change what is left', () => {
    const evening = started().wait(500).press('pause').wait(5_000).press(add(1));
    expect(evening.phase).toMatchObject({ kind: 'paused', remaining: seconds(160), since: at(500) });
    expect(evening.press(add(-2)).phase).toMatchObject({ remaining: seconds(40) });
    expect(evening.refusal(add(-1))).toBe('no-time-left');
    const exact = started().wait(540).press('pause');
    expect(exact.refusal(add(-1))).toBe('no-time-left');
  });

  test('L18 in time up, more minutes let people talk on from now; fewer are refused', () => {
    const evening = started({ boundary: 'hold' }).wait(630);
    expect(evening.refusal(add(-1))).toBe('no-time-left');
    expect(evening.press(add(1)).phase).toEqual({ kind: 'talking', round: 1, startsAt: at(630), endsAt: at(690) });
    expect(evening.wait(700).phase).toEqual({ kind: 'timeUp', round: 1, since: at(690) });
    expect(evening.night.moment.begun).toEqual([at(0)]);
  });

  test('L18 after the end minutes are refused', () => {
    expect(started().press('finish').refusal(add(1))).toBe('not-now');
  });
});
