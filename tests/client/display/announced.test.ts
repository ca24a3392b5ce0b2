// @vitest-environment happy-dom
import { after, type Instant, milliseconds, minutes } from '@lapwing/shared/kernel/time';
import type { Moment, Phase, TimedPhase } from '@lapwing/shared/live/state';
import { describe, expect, it } from 'vitest';
import { dueSaying } from '../../../client/src/display/announced.ts';
import {
  agendaPhase,
  at,
  FULL_TIMINGS,
  momentWith,
  move,
  said,
  stopped,
  talk,
} from '../../../client/src/gallery/fixtures.ts';

const told = (phase: Phase, now: Instant, more: Partial<Moment> = {}) => ({
  phase,
  now,
  moment: momentWith(phase, 3, more),
});
type Told = ReturnType<typeof told>;
const words = (before: Told, later: Told, mentors = false): string | undefined =>
  dueSaying(before, later, mentors)?.words;
const paused: Phase = { kind: 'paused', of: talk(3) as TimedPhase, remaining: minutes(6), since: at(28) };

describe('what a display says aloud', () => {
  it('a move, to whoever moves', () => {
    expect(words(told(talk(3), at(33, 59)), told(move(4), at(34)))).toBe(
      'Move now. Your next table is on your phone. No phone? Ask at the desk. 2 minutes left.',
    );
    expect(words(told(talk(3), at(33, 59)), told(move(4), at(34)), true)).toBe(
      'Mentors, move now. Students, stay seated. 2 minutes left.',
    );
  });

  it('a round that begins, half time, and the last minute', () => {
    expect(words(told(move(4), at(35, 59)), told(talk(4), at(36)))).toBe('Round 4 of 6. 10 minutes left.');
    expect(words(told(talk(3), at(28, 59)), told(talk(3), at(29)))).toBe('Half time. 5 minutes left.');
    expect(words(told(talk(3), at(32, 59)), told(talk(3), at(33)))).toBe('1 minute left.');
    expect(words(told(talk(3), at(33)), told(talk(3), at(33, 1)))).toBeUndefined();
  });

  it('the programme, time up, ready, the end', () => {
    const full = { timings: FULL_TIMINGS };
    expect(words(told(talk(3), at(33, 59), full), told(agendaPhase(2, 34), at(34), full))).toBe(
      'Break. 15 minutes left.',
    );
    const up: Phase = { kind: 'timeUp', round: 3, since: at(34) };
    expect(words(told(talk(3), at(33, 59)), told(up, at(34)))).toBe('Time is up. Finish your sentence.');
    const ready: Phase = { kind: 'ready', round: 4, since: at(36) };
    expect(words(told(move(4), at(35, 59)), told(ready, at(36)))).toBe('Take your seats. Round 4 starts in a moment.');
    expect(words(told(talk(6), at(69, 59)), told({ kind: 'finished', at: at(70) }, at(70)))).toMatch(/^Thank you\./u);
  });

  it('more time and less, a pause and its end, and the way back', () => {
    const longer = { ...talk(3), endsAt: at(35) } as Phase;
    expect(words(told(talk(3), at(28)), told(longer, at(28, 1)))).toBe('One minute added. 7 minutes left.');
    expect(words(told(longer, at(28)), told(talk(3), at(28)))).toBe('One minute less. 6 minutes left.');
    expect(words(told(talk(3), at(28)), told(paused, at(28)))).toBe('Paused. Stay where you are.');
    expect(words(told(paused, at(28)), told(talk(3), at(28)))).toBe('We go on. 6 minutes left.');
    expect(words(told(move(4), at(34, 10)), told(talk(3), at(34, 10)))).toBe('Back to your tables, please.');
  });

  it('words of the organiser, once', () => {
    const coffee = { announcement: said('Coffee is served.', at(28)) };
    expect(words(told(talk(3), at(28)), told(talk(3), at(28, 1), coffee))).toBe('Coffee is served.');
    expect(words(told(talk(3), at(28, 1), coffee), told(talk(3), at(28, 2), coffee))).toBeUndefined();
    const stop = { announcement: stopped('', at(28)) };
    expect(words(told(talk(3), at(28)), told(paused, at(28), stop))).toBe(
      'Please stop and listen. Stay where you are.',
    );
  });

  it('nothing that is over: after a sleep, on joining late, after an undo', () => {
    expect(words(told(talk(3), at(33)), told(move(4), at(34, 3)))).toBeUndefined();
    expect(words(told(talk(3), at(28)), told(talk(3), at(33, 3)))).toBeUndefined();
    expect(words(told(talk(4), at(36, 1)), told(move(4), at(36, 2)))).toBeUndefined();
    const longer = { ...talk(3), endsAt: at(35) } as Phase;
    expect(words(told(talk(3), at(28)), told(longer, at(31)))).toBeUndefined();
    expect(words(told(paused, at(28)), told(talk(3), at(31)))).toBeUndefined();
    const old = { announcement: said('Coffee is served.', at(28)) };
    expect(words(told(talk(3), at(28)), told(talk(3), at(28, 30), old))).toBeUndefined();
  });

  it('tells the moment it is about, so that late words stay unsaid', () => {
    expect(dueSaying(told(talk(3), at(33, 59)), told(move(4), after(at(34), milliseconds(700))), false)?.at).toBe(
      at(34),
    );
  });
});
