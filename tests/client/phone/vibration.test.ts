// @vitest-environment happy-dom
import type { Instant } from '@lapwing/shared/kernel/time';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  at,
  mentorCard,
  momentWith,
  move,
  studentCard,
  talk,
  withRound,
} from '../../../client/src/gallery/fixtures.ts';
import { phoneView } from '../../../client/src/gallery/phone-fixture.ts';
import type { PhoneView } from '../../../client/src/phone/phone-view.ts';
import { beatsBetween, createVibration } from '../../../client/src/phone/vibration.ts';

const MINUTE = [120];
const MOVE = [200, 100, 200, 100, 400];

const student = studentCard();
const view = (card = student, phase = talk(3), now: Instant = at(27)): PhoneView =>
  phoneView(card, momentWith(phase, 3), now);

describe('what is felt', () => {
  it('is one minute before the end at a table, once', () => {
    expect(beatsBetween(view(student, talk(3), at(32, 59)), view(student, talk(3), at(33)))).toEqual(MINUTE);
    expect(beatsBetween(view(student, talk(3), at(33)), view(student, talk(3), at(33, 1)))).toBeNull();
    const out = studentCard({ rounds: withRound(3, { table: null, meets: [] }) });
    expect(beatsBetween(view(out, talk(3), at(32, 59)), view(out, talk(3), at(33)))).toBeNull();
  });

  it('is a move for whoever has to get up, and nothing for who stays', () => {
    const into = (card = student) => beatsBetween(view(card, talk(3), at(33, 59)), view(card, move(4), at(34)));
    expect(into()).toEqual(MOVE);
    expect(into(studentCard({ rounds: withRound(4, { table: null, meets: [] }) }))).toEqual(MOVE);
    expect(into(mentorCard())).toBeNull();
    expect(into(studentCard({ rounds: [] }))).toBeNull();
  });

  it('is nothing that is over: after a sleep, and while the time is not known', () => {
    expect(beatsBetween(view(student, talk(3), at(30)), view(student, move(4), at(34, 5)))).toBeNull();
    const clockless = { ...view(student, talk(3), at(33, 59)), now: null };
    expect(beatsBetween(clockless, view(student, move(4), at(34)))).toBeNull();
  });
});

describe('the port to the device', () => {
  const show = (state: DocumentVisibilityState) => vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  afterEach(() => {
    vi.restoreAllMocks();
    localStorage.clear();
  });

  it('vibrates where it is wanted, which it is until somebody says otherwise, also after a reload', () => {
    const vibrate = vi.fn(() => true);
    const first = createVibration({ vibrate });
    expect(first.wanted.value).toBe(true);
    first.say(MOVE);
    expect(vibrate.mock.calls).toEqual([[MOVE]]);
    first.want(false);
    first.say(MOVE);
    const again = createVibration({ vibrate });
    expect(again.wanted.value).toBe(false);
    again.say(MINUTE);
    expect(vibrate).toHaveBeenCalledTimes(1);
    again.want(true);
    again.say(MINUTE);
    expect(vibrate).toHaveBeenLastCalledWith(MINUTE);
  });

  it('does nothing on a page that nobody looks at, or has not touched', () => {
    const vibrate = vi.fn(() => true);
    show('hidden');
    createVibration({ vibrate }).say(MOVE);
    show('visible');
    createVibration({ vibrate, userActivation: { hasBeenActive: false, isActive: false } }).say(MOVE);
    expect(vibrate).not.toHaveBeenCalled();
    createVibration({ vibrate, userActivation: { hasBeenActive: true, isActive: false } }).say(MOVE);
    expect(vibrate).toHaveBeenCalledTimes(1);
  });

  it('offers nothing to set where the device cannot', () => {
    const none = createVibration({});
    expect(none.wanted.value).toBeNull();
    none.want(true);
    none.say(MOVE);
    expect(none.wanted.value).toBeNull();
    expect(localStorage.length).toBe(0);
  });
});
