import type { PersonCommand } from '@lapwing/shared/live/state';
import { phaseShown, untilFlip } from '@lapwing/shared/live/timeline';
import { describe, expect, test } from 'vitest';
import { add, at, Evening, started } from './evening.ts';

/** What screens show at so many seconds after the doors, in one word. */
const shown = (evening: Evening, seconds: number): string => phaseShown(evening.night.moment, at(seconds)).kind;

describe('announced starts', () => {
  test('L11 start: screens show the doors until the announced instant', () => {
    const evening = new Evening().press('start');
    expect(shown(evening, 0)).toBe('doors');
    expect(shown(evening, 2.499)).toBe('doors');
    expect(untilFlip(evening.night.moment, at(1))).toBe(1_500);
    expect(shown(evening, 2.5)).toBe('talking');
    expect(untilFlip(evening.night.moment, at(2.5))).toBeNull();
  });

  test('L11 next and move now: screens show the talk until people shall get up', () => {
    for (const act of ['next', 'moveNow'] as const) {
      const evening = started().wait(300).press(act);
      expect(evening.phase).toEqual({ kind: 'moving', round: 2, startsAt: at(302.5), endsAt: at(422.5) });
      expect(phaseShown(evening.night.moment, at(302))).toEqual({
        kind: 'talking',
        round: 1,
        startsAt: at(0),
        endsAt: at(600),
      });
      expect(shown(evening, 302.5)).toBe('moving');
    }
  });

  test('L11 next in a changeover: people begin to talk one lead later', () => {
    const evening = started().wait(630).press('next');
    expect(evening.phase).toEqual({ kind: 'talking', round: 2, startsAt: at(632.5), endsAt: at(1232.5) });
    expect(shown(evening, 631)).toBe('moving');
  });

  test('L11 a changeover of 0 is announced as well', () => {
    const evening = started({ changeoverMinutes: 0 }).wait(300).press('next');
    expect(shown(evening, 302)).toBe('talking');
    expect(evening.wait(302.5).phase).toMatchObject({ kind: 'talking', round: 2, startsAt: at(302.5) });
  });

  test.each(['next', 'moveNow', 'endRound'] as const)(
    'L12 %s inside a lead is refused: it would jump over a phase nobody has seen',
    (kind) => {
      const evening = started().wait(300).press('next').wait(301);
      expect(evening.refusal(kind)).toBe('not-now');
      expect(evening.phase).toMatchObject({ kind: 'moving', round: 2 });
      expect(evening.wait(303).press('next').phase).toMatchObject({ kind: 'talking', round: 2 });
    },
  );

  test.each<[PersonCommand['kind'], string]>([
    ['pause', 'paused'],
    ['finish', 'finished'],
    ['undo', 'doors'],
  ])('L13 %s acts at once, also inside a lead', (kind, phase) => {
    const evening = new Evening()
      .press('start')
      .wait(1)
      .press({ kind } as PersonCommand);
    expect(evening.phase.kind).toBe(phase);
    expect(shown(evening, 1)).toBe(phase);
    expect(untilFlip(evening.night.moment, at(1))).toBeNull();
    expect(evening.night.moment.before).toBeNull();
  });

  test('L13 minutes leave a lead running and lengthen what was announced', () => {
    const evening = new Evening().press('start').wait(1).press(add(1));
    expect(shown(evening, 2)).toBe('doors');
    expect(evening.phase).toMatchObject({ startsAt: at(2.5), endsAt: at(662.5) });
  });

  test('L13 resume acts at once', () => {
    const evening = started().wait(60).press('pause').wait(90).press('resume');
    expect(evening.night.moment.before).toBeNull();
    expect(phaseShown(evening.night.moment, at(90))).toMatchObject({ kind: 'talking', startsAt: at(90) });
  });
});
