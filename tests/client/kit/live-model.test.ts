// @vitest-environment happy-dom
import { instant, milliseconds, minutes } from '@lapwing/shared/kernel/time';
import type { Moment, Phase } from '@lapwing/shared/live/state';
import { PLAIN_LOOK, PROTOCOL_VERSION, type RoomFrame } from '@lapwing/shared/protocol/messages';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLiveModel, type LiveModel, untilNextDrawing } from '../../../client/src/kit/live-model.ts';
import { FakeSocket } from '../fake-socket.ts';

/** Server time is the page's time plus this. */
const AHEAD = 1_000_000;
const timings = {
  ...{ rounds: 2, talk: minutes(10), changeover: minutes(2), agenda: [], skipped: [] },
  ...{ boundary: 'auto' as const, talkBegins: 'auto' as const },
};
const talking: Phase = { kind: 'talking', round: 1, startsAt: instant(AHEAD), endsAt: instant(AHEAD + 600_000) };
const moment: Moment = {
  ...{ phase: talking, before: null, timings, begun: [instant(AHEAD)], planVersion: 1 },
  ...{ announcement: null, blank: false },
};
const room = (v: number, epoch = 'one', more: Partial<Moment> = {}): RoomFrame => ({
  ...{ t: 'room', protocol: PROTOCOL_VERSION, epoch, v },
  moment: { ...moment, ...more },
});

let model: LiveModel;
beforeEach(() => {
  FakeSocket.install();
  model = createLiveModel('/display/d1/live', 5_000);
  FakeSocket.last.opens();
});
afterEach(() => {
  model.close();
  FakeSocket.remove();
});

describe('live model', () => {
  it('takes a newer room and leaves an overtaken one aside', () => {
    FakeSocket.last.says(room(4));
    FakeSocket.last.says(room(3, 'one', { planVersion: 9 }));
    expect(model.room.value?.v).toBe(4);
    expect(model.moment.value?.planVersion).toBe(1);
    FakeSocket.last.says(room(5));
    expect(model.room.value?.v).toBe(5);
  });

  it('counts the hints that picks have changed', () => {
    FakeSocket.last.says({ t: 'picks' });
    FakeSocket.last.says({ t: 'picks' });
    expect(model.picksNews.value).toBe(2);
  });

  it('takes a lower version of a server that started anew', () => {
    FakeSocket.last.says(room(40));
    FakeSocket.last.says(room(2, 'two'));
    expect(model.room.value).toMatchObject({ v: 2, epoch: 'two' });
  });

  it('never goes back to a server that is over, however late its frames come', () => {
    for (const frame of [room(40), room(40, 'two'), room(39), room(41)]) FakeSocket.last.says(frame);
    expect(model.room.value).toMatchObject({ v: 40, epoch: 'two' });
  });

  it('forgets what it measured against a server that started anew', () => {
    FakeSocket.last.says(room(40));
    FakeSocket.last.says({ t: 'c', a: 0, b: AHEAD, s: AHEAD });
    expect(model.connection.clock.bound()).not.toBeNull();
    FakeSocket.last.says(room(41));
    expect(model.connection.clock.bound()).not.toBeNull();
    FakeSocket.last.says(room(2, 'two'));
    expect(model.connection.clock.bound()).toBeNull();
  });

  it('takes an answer over HTTP by the same rule', () => {
    model.take(room(7));
    model.take(room(6));
    expect(model.room.value?.v).toBe(7);
  });

  it('keeps who a display is', () => {
    FakeSocket.last.says({ ...PLAIN_LOOK, t: 'display', name: 'Left wall', layout: 'map', flashedAt: null });
    expect(model.display.value).toMatchObject({ name: 'Left wall', layout: 'map' });
    FakeSocket.last.says({ t: 'names', people: 1, lines: [{ name: 'Ann A.', tables: [1] }] });
    expect(model.names.value?.lines).toHaveLength(1);
    FakeSocket.last.says({ ...PLAIN_LOOK, t: 'display', name: 'Left wall', layout: 'names', flashedAt: null });
    expect(model.names.value?.lines).toHaveLength(1);
    FakeSocket.last.says({ ...PLAIN_LOOK, t: 'display', name: 'Left wall', flashedAt: null });
    expect(model.names.value, 'names go with the layout that shows them').toBeNull();
  });

  it('stands still, and never counts up, while a better clock says that there is a little more time', () => {
    FakeSocket.last.says(room(1));
    FakeSocket.last.answers(AHEAD);
    vi.advanceTimersByTime(5_000);
    const before = model.now.value ?? 0;
    model.connection.clock.reset();
    FakeSocket.last.says({ t: 'c', a: performance.now(), b: before - 700, s: before - 700 });
    expect(model.now.value).toBe(before);
    vi.advanceTimersByTime(2_000);
    expect(model.now.value).toBeLessThan(before + 2_000);
    expect(model.now.value).toBeGreaterThan(before);
  });

  it('believes a clock that was wrong by more', () => {
    FakeSocket.last.says(room(1));
    FakeSocket.last.answers(AHEAD);
    vi.advanceTimersByTime(5_000);
    const before = model.now.value ?? 0;
    model.connection.clock.reset();
    FakeSocket.last.says({ t: 'c', a: performance.now(), b: before - 60_000, s: before - 60_000 });
    expect(model.now.value).toBeLessThan(before - 50_000);
  });

  it('begins with what the page came with', () => {
    const withInitial = createLiveModel('/me/abc/live', 15_000, { room: room(3) });
    expect(withInitial.moment.value?.phase.kind).toBe('talking');
    expect(withInitial.shown.value).toMatchObject({ left: null, flip: null });
    withInitial.close();
  });

  it('counts in server time, on whole seconds', () => {
    FakeSocket.last.says(room(1));
    FakeSocket.last.answers(AHEAD);
    vi.advanceTimersByTime(100);
    const left = model.shown.value?.left ?? 0;
    expect(left).toBeGreaterThan(590_000);
    const whole = new Set<number>();
    vi.advanceTimersByTime(1_500);
    for (let tick = 0; tick < 5; tick++) {
      vi.advanceTimersByTime(1_000);
      whole.add(Math.ceil((model.shown.value?.left ?? 0) / 1_000));
    }
    expect(whole.size).toBe(5);
  });

  it('walks on by the plan when the server is gone', () => {
    FakeSocket.last.says(room(1));
    FakeSocket.last.answers(AHEAD);
    FakeSocket.last.ends(1006);
    vi.advanceTimersByTime(10 * 60_000 + 5_000);
    expect(model.status.value).toBe('offline');
    expect(model.moment.value?.phase).toMatchObject({ kind: 'moving', round: 2 });
    vi.advanceTimersByTime(2 * 60_000);
    expect(model.shown.value?.phase).toMatchObject({ kind: 'talking', round: 2 });
    vi.advanceTimersByTime(10 * 60_000);
    expect(model.shown.value?.phase.kind).toBe('finished');
    expect(model.room.value?.v).toBe(1);
  });

  it('shows what was there until an announced start', () => {
    const startsAt = instant(AHEAD + performance.now() + 2_500);
    const coming: Phase = { kind: 'talking', round: 1, startsAt, endsAt: instant(startsAt + 600_000) };
    FakeSocket.last.says(room(1, 'one', { phase: coming, before: { kind: 'doors' } }));
    FakeSocket.last.answers(AHEAD);
    vi.advanceTimersByTime(100);
    expect(model.shown.value?.phase.kind).toBe('doors');
    expect(model.shown.value?.flip).toBeGreaterThan(2_000);
    vi.advanceTimersByTime(2_600);
    expect(model.shown.value).toMatchObject({ phase: { kind: 'talking' }, flip: null });
  });
});

describe('time until the next drawing', () => {
  const now = instant(AHEAD + 250);

  it('is the rest of the shown second', () => {
    expect(untilNextDrawing(moment, now)).toBe(750);
  });

  it('is the count up while time is up', () => {
    const phase: Phase = { kind: 'timeUp', round: 1, since: instant(AHEAD - 100) };
    expect(untilNextDrawing({ ...moment, phase }, now)).toBe(650);
  });

  it('is the announced start when that comes first', () => {
    const phase: Phase = { ...talking, startsAt: instant(AHEAD + 350), endsAt: instant(AHEAD + 600_350) } as Phase;
    expect(untilNextDrawing({ ...moment, phase, before: { kind: 'doors' } }, now)).toBe(100);
  });

  it('is never more than a second, also while nothing counts', () => {
    const of = talking as Extract<Phase, { kind: 'talking' }>;
    const paused: Phase = { kind: 'paused', of, remaining: milliseconds(30_000), since: now };
    expect(untilNextDrawing({ ...moment, phase: paused }, now)).toBeLessThanOrEqual(1_000);
    expect(untilNextDrawing(null, now)).toBeLessThanOrEqual(1_000);
  });
});
