import { attendeeId, eventId } from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import { SILENT_AFTER_MS } from '@lapwing/shared/protocol/messages';
import { describe, expect, it } from 'vitest';
import { type Audience, createHub, type Listener } from '../../../server/src/fanout/hub.ts';
import { textIn } from '../../support/frames.ts';

const TONIGHT = eventId('tonight');

/** A hub whose listeners write down in which order they heard what. */
function hubWithEars() {
  const hub = createHub();
  const heard: string[] = [];
  const join = (name: string, audience: Audience, over: Partial<Listener> = {}): Listener => {
    const listener: Listener = {
      eventId: TONIGHT,
      audience,
      attendeeId: audience === 'phone' ? attendeeId(name) : null,
      sessionHash: `session of ${name}`,
      lastHeardAt: instant(0),
      channel: {
        send: (frame) => void heard.push(`${name} ${textIn(frame)}`),
        close: (code, reason) => void heard.push(`${name} closed ${code} ${reason}`),
        cut: () => void heard.push(`${name} cut`),
      },
      ...over,
    };
    hub.join(listener);
    return listener;
  };
  const flush = (): string[] => heard.splice(0);
  return { hub, join, flush };
}

describe('who hears what, and when', () => {
  it('staff hear first, then displays, then phones', () => {
    const { hub, join, flush } = hubWithEars();
    join('phone', 'phone');
    join('display', 'display');
    join('console', 'staff');
    hub.publish(TONIGHT, 'move');
    expect(flush()).toEqual(['console move', 'display move', 'phone move']);
  });

  it('no phone is always the last', () => {
    const { hub, join, flush } = hubWithEars();
    join('console', 'staff');
    join('display', 'display');
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) join(name, 'phone');
    const lasts = Array.from({ length: 6 }, () => {
      hub.publish(TONIGHT, 'move');
      return flush().at(-1);
    });
    expect(new Set(lasts).size).toBe(6);
  });

  it('another event hears nothing', () => {
    const { hub, join, flush } = hubWithEars();
    join('elsewhere', 'phone', { eventId: eventId('other') });
    hub.publish(TONIGHT, 'move');
    hub.toAudience(TONIGHT, 'phone', 'x');
    hub.toPhones(TONIGHT, () => 'y');
    expect(flush()).toEqual([]);
  });

  it('a card goes to all pages of that person and to nobody else', () => {
    const { hub, join, flush } = hubWithEars();
    join('ann', 'phone');
    join('ann', 'phone');
    join('bob', 'phone');
    join('console', 'staff');
    hub.toAttendee(TONIGHT, attendeeId('ann'), 'card');
    expect(flush()).toEqual(['ann card', 'ann card']);
    hub.toPhones(TONIGHT, (id) => (id === 'bob' ? 'own' : null));
    expect(flush()).toEqual(['bob own']);
  });

  it('everybody gets the very same bytes, framed once', () => {
    const { hub, join } = hubWithEars();
    const got: Buffer[] = [];
    const channel = { send: (frames: Buffer) => void got.push(frames), close: () => {}, cut: () => {} };
    join('console', 'staff', { channel });
    join('display', 'display', { channel });
    for (const name of ['a', 'b', 'c']) join(name, 'phone', { channel });
    hub.publish(TONIGHT, 'move');
    expect(got).toHaveLength(5);
    expect(new Set(got).size).toBe(1);
  });

  it('a cookie’s own pages are reached by it, and named', () => {
    const { hub, join, flush } = hubWithEars();
    join('wall', 'display');
    join('other wall', 'display');
    hub.toSession(TONIGHT, 'session of wall', 'flash');
    expect(flush()).toEqual(['wall flash']);
    expect(hub.sessionsOf(TONIGHT, 'display')).toEqual(new Set(['session of wall', 'session of other wall']));
    expect(hub.sessionsOf(TONIGHT, 'staff')).toEqual(new Set());
  });

  it('a person whose last page left hears no card, and is heard again when they come back', () => {
    const { hub, join, flush } = hubWithEars();
    const [page, second] = [join('ann', 'phone'), join('ann', 'phone')];
    hub.leave(page);
    hub.toAttendee(TONIGHT, attendeeId('ann'), 'card');
    hub.leave(second);
    hub.toAttendee(TONIGHT, attendeeId('ann'), 'card');
    hub.toPhones(TONIGHT, () => 'own');
    expect(flush()).toEqual(['ann card']);
    join('ann', 'phone');
    hub.toAttendee(TONIGHT, attendeeId('ann'), 'card');
    expect(flush()).toEqual(['ann card']);
  });

  it('who left hears nothing, also when they leave twice', () => {
    const { hub, join, flush } = hubWithEars();
    const gone = join('gone', 'phone');
    join('here', 'phone');
    hub.leave(gone);
    hub.leave(gone);
    hub.publish(TONIGHT, 'move');
    expect(flush()).toEqual(['here move']);
    expect(hub.count(TONIGHT, 'phone', instant(0))).toBe(1);
  });

  it('one person has eight pages at most: the oldest goes, whoever else is there stays', () => {
    const { hub, join, flush } = hubWithEars();
    join('bob', 'phone');
    const oldest = join('ann', 'phone');
    for (let page = 2; page <= 9; page++) join('ann', 'phone');
    expect(flush()).toEqual(['ann closed 1008 too many pages']);
    expect(hub.count(TONIGHT, 'phone', instant(0))).toBe(9);
    hub.leave(oldest);
    for (let page = 1; page <= 20; page++) join(`console${page}`, 'staff');
    expect(flush()).toEqual([]);
  });

  it('one sign-in and one display have eight pages at most, too', () => {
    const { join, flush } = hubWithEars();
    for (const audience of ['staff', 'display'] as const)
      for (let page = 1; page <= 9; page++) join(audience, audience);
    expect(flush()).toEqual(['staff closed 1008 too many pages', 'display closed 1008 too many pages']);
  });

  it('closes those who are meant', () => {
    const { hub, join, flush } = hubWithEars();
    join('ann', 'phone');
    join('bob', 'phone');
    hub.closeWhere((listener) => listener.sessionHash === 'session of ann', 4401, 'signed out');
    expect(flush()).toEqual(['ann closed 4401 signed out']);
  });
});

describe('who is silent', () => {
  it('is not counted among those heard lately, and is cut after 45 seconds', () => {
    const { hub, join, flush } = hubWithEars();
    join('silent', 'phone');
    const talking = join('talking', 'phone');
    talking.lastHeardAt = instant(SILENT_AFTER_MS);
    expect(hub.count(TONIGHT, 'phone', instant(1))).toBe(1);
    expect(hub.cutSilent(instant(SILENT_AFTER_MS))).toEqual(new Set());
    expect(hub.cutSilent(instant(SILENT_AFTER_MS + 1))).toEqual(new Set([TONIGHT]));
    expect(flush()).toEqual(['silent cut']);
    hub.publish(TONIGHT, 'move');
    expect(flush()).toEqual(['talking move']);
  });
});
