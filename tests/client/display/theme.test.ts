import type { Instant } from '@lapwing/shared/kernel/time';
import type { Moment } from '@lapwing/shared/live/state';
import { describe, expect, it } from 'vitest';
import { isLit } from '../../../client/src/display/theme.ts';
import { at, momentWith, move, talk } from '../../../client/src/gallery/fixtures.ts';
import { shownAt } from '../../../client/src/kit/live-model.ts';

const lit = (moment: Moment, now: Instant) => isLit(shownAt(moment, now), moment, now);
const third = momentWith(talk(3), 3);

/** How often the ground changes while every tenth of a second is drawn. */
function changes(moment: Moment, from: Instant, until: Instant): number[] {
  const times: number[] = [];
  for (let now = from + 100; now <= until; now += 100)
    if (lit(moment, now as Instant) !== lit(moment, (now - 100) as Instant)) times.push(now);
  return times;
}

describe('light with the bells', () => {
  it('comes with the last minute, once, and stays for two seconds', () => {
    expect(lit(third, at(32, 59))).toBe(false);
    expect(lit(third, at(33))).toBe(true);
    expect(lit(third, at(33, 2))).toBe(false);
  });

  it('comes with a round that nobody moves to; the end of a move is a change of the whole wall already', () => {
    expect(lit(momentWith(talk(1), 1), at(0, 1))).toBe(true);
    expect(lit(third, at(24, 1))).toBe(false);
    expect(lit(momentWith(move(4), 3), at(34, 1))).toBe(false);
  });

  it('is shown for what is left of it by a page that comes late, and not at all afterwards', () => {
    expect(lit(third, at(33, 1))).toBe(true);
    expect(lit(third, at(33, 40))).toBe(false);
  });

  it('never changes the ground twice within a second', () => {
    const times = changes(momentWith(talk(1), 1), at(0), at(10));
    expect(times).toHaveLength(3);
    for (const [index, time] of times.slice(1).entries()) expect(time - (times[index] ?? 0)).toBeGreaterThan(1_000);
  });
});
