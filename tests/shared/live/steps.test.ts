import { nextStep } from '@lapwing/shared/live/timeline';
import { describe, expect, test } from 'vitest';
import { at, Evening, started } from './evening.ts';

/** The name of the next step, and the phase that pressing Next leads to. */
const step = (evening: Evening): [string | null, string] => [
  nextStep(evening.night.moment),
  evening.press('next').phase.kind,
];

describe('going on', () => {
  test('L19 next: the break when one is due, else the changeover, and the end after the last round', () => {
    expect(step(started().wait(1))).toEqual(['move', 'moving']);
    expect(step(started({ breakAfterRound: 1 }).wait(1))).toEqual(['agenda', 'agenda']);
    expect(step(started({ boundary: 'hold' }).wait(601))).toEqual(['move', 'moving']);
    expect(step(started({ boundary: 'hold', breakAfterRound: 1 }).wait(601))).toEqual(['agenda', 'agenda']);
    expect(step(started({ rounds: 1 }).wait(1))).toEqual(['finish', 'finished']);
    expect(step(started({ rounds: 1, boundary: 'hold' }).wait(601))).toEqual(['finish', 'finished']);
  });

  test('L19 next: break to changeover, changeover to talk, pause to what was paused', () => {
    expect(step(started({ breakAfterRound: 1 }).wait(601))).toEqual(['move', 'moving']);
    expect(step(started().wait(601))).toEqual(['talk', 'talking']);
    expect(step(started().wait(601).press('pause'))).toEqual(['resume', 'moving']);
  });

  test('L19 next is start at the doors, which has its own command, and nothing after the end', () => {
    expect(nextStep(new Evening().night.moment)).toBe('start');
    expect(new Evening().refusal('next')).toBe('not-now');
    expect(nextStep(started().press('finish').night.moment)).toBeNull();
    expect(started().press('finish').refusal('next')).toBe('not-now');
  });

  test('L20 move now leaves a talk, a time up, a break, and a pause of these', () => {
    const toRound2 = { kind: 'moving', round: 2, startsAt: at(702.5), endsAt: at(822.5) };
    expect(started({ roundMinutes: 20 }).wait(700).press('moveNow').phase).toEqual(toRound2);
    expect(started({ boundary: 'hold' }).wait(700).press('moveNow').phase).toEqual(toRound2);
    expect(started({ breakAfterRound: 1 }).wait(700).press('moveNow').phase).toEqual(toRound2);
    expect(started().wait(500).press('pause').wait(700).press('moveNow').phase).toEqual(toRound2);
    const pausedBreak = started({ breakAfterRound: 1 }).wait(650).press('pause').wait(700);
    expect(pausedBreak.press('moveNow').phase).toEqual(toRound2);
  });

  test('L20 move now leaves out a break that was due', () => {
    expect(started({ breakAfterRound: 1 }).wait(300).press('moveNow').phase).toMatchObject({
      kind: 'moving',
      round: 2,
    });
  });

  test('L20 move now is refused in the last round, while people move, and outside the evening', () => {
    expect(started({ rounds: 1 }).refusal('moveNow')).toBe('not-now');
    expect(started({ rounds: 1, boundary: 'hold' }).wait(700).refusal('moveNow')).toBe('not-now');
    expect(started().wait(601).refusal('moveNow')).toBe('not-now');
    expect(started().wait(601).press('pause').refusal('moveNow')).toBe('not-now');
    expect(started().press('finish').refusal('moveNow')).toBe('not-now');
  });

  test('L21 end round stops the talk and nothing more', () => {
    const evening = started().wait(300).press('endRound');
    expect(evening.phase).toEqual({ kind: 'timeUp', round: 1, since: at(300) });
    expect(evening.wait(9_999).phase.kind).toBe('timeUp');
    expect(started({ rounds: 1 }).wait(300).press('endRound').phase.kind).toBe('timeUp');
  });

  test('L21 end round is refused outside a running talk', () => {
    expect(started().wait(300).press('pause').refusal('endRound')).toBe('not-now');
    expect(started().wait(601).refusal('endRound')).toBe('not-now');
    expect(started({ breakAfterRound: 1 }).wait(601).refusal('endRound')).toBe('not-now');
    expect(started({ boundary: 'hold' }).wait(601).refusal('endRound')).toBe('not-now');
    expect(started().press('finish').refusal('endRound')).toBe('not-now');
  });

  test('L22 finish ends the night at once, from every phase between', () => {
    const end = { kind: 'finished', at: at(700) };
    expect(started({ roundMinutes: 20 }).wait(700).press('finish').phase).toEqual(end);
    expect(started().wait(700).press('finish').phase).toEqual(end);
    expect(started({ breakAfterRound: 1 }).wait(700).press('finish').phase).toEqual(end);
    expect(started({ boundary: 'hold' }).wait(700).press('finish').phase).toEqual(end);
    expect(started().press('pause').wait(700).press('finish').phase).toEqual(end);
    expect(started().press('finish').refusal('finish')).toBe('not-now');
  });

  test('L23 the night remembers when each round began to talk', () => {
    const evening = started().wait(100).press('pause').wait(200).press('resume').wait(300).press('endRound');
    expect(evening.night.moment.begun).toEqual([at(0)]);
    evening.wait(400).press('next').wait(500);
    expect(evening.night.moment.begun).toEqual([at(0)]);
    expect(evening.wait(522.5).night.moment.begun).toEqual([at(0), at(522.5)]);
    expect(evening.wait(9_999).night.moment.begun).toEqual([at(0), at(522.5), at(1242.5)]);
  });
});
