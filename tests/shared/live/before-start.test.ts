import { minutes } from '@lapwing/shared/kernel/time';
import { LEAD, nightBeforeDoors, timingsOf } from '@lapwing/shared/live/state';
import { nextDeadline, nextStep } from '@lapwing/shared/live/timeline';
import { describe, expect, test } from 'vitest';
import { add, at, Evening, publish, settings, start, started } from './evening.ts';

describe('before the start', () => {
  test('L1 at the doors nothing counts down and everything but start and publish is refused', () => {
    const evening = new Evening().wait(9_999);
    expect(evening.phase).toEqual({ kind: 'doors' });
    expect(nextDeadline(evening.night.moment)).toBeNull();
    expect(nextStep(evening.night.moment)).toBe('start');
    for (const act of ['pause', 'resume', 'next', 'moveNow', 'endRound', 'finish'] as const) {
      expect(evening.refusal(act), act).toBe('not-now');
    }
    expect(evening.refusal(add(1))).toBe('not-now');
    expect(evening.refusal('undo')).toBe('nothing-to-undo');
    expect(evening.night).toEqual(nightBeforeDoors(settings(), 0));
  });

  test('L2 start makes round 1 talk one lead later, without a changeover, and sets the plan', () => {
    const evening = new Evening().wait(100).press(start(7));
    expect(LEAD).toBe(2_500);
    expect(evening.phase).toEqual({ kind: 'talking', round: 1, startsAt: at(102.5), endsAt: at(702.5) });
    expect(evening.night.moment.planVersion).toBe(7);
  });

  test('L2 start needs a plan, and happens once', () => {
    const evening = new Evening();
    for (const version of [0, -1, 1.5, Number.NaN]) expect(evening.refusal(start(version))).toBe('plan-missing');
    expect(started().refusal('start')).toBe('already-started');
    expect(started().press('pause').refusal('start')).toBe('already-started');
    expect(started().press('finish').refusal('start')).toBe('already-started');
  });

  test('L3 lengths come from the settings, and a break after the last round is none', () => {
    expect(timingsOf(settings({ breakAfterRound: 2 }))).toEqual({
      rounds: 3,
      talk: minutes(10),
      changeover: minutes(2),
      agenda: [{ title: 'break', afterRound: 2, length: minutes(15) }],
      boundary: 'auto',
      talkBegins: 'auto',
      skipped: [],
    });
    expect(timingsOf(settings({ breakAfterRound: 3 })).agenda).toEqual([]);
  });

  test('L3 changed settings count until start, are refused afterwards, and outlive undo', () => {
    const timings = timingsOf(settings({ roundMinutes: 5 }));
    const evening = new Evening().press(publish(1)).press({ kind: 'retime', timings });
    expect(evening.night.undoable).toHaveLength(1);
    expect(evening.press('undo').night.moment).toMatchObject({ timings, planVersion: 0 });
    evening.press('start');
    expect(evening.phase).toMatchObject({ startsAt: at(2.5), endsAt: at(302.5) });
    const again = { kind: 'retime', timings: timingsOf(settings()) } as const;
    expect(evening.refusal(again)).toBe('event-running');
    expect(evening.press('finish').refusal(again)).toBe('event-running');
    expect(evening.press('undo').press('undo').press(again).night.moment.timings).toEqual(timingsOf(settings()));
  });

  test('L4 a plan is published at the doors only', () => {
    const evening = new Evening().press(publish(3));
    expect(evening.night.moment.planVersion).toBe(3);
    expect(evening.phase).toEqual({ kind: 'doors' });
    expect(evening.refusal(publish(0))).toBe('plan-missing');
    expect(evening.press(start(3)).refusal(publish(4))).toBe('event-running');
  });
});
