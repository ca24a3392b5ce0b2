import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { SILENT_AFTER_MS } from '@lapwing/shared/protocol/messages';

export type Audience = 'staff' | 'display' | 'phone';

/** All that the hub knows of a socket. */
export interface Channel {
  send(text: string): void;
  close(code: number, reason: string): void;
  /** Cuts without waiting for the other side. */
  cut(): void;
}

/** One open page. */
export interface Listener {
  readonly eventId: EventId;
  readonly audience: Audience;
  /** Whose phone it is; null for staff and displays. */
  readonly attendeeId: AttendeeId | null;
  /** The cookie it came with, so that ending a session ends its sockets. */
  readonly sessionHash: string;
  readonly channel: Channel;
  lastHeardAt: Instant;
}

/** Who listens to which event. Knows sockets and text, neither the database nor what a message means. */
export interface Hub {
  join(listener: Listener): void;
  leave(listener: Listener): void;
  /** The same text to everybody of the event: staff first, then displays, then phones from a rotating start. */
  publish(eventId: EventId, text: string): void;
  toAudience(eventId: EventId, audience: Audience, text: string): void;
  /** To every page that came with this cookie. */
  toSession(eventId: EventId, sessionHash: string, text: string): void;
  /** The cookies of those who listen. */
  sessionsOf(eventId: EventId, audience: Audience): ReadonlySet<string>;
  toAttendee(eventId: EventId, attendeeId: AttendeeId, text: string): void;
  /** Each phone its own text; null leaves a phone out. */
  toPhones(eventId: EventId, textFor: (attendeeId: AttendeeId) => string | null): void;
  count(eventId: EventId, audience: Audience, heardSince: Instant): number;
  closeWhere(reached: (listener: Listener) => boolean, code: number, reason: string): void;
  /** Cuts whoever was silent too long; answers the events that lost somebody. */
  cutSilent(now: Instant): ReadonlySet<EventId>;
}

/**
 * Open pages of one person. A phone on bad Wi-Fi leaves dead sockets behind until they are cut, so the oldest make room;
 * and nobody with one link can open thousands.
 */
const PAGES_PER_ATTENDEE = 8;
const TOO_MANY = 1008;

const ORDER: readonly Audience[] = ['staff', 'display', 'phone'];

type Room = Readonly<Record<Audience, Set<Listener>>>;

export function createHub(): Hub {
  const rooms = new Map<EventId, Room>();
  let turn = 0;

  const roomOf = (eventId: EventId): Room => {
    const room = rooms.get(eventId) ?? { staff: new Set(), display: new Set(), phone: new Set() };
    rooms.set(eventId, room);
    return room;
  };
  const everybody = (): Listener[] =>
    [...rooms.values()].flatMap((room) => ORDER.flatMap((audience) => [...room[audience]]));

  function leave(listener: Listener): void {
    const room = rooms.get(listener.eventId);
    room?.[listener.audience].delete(listener);
    if (room && ORDER.every((audience) => room[audience].size === 0)) rooms.delete(listener.eventId);
  }

  /** The last in line waits for everybody before it, so the line starts one further each time. */
  function sendRotating(listeners: ReadonlySet<Listener>, text: string): void {
    const line = [...listeners];
    for (let step = 0; step < line.length; step++) line[(turn + step) % line.length]?.channel.send(text);
  }

  return {
    join(listener) {
      const { phone, ...room } = roomOf(listener.eventId);
      if (listener.audience !== 'phone') return void room[listener.audience].add(listener);
      phone.add(listener);
      const own = [...phone].filter(({ attendeeId }) => attendeeId === listener.attendeeId);
      for (const oldest of own.slice(0, -PAGES_PER_ATTENDEE)) {
        leave(oldest);
        oldest.channel.close(TOO_MANY, 'too many pages');
      }
    },
    leave,
    publish(eventId, text) {
      const room = rooms.get(eventId);
      if (!room) return;
      turn += 1;
      for (const audience of ORDER) sendRotating(room[audience], text);
    },
    toAudience(eventId, audience, text) {
      for (const listener of rooms.get(eventId)?.[audience] ?? []) listener.channel.send(text);
    },
    toSession(eventId, sessionHash, text) {
      const room = rooms.get(eventId);
      for (const audience of ORDER)
        for (const listener of room?.[audience] ?? [])
          if (listener.sessionHash === sessionHash) listener.channel.send(text);
    },
    sessionsOf: (eventId, audience) =>
      new Set([...(rooms.get(eventId)?.[audience] ?? [])].map(({ sessionHash }) => sessionHash)),
    toAttendee(eventId, attendeeId, text) {
      for (const listener of rooms.get(eventId)?.phone ?? [])
        if (listener.attendeeId === attendeeId) listener.channel.send(text);
    },
    toPhones(eventId, textFor) {
      for (const listener of rooms.get(eventId)?.phone ?? []) {
        const text = listener.attendeeId === null ? null : textFor(listener.attendeeId);
        if (text !== null) listener.channel.send(text);
      }
    },
    count: (eventId, audience, heardSince) =>
      [...(rooms.get(eventId)?.[audience] ?? [])].filter((listener) => listener.lastHeardAt >= heardSince).length,
    closeWhere(reached, code, reason) {
      for (const listener of everybody().filter(reached)) listener.channel.close(code, reason);
    },
    cutSilent(now) {
      const silent = everybody().filter((listener) => now - listener.lastHeardAt > SILENT_AFTER_MS);
      for (const listener of silent) {
        leave(listener);
        listener.channel.cut();
      }
      return new Set(silent.map((listener) => listener.eventId));
    },
  };
}
