import type { EventId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { CLOSE, type ServerMessage } from '@lapwing/shared/protocol/messages';
import { ClockQuestion } from '@lapwing/shared/protocol/schemas';
import { Compile } from 'typebox/compile';
import type { WebSocket } from 'ws';
import type { Audience, Channel, Listener } from '../fanout/hub.ts';
import { messageText } from '../fanout/message-text.ts';
import { channelOn, type PageStream } from '../fanout/socket-channel.ts';
import { textFrame, textFrames } from '../fanout/text-frame.ts';
import { boardOf, displayOf, isListed, ownDisplay } from '../services/display-service.ts';
import { alsoOpened } from '../services/other-devices.ts';
import type { Services } from '../services/services.ts';
import type { Session } from '../services/session-service.ts';
import { displayComes, helperComes, phonePlaces } from '../services/socket-places.ts';
import type { App } from './app-type.ts';

const clockQuestion = Compile(ClockQuestion);

/** A socket may send this many messages at once, and this many a second in the long run. */
const BURST = 40;
const PER_SECOND = 20;
const TOO_MUCH = 1008;
/** Whoever goes on for this many more is cut without waiting for a goodbye. */
const FLOOD = 1_000;

interface Seat {
  readonly eventId: EventId;
  readonly audience: Audience;
  readonly session: Session;
  /** What lies below the WebSocket. */
  readonly stream: PageStream;
}

/** Where a page may open a socket, and nowhere else. */
export const SOCKETS = {
  console: '/api/events/:eventId/socket',
  display: '/display/:displayId/live',
  phone: '/me/:attendeeId/live',
} as const;

/** The three sockets. The cookie was checked by the door, Origin by the origin check, before the upgrade. */
export function socketRoutes(app: App, services: Services): void {
  const staff = (eventId: EventId, audience: 'staff' | 'helper'): (ServerMessage | undefined)[] => [
    services.evenings.room(eventId),
    services.evenings.facts(eventId),
    services.evenings[audience](eventId),
  ];
  app.get(SOCKETS.console, { websocket: true }, (socket, request) => {
    const { eventId } = request.params as { eventId: EventId };
    if (!request.session || !services.evenings.get(eventId)) return socket.close(4401, 'no such event');
    const audience = request.session.kind === 'helper' ? 'helper' : 'staff';
    if (audience === 'helper' && !helperComes(services, eventId)) return socket.close(CLOSE.full, 'full');
    return listen(services, socket, { eventId, audience, session: request.session, stream: request.raw.socket }, () =>
      staff(eventId, audience),
    );
  });
  app.get(SOCKETS.display, { websocket: true }, (socket, request) => {
    const eventId = request.session?.eventId;
    if (!request.session || !eventId) return socket.close(4401, 'no such display');
    if (!displayComes(services, eventId, request.session.hash)) return socket.close(CLOSE.full, 'full');
    const { hash } = request.session;
    const display = displayOf(services, eventId, hash);
    socket.on('close', () => {
      if (isListed(services, hash)) services.evenings.displayLost(display.id);
    });
    return listen(
      services,
      socket,
      { eventId, audience: 'display', session: request.session, stream: request.raw.socket },
      () => [
        services.evenings.room(eventId),
        services.evenings.hall(eventId),
        services.evenings.facts(eventId),
        boardOf(services, display),
        ownDisplay(display, null),
      ],
    );
  });
  app.get(SOCKETS.phone, { websocket: true }, (socket, request) => {
    if (!request.session) return socket.close(4401, 'no such person');
    return phoneListens(services, socket, request.raw.socket, request.session);
  });
}

/** A person’s phone, let in: see also `phoneUpgrades`. */
export function phoneListens(services: Services, socket: WebSocket, stream: PageStream, session: Session): void {
  const { eventId, attendeeId } = session;
  if (!eventId || !attendeeId) socket.close(CLOSE.notAllowed, 'no such person');
  else if (!services.hub.admits(eventId, attendeeId, phonePlaces(services, eventId))) socket.close(CLOSE.full, 'full');
  else
    listen(services, socket, { eventId, audience: 'phone', session, stream }, () => [
      services.evenings.room(eventId),
      services.evenings.card(eventId, attendeeId),
      alsoOpened(services, session),
    ]);
}

/** Seats a socket in the hub and sends it the snapshot. Synchronous, so that no early message is lost. */
function listen(
  services: Services,
  socket: WebSocket,
  seat: Seat,
  snapshot: () => (ServerMessage | undefined)[],
): void {
  const { hub, clock, evenings } = services;
  const channel = channelOn(socket, seat.stream);
  const listener: Listener = {
    eventId: seat.eventId,
    audience: seat.audience,
    attendeeId: seat.audience === 'phone' ? seat.session.attendeeId : null,
    sessionHash: seat.session.hash,
    lastHeardAt: clock.now(),
    channel,
  };
  const left = allowance(clock.now());
  const tooMuch = (now: Instant): boolean => {
    const more = left(now);
    if (more < -FLOOD) socket.terminate();
    else if (more < 0) socket.close(TOO_MUCH, 'too many messages');
    return more < 0;
  };
  socket.on('ping', () => void tooMuch(clock.now()));
  socket.on('message', (data, isBinary) => {
    const heardAt = clock.now();
    if (tooMuch(heardAt)) return;
    listener.lastHeardAt = heardAt;
    const question = isBinary ? undefined : parsed(String(data));
    if (question === undefined) return;
    channel.send(textFrame(JSON.stringify({ t: 'c', a: question, b: heardAt, s: clock.now() })));
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    hub.leave(listener);
    evenings.listenersChanged(seat.eventId);
  });
  sendSnapshot(channel, snapshot());
  hub.join(listener);
  evenings.listenersChanged(seat.eventId);
}

/** All of it in one write. */
function sendSnapshot(channel: Channel, messages: readonly (ServerMessage | undefined)[]): void {
  channel.send(textFrames(messages.flatMap((message) => (message ? [messageText(message)] : []))));
}

/** The page's own time in a clock question, or undefined for anything else: unknown types are ignored. */
function parsed(text: string): number | undefined {
  try {
    const message: unknown = JSON.parse(text);
    return clockQuestion.Check(message) ? message.a : undefined;
  } catch {
    return undefined;
  }
}

/** A leaky bucket: takes one message at `now` and tells how many more may come; below 0 it was one too many. */
function allowance(since: Instant): (now: Instant) => number {
  let left = BURST;
  let at = since;
  return (now) => {
    left = Math.min(BURST, left + ((now - at) / 1_000) * PER_SECOND);
    at = now;
    left -= 1;
    return left;
  };
}
