import { after, type Instant, milliseconds } from '@lapwing/shared/kernel/time';
import type { Phase, TimedPhase } from '@lapwing/shared/live/state';
import { describe, expect, it } from 'vitest';
import { at, move, talk } from '../../../client/src/gallery/fixtures.ts';
import { dueCue } from '../../../client/src/kit/cues.ts';

const drawn = (phase: Phase, now: Instant) => ({ phase, now });
const later = (now: Instant, time: number): Instant => after(now, milliseconds(time));
const paused: Phase = { kind: 'paused', of: talk(3) as TimedPhase, remaining: milliseconds(60_000), since: at(30) };

describe('bells', () => {
  it('rings one minute before the end of a talk, once', () => {
    expect(dueCue(drawn(talk(3), at(32, 59)), drawn(talk(3), at(33)))).toBe('minute');
    expect(dueCue(drawn(talk(3), at(33)), drawn(talk(3), at(33, 1)))).toBeNull();
  });

  it('rings for a move and for the beginning of a round', () => {
    expect(dueCue(drawn(talk(3), at(33, 59)), drawn(move(4), at(34)))).toBe('move');
    expect(dueCue(drawn(move(4), at(35, 59)), drawn(talk(4), later(at(36), 40)))).toBe('begin');
    expect(dueCue(drawn({ kind: 'doors' }, at(-1)), drawn(talk(1), at(0)))).toBe('begin');
  });

  it('is silent when it is late: after a sleep, on joining, after an undo', () => {
    expect(dueCue(drawn(talk(3), at(33)), drawn(move(4), at(34, 3)))).toBeNull();
    expect(dueCue(drawn(talk(3), at(30)), drawn(talk(3), at(33, 3)))).toBeNull();
    expect(dueCue(drawn(talk(4), at(36, 1)), drawn(move(4), at(36, 2)))).toBeNull();
  });

  it('is silent when the clock goes on after a pause', () => {
    expect(dueCue(drawn(paused, at(33)), drawn({ ...talk(3), startsAt: at(33) } as Phase, at(33)))).toBeNull();
  });

  it('rings no minute in a talk that is no longer than one', () => {
    const short: Phase = { ...talk(3), startsAt: at(33) } as Phase;
    expect(dueCue(drawn(short, later(at(33), -1)), drawn(short, at(33)))).toBeNull();
  });
});
