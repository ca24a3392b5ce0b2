import { countedUntil } from '@lapwing/shared/introductions/counted-until';
import { instant, minutes } from '@lapwing/shared/kernel/time';
import type { Phase } from '@lapwing/shared/live/state';
import { describe, expect, it } from 'vitest';

const [at, end] = [instant(1_000), instant(2_000)];
const begun = [instant(100), instant(700)];
const until = (phase: Phase) => countedUntil({ phase, begun });

describe('H4 until when requests are counted', () => {
  it('while a round talks, what was said before it began, also when it is paused', () => {
    const talking = { kind: 'talking', round: 2, startsAt: at, endsAt: end } as const;
    expect(until(talking)).toBe(700);
    expect(until({ kind: 'paused', of: talking, remaining: minutes(1), since: instant(1_500) })).toBe(700);
  });

  it('between rounds, what was said until the last one was over: the same all the while', () => {
    expect(until({ kind: 'moving', round: 3, startsAt: at, endsAt: end })).toBe(at);
    expect(until({ kind: 'timeUp', round: 2, since: at })).toBe(at);
    expect(until({ kind: 'ready', round: 3, since: at })).toBe(at);
    expect(until({ kind: 'agenda', title: 'break', item: 0, round: 3, startsAt: at, endsAt: end })).toBe(at);
  });

  it('nothing at the doors, and all at the end', () => {
    expect(until({ kind: 'doors' })).toBeNull();
    expect(until({ kind: 'finished', at })).toBe(at);
  });
});
