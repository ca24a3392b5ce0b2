import { after, type Instant, milliseconds } from '@lapwing/shared/kernel/time';
import type { Moment } from '@lapwing/shared/live/state';
import { type OwnDisplay, PLAIN_LOOK } from '@lapwing/shared/protocol/messages';
import { describe, expect, it } from 'vitest';
import { type DisplayView, FLASH_MS } from '../../../client/src/display/display-view.ts';
import { coverOf } from '../../../client/src/display/Over.tsx';
import { at, hall, momentWith, said, stopped, talk } from '../../../client/src/gallery/fixtures.ts';
import { shownAt } from '../../../client/src/kit/live-model.ts';

const NOW = at(27, 18);
function cover(more: Partial<Moment>, now: Instant = NOW, flashedAt: Instant | null = null) {
  const moment = momentWith(talk(3), 3, more);
  const own: OwnDisplay = { ...PLAIN_LOOK, t: 'display', name: 'Display 1', flashedAt };
  const view: DisplayView = {
    ...{ hall: hall(), facts: null, own, names: null, moment, shown: shownAt(moment, now), now },
    ...{ version: 1, status: 'live', sentBack: false },
  };
  return coverOf(view);
}
const whole = { announcement: said('Coffee', at(27), { whole: true }) };
const stop = { announcement: stopped('', at(27)) };

describe('what covers a display', () => {
  it('is a message over the whole screen until it is taken away, or its time is over', () => {
    expect(cover(whole)).toBe('message');
    expect(cover(whole, at(28))).toBeNull();
    expect(cover({ announcement: said('Coffee', at(27)) })).toBeNull();
  });

  it('is a stop for as long as it lasts, whatever else is said', () => {
    expect(cover(stop)).toBe('stop');
    expect(cover({ ...stop, blank: true }, at(90))).toBe('stop');
  });

  it('is nothing at all when the organiser darkened it, also while a message is there', () => {
    expect(cover({ blank: true })).toBe('blank');
    expect(cover({ ...whole, blank: true })).toBe('blank');
  });

  it('is who it is for five seconds, also over a stop', () => {
    const later = (time: number) => after(NOW, milliseconds(time));
    expect(cover(stop, NOW, NOW)).toBe('flash');
    expect(cover({}, later(FLASH_MS - 1), NOW)).toBe('flash');
    expect(cover({}, later(FLASH_MS), NOW)).toBeNull();
    expect(cover({}, NOW, later(100))).toBeNull();
  });
});
