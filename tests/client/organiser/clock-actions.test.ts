import { milliseconds } from '@lapwing/shared/kernel/time';
import type { Moment, Phase } from '@lapwing/shared/live/state';
import { describe, expect, it } from 'vitest';
import { allowed, CLOCK_ACTIONS, commandOf, roundToSkip } from '../../../client/src/organiser/live/clock-actions.ts';
import { at, moment } from './builders.ts';

const talking = (round: number) => ({ kind: 'talking', round, startsAt: at(0), endsAt: at(15) }) as const;
const can = (now: Moment): string[] =>
  CLOCK_ACTIONS.filter((action) => action !== 'undo' && action !== 'redo' && allowed(action, now, at(5)));
const during = (phase: Phase, over = {}): string[] => can(moment(phase, over));

describe('what the clock takes', () => {
  it('only the start and blank displays before doors, nothing but them and messages after the end', () => {
    expect(during({ kind: 'doors' })).toEqual(['next', 'blank']);
    expect(during({ kind: 'finished', at: at(0) })).toEqual(['blank']);
  });

  it('in a talk: everything but taking a message away that is not there', () => {
    expect(during(talking(3))).toEqual(
      CLOCK_ACTIONS.filter((action) => action !== 'undo' && action !== 'redo' && action !== 'clearMessage'),
    );
  });

  it('does not take time that is not left, nor go back from the first round, nor move after the last', () => {
    const late = { ...talking(1), endsAt: at(5.5) };
    expect(during(late)).not.toContain('minus');
    expect(during(talking(1))).not.toContain('back');
    expect(during(talking(6))).not.toContain('moveNow');
    expect(during(talking(6))).not.toContain('skip');
  });

  it('rests in an announced start, so that no phase is jumped over', () => {
    const announced = { ...moment({ ...talking(2), startsAt: at(5.02) }), before: talking(1) };
    expect(can(announced)).not.toContain('next');
    expect(can(announced)).toContain('stopAll');
  });

  it('stops once', () => {
    const stopped: Moment = {
      ...moment({ kind: 'paused', of: talking(2), remaining: milliseconds(60_000), since: at(4) }),
      announcement: { kind: 'stop', text: '', whole: true, since: at(4), until: null },
    };
    expect(can(stopped)).not.toContain('stopAll');
    expect(can(stopped)).toContain('next');
  });
});

it('says what each button sends', () => {
  const now = moment(talking(3));
  expect(commandOf('minusFive', now)).toEqual({ kind: 'addMinutes', minutes: -5 });
  expect(commandOf('skip', now)).toEqual({ kind: 'skip', round: 4 });
  expect(commandOf('skip', moment(talking(6)))).toBeNull();
  expect(commandOf('blank', { ...now, blank: true })).toEqual({ kind: 'blank', on: false });
  const paused: Phase = { kind: 'paused', of: talking(3), remaining: milliseconds(1), since: at(1) };
  expect(commandOf('pause', moment(paused))).toEqual({ kind: 'resume' });
  expect(commandOf('next', moment(paused))).toEqual({ kind: 'resume' });
});

it('skips the next round that has not begun', () => {
  expect(roundToSkip(moment({ kind: 'moving', round: 4, startsAt: at(0), endsAt: at(2) }))).toBe(4);
  const now = moment(talking(3));
  expect(roundToSkip({ ...now, timings: { ...now.timings, skipped: [4] } })).toBe(5);
});
