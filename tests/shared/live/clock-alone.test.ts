import { advance } from '@lapwing/shared/live/timeline';
import { describe, expect, test } from 'vitest';
import { add, at, started } from './evening.ts';

describe('what the clock does alone', () => {
  test('L5 talk, changeover, talk, and the end with the last talk', () => {
    const evening = started();
    expect(evening.night.moment.before).toEqual({ kind: 'doors' });
    expect(evening.wait(599.999).phase).toMatchObject({ kind: 'talking', round: 1 });
    expect(evening.wait(600).phase).toEqual({ kind: 'moving', round: 2, startsAt: at(600), endsAt: at(720) });
    expect(evening.night.moment.before).toBeNull();
    expect(evening.wait(720).phase).toEqual({ kind: 'talking', round: 2, startsAt: at(720), endsAt: at(1320) });
    expect(evening.wait(1440).phase).toEqual({ kind: 'talking', round: 3, startsAt: at(1440), endsAt: at(2040) });
    expect(evening.wait(2041).phase).toEqual({ kind: 'finished', at: at(2040) });
  });

  test('L5 an evening of one round has no changeover', () => {
    expect(started({ rounds: 1 }).wait(600).phase).toEqual({ kind: 'finished', at: at(600) });
  });

  test('L6 the break comes after its round and before the changeover', () => {
    const evening = started({ breakAfterRound: 1 });
    expect(evening.wait(600).phase).toEqual({
      kind: 'agenda',
      title: 'break',
      item: 0,
      round: 2,
      startsAt: at(600),
      endsAt: at(1500),
    });
    expect(evening.wait(1500).phase).toEqual({ kind: 'moving', round: 2, startsAt: at(1500), endsAt: at(1620) });
    expect(evening.wait(1620).phase).toMatchObject({ kind: 'talking', round: 2 });
  });

  test('L7 hold: every talk ends in time up at its exact end; changeover and break go on by the clock', () => {
    const evening = started({ boundary: 'hold', breakAfterRound: 1, rounds: 2 });
    expect(evening.wait(4_000).phase).toEqual({ kind: 'timeUp', round: 1, since: at(600) });
    expect(evening.press('next').phase).toMatchObject({ kind: 'agenda', startsAt: at(4_002.5) });
    expect(evening.wait(4_902.5).phase).toMatchObject({ kind: 'moving', round: 2 });
    expect(evening.wait(9_999).phase).toEqual({ kind: 'timeUp', round: 2, since: at(5_622.5) });
    expect(evening.press('next').phase).toEqual({ kind: 'finished', at: at(9_999) });
  });

  test('L8 a changeover of 0 takes no time', () => {
    const evening = started({ changeoverMinutes: 0, breakAfterRound: 2, breakMinutes: 1 });
    expect(evening.wait(600).phase).toEqual({ kind: 'talking', round: 2, startsAt: at(600), endsAt: at(1200) });
    expect(evening.wait(1260).phase).toMatchObject({ kind: 'talking', round: 3, startsAt: at(1260) });
  });

  test('L9 one late look finds the same night as many', () => {
    const { moment } = started({ breakAfterRound: 2 }).night;
    let often = moment;
    for (let second = 0; second <= 3_000; second += 7) often = advance(often, at(second));
    expect(advance(moment, at(3_000))).toEqual(often);
    expect(advance(often, at(3_000))).toBe(often);
    expect(advance(often, at(0))).toBe(often);
  });

  test('L10 the clock may call early, late and twice', () => {
    const evening = started();
    evening.wait(0);
    expect(evening.refusal('timeUp')).toBe('not-now');
    const { version } = evening.night;
    expect(evening.wait(800).night.version).toBe(version + 1);
    expect(evening.phase).toMatchObject({ kind: 'talking', round: 2 });
    expect(evening.refusal('timeUp')).toBe('not-now');
    expect(evening.press('pause').wait(9_999).refusal('timeUp')).toBe('not-now');
  });

  test('L10 an alarm that was set before a minute was added finds nothing due', () => {
    expect(started().wait(590).press(add(1)).wait(600).refusal('timeUp')).toBe('not-now');
  });
});
