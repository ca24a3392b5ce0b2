import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { CLOSE, SILENT_AFTER_MS } from '@lapwing/shared/protocol/messages';
import { textFrame } from './text-frame.ts';

export type Audience = 'staff' | 'helper' | 'display' | 'phone';

/** All that the hub knows of a socket. */
export interface Channel {
  /** Whole frames, ready for the wire. */
  send(frames: Buffer): void;
  close(code: number, reason: string): void;
  /** Cuts without waiting for the other side. */
  cut(): void;
}

/** One open page. */
export interface Listener {
  readonly eventId: EventId;
  readonly audience: Audience;
  /** Whose phone it is; null for staff, helpers and displays. */
  readonly attendeeId: AttendeeId | null;
  /** The cookie it came with, so that ending a session ends its sockets. */
  readonly sessionHash: string;
  readonly channel: Channel;
  lastHeardAt: Instant;
}

export interface Places {
  /** Of all events together. */
  readonly most: number;
  readonly ofOne: number;
  /** Comes in also where the event is full: for one that may go. */
  readonly first: boolean;
  /** Whether whoever came with this cookie may go for another. */
  readonly mayGo: (sessionHash: string) => boolean;
}

/** Who listens to which event. Knows sockets and text, neither the database nor what a message means. */
export interface Hub {
  join(listener: Listener): void;
  leave(listener: Listener): void;
  /** How many listen, of all events. */
  total(audience: Audience): number;
  /**
   * Whether one more page of this person may listen, of at most `most` phones everywhere. Whoever has none yet gets the
   * place of somebody's oldest further page: those with many pages starve nobody.
   */
  admits(eventId: EventId, attendeeId: AttendeeId, most: number): boolean;
  /**
   * Whether one more display or helper of this event may listen. Where all events together have too many, the event with
   * most gives up its newest for one that has fewer: who floods one event takes nothing from the others.
   */
  admitsTo(eventId: EventId, audience: 'display' | 'helper', places: Places): boolean;
  /** The same text to everybody of the event: staff first, then helpers, displays, then phones from a rotating start. */
  publish(eventId: EventId, text: string): void;
  toAudience(eventId: EventId, audience: Audience, text: string): void;
  /** To every page that came with this cookie. */
  toSession(eventId: EventId, sessionHash: string, text: string): void;
  /** Events to which anybody listens. */
  events(): readonly EventId[];
  /** The cookies of those who listen. */
  sessionsOf(eventId: EventId, audience: Audience): ReadonlySet<string>;
  /** The cookies of those who listen to any event, each once. */
  sessionsEverywhere(audience: Audience): readonly string[];
  toAttendee(eventId: EventId, attendeeId: AttendeeId, text: string): void;
  /** Each phone its own text; null leaves a phone out. */
  toPhones(eventId: EventId, textFor: (attendeeId: AttendeeId) => string | null): void;
  count(eventId: EventId, audience: Audience, heardSince: Instant): number;
  closeWhere(reached: (listener: Listener) => boolean, code: number, reason: string): void;
  /** Cuts whoever was silent too long; answers the events that lost somebody. */
  cutSilent(now: Instant): ReadonlySet<EventId>;
}

/**
 * Open pages of one person, of one display and of one sign-in. Bad Wi-Fi leaves dead sockets behind until they are cut, so
 * the oldest make room; and nobody with one link can open thousands.
 */
const MOST_PAGES = 8;
const TOO_MANY = 1008;

const ORDER: readonly Audience[] = ['staff', 'helper', 'display', 'phone'];

interface Room extends Readonly<Record<Audience, Set<Listener>>> {
  /** The pages of each person, oldest first: a hall of ten thousand is not searched for one of them. */
  readonly pagesOf: Map<AttendeeId, Set<Listener>>;
}

const emptyRoom = (): Room => ({
  ...{ staff: new Set(), helper: new Set(), display: new Set(), phone: new Set() },
  pagesOf: new Map(),
});

export function createHub(): Hub {
  const rooms = new Map<EventId, Room>();
  /** The pages of people who have more than one. */
  const crowds = new Set<Set<Listener>>();
  let phones = 0;
  let turn = 0;

  const roomOf = (eventId: EventId): Room => {
    const room = rooms.get(eventId) ?? emptyRoom();
    rooms.set(eventId, room);
    return room;
  };
  const everybody = (): Listener[] =>
    [...rooms.values()].flatMap((room) => ORDER.flatMap((audience) => [...room[audience]]));
  const of = (eventId: EventId, audience: Audience): Iterable<Listener> => rooms.get(eventId)?.[audience] ?? [];

  function leave(listener: Listener): void {
    const room = rooms.get(listener.eventId);
    if (!room?.[listener.audience].delete(listener)) return;
    if (listener.attendeeId !== null) {
      phones -= 1;
      const pages = room.pagesOf.get(listener.attendeeId);
      pages?.delete(listener);
      if (pages && pages.size < 2) crowds.delete(pages);
      if (pages?.size === 0) room.pagesOf.delete(listener.attendeeId);
    }
    if (ORDER.every((audience) => room[audience].size === 0)) rooms.delete(listener.eventId);
  }

  /** Seats one more page of a person; where they have too many, the oldest leaves. */
  function seat(room: Room, attendeeId: AttendeeId, listener: Listener): void {
    const pages = room.pagesOf.get(attendeeId) ?? new Set();
    room.pagesOf.set(attendeeId, pages.add(listener));
    phones += 1;
    if (pages.size > 1) crowds.add(pages);
    makeRoom(pages);
  }

  function makeRoom(pages: ReadonlySet<Listener>): void {
    const [oldest] = pages;
    if (!oldest || pages.size <= MOST_PAGES) return;
    leave(oldest);
    oldest.channel.close(TOO_MANY, 'too many pages');
  }

  /** Consoles and displays are few enough to be looked through. */
  const ofSession = (room: Room, { audience, sessionHash: hash }: Listener): ReadonlySet<Listener> =>
    new Set([...room[audience]].filter(({ sessionHash }) => sessionHash === hash));

  /** The last in line waits for everybody before it, so the line starts one further each time. */
  function sendRotating(listeners: ReadonlySet<Listener>, frame: Buffer): void {
    const line = [...listeners];
    for (let step = 0; step < line.length; step++) line[(turn + step) % line.length]?.channel.send(frame);
  }

  return {
    join(listener) {
      const room = roomOf(listener.eventId);
      room[listener.audience].add(listener);
      if (listener.attendeeId !== null) seat(room, listener.attendeeId, listener);
      else makeRoom(ofSession(room, listener));
    },
    leave,
    total: (audience) => [...rooms.values()].reduce((sum, room) => sum + room[audience].size, 0),
    admits(eventId, attendeeId, most) {
      if (phones < most) return true;
      if (rooms.get(eventId)?.pagesOf.has(attendeeId)) return false;
      const [crowd] = crowds;
      const [oldest] = crowd ?? [];
      if (!oldest) return false;
      leave(oldest);
      oldest.channel.close(CLOSE.full, 'full');
      return true;
    },
    admitsTo(eventId, audience, { most, ofOne, first, mayGo }) {
      const own = rooms.get(eventId)?.[audience] ?? new Set();
      const all = [...rooms.values()].map((room) => room[audience]);
      const fullest = all.reduce((one, other) => (other.size > one.size ? other : one), own);
      const isFull = own.size >= ofOne;
      if (!isFull && all.reduce((sum, { size }) => sum + size, 0) < most) return true;
      if (!first && (isFull || fullest.size <= own.size + 1)) return false;
      const newest = [...(isFull ? own : fullest)].reverse().find(({ sessionHash }) => mayGo(sessionHash));
      if (!newest) return first;
      leave(newest);
      newest.channel.close(CLOSE.full, 'full');
      return true;
    },
    publish(eventId, text) {
      const room = rooms.get(eventId);
      if (!room) return;
      turn += 1;
      const frame = textFrame(text);
      for (const audience of ORDER) sendRotating(room[audience], frame);
    },
    toAudience(eventId, audience, text) {
      const frame = textFrame(text);
      for (const listener of of(eventId, audience)) listener.channel.send(frame);
    },
    toSession(eventId, sessionHash, text) {
      const frame = textFrame(text);
      for (const audience of ORDER)
        for (const listener of of(eventId, audience))
          if (listener.sessionHash === sessionHash) listener.channel.send(frame);
    },
    events: () => [...rooms.keys()],
    sessionsOf: (eventId, audience) => new Set([...of(eventId, audience)].map(({ sessionHash }) => sessionHash)),
    sessionsEverywhere: (audience) => [
      ...new Set([...rooms.values()].flatMap((room) => [...room[audience]].map(({ sessionHash }) => sessionHash))),
    ],
    toAttendee(eventId, attendeeId, text) {
      const pages = rooms.get(eventId)?.pagesOf.get(attendeeId);
      if (!pages) return;
      const frame = textFrame(text);
      for (const listener of pages) listener.channel.send(frame);
    },
    toPhones(eventId, textFor) {
      for (const [attendeeId, pages] of rooms.get(eventId)?.pagesOf ?? []) {
        const text = textFor(attendeeId);
        if (text === null) continue;
        const frame = textFrame(text);
        for (const listener of pages) listener.channel.send(frame);
      }
    },
    count(eventId, audience, heardSince) {
      let heard = 0;
      for (const listener of of(eventId, audience)) if (listener.lastHeardAt >= heardSince) heard += 1;
      return heard;
    },
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
