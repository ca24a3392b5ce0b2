import type { EventId } from '@lapwing/shared/kernel/ids';
import { refusal } from '@lapwing/shared/kernel/refusal';
import { ACCESS } from '@lapwing/shared/protocol/access';
import type { WhyOver } from '@lapwing/shared/protocol/messages';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Services, wholeNow } from '../services/services.ts';
import { type Session, sessionOf, touch, whyOver } from '../services/session-service.ts';
import { areHelpersIn, helperLabel } from '../staff/helper-door.ts';
import { consoleSessionAlive, isFresh } from '../staff/sign-in.ts';
import { CONSOLE_COOKIE, HELPER_COOKIE } from './cookies.ts';
import { refuse } from './refusals.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls, on routes whose door asks for it. */
    session: Session | null;
  }
}

/** Several people may share one browser: each has a cookie of their own, sent only to their own address. */
export const ownCookie = (id: string): string => `lapwing_${id}`;

/** An organiser who has not said a first name yet: the log needs somebody. */
const NAMELESS = 'Organiser';

/** In whose name an organiser's or a helper's request goes into the log. */
export const organiserOf = ({ session }: FastifyRequest): string =>
  session?.kind === 'helper' ? helperLabel(session) : session?.firstName || NAMELESS;

/** Lets a caller through the door that the access table names for the route, or refuses. Unlisted routes cannot exist. */
export function registerDoors(app: FastifyInstance, services: Services): void {
  app.decorateRequest('session', null);
  app.addHook('onRoute', (route) => {
    for (const method of [route.method].flat()) {
      if (method === 'HEAD' || method === 'OPTIONS') continue;
      if (!ACCESS[`${method} ${route.url}`]) throw new Error(`${method} ${route.url} is not in the access table.`);
    }
  });
  // no promise: every upgrade of a storm comes through here
  app.addHook('onRequest', (request, reply, done) => {
    if (!passDoor(services, request, reply)) done();
  });
  // Once more when the body is there: it may be held back until long after a link was taken back or a helper sent away.
  app.addHook('preHandler', (request, reply, done) => {
    if (BODILESS.has(request.method) || !passDoor(services, request, reply)) done();
  });
}

const BODILESS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The refusal that was sent to whoever may not call this route now; undefined for whoever may. */
export function passDoor(services: Services, request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
  const { url } = request.routeOptions;
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const access = url === undefined ? undefined : ACCESS[`${method} ${url}`];
  // what Slack signs is checked where its bytes are
  if (!access || access.door === 'anybody' || access.door === 'slack') return undefined;
  const session = access.door === 'console' ? deskSession(services, request) : ownSession(services, request);
  if (!session) {
    // Of a stranger's or another person's page nothing is told, not even that it exists.
    if (access.door === 'console') return refuse(reply, refusal('not-signed-in'));
    const why = whyNotOpen(services, request);
    return refuse(reply, refusal('not-found', why === null ? undefined : { why }));
  }
  const role = session.kind === 'helper' ? 'helper' : session.staffRole;
  if (role !== null && !access.callers.includes(role)) return refuse(reply, refusal('not-allowed'));
  if (role === 'helper' && !helpsAt(session, request)) return refuse(reply, refusal('not-found'));
  if (access.fresh && !isFresh(session, wholeNow(services.clock))) return refuse(reply, refusal('sign-in-again'));
  touch(services, session);
  request.session = session;
  return undefined;
}

/** Whether whoever calls would check people of this event in. */
export function isAtDesk(services: Services, request: FastifyRequest, eventId: EventId): boolean {
  const session = deskSession(services, request);
  return session !== null && (session.kind === 'console' || session.eventId === eventId);
}

export function consoleSession(services: Services, request: FastifyRequest): Session | null {
  const session = sessionOf(services, request.cookies[CONSOLE_COOKIE]);
  const alive =
    session?.kind === 'console' && session.staffRole !== null && consoleSessionAlive(session, services.clock.now());
  return alive ? session : null;
}

/** The session of somebody who joined for tonight by the code, for as long as helpers are let in. */
export function helperSession(services: Services, request: FastifyRequest): Session | null {
  const session = sessionOf(services, request.cookies[HELPER_COOKIE]);
  return session?.kind === 'helper' && areHelpersIn(services, session.eventId) ? session : null;
}

/** Who stands at the desk: where both cookies are there, the console's counts. */
const deskSession = (services: Services, request: FastifyRequest): Session | null =>
  consoleSession(services, request) ?? helperSession(services, request);

/** Of another evening a helper learns nothing, not even that it exists. */
const helpsAt = ({ eventId }: Session, { params }: FastifyRequest): boolean =>
  eventId !== null && eventId === (params as { eventId?: string }).eventId;

/** The session of the person or display named in the address, if its cookie is here. */
export function ownSession(services: Services, request: FastifyRequest): Session | null {
  const { attendeeId, displayId } = request.params as { attendeeId?: string; displayId?: string };
  if (attendeeId !== undefined) return personSession(services, attendeeId, request.cookies[ownCookie(attendeeId)]);
  const session = displayId === undefined ? undefined : sessionOf(services, request.cookies[ownCookie(displayId)]);
  return session && session.displayId === displayId ? session : null;
}

/** Why the personal page in the address is not open here any more, where its cookie is one that had it open. */
function whyNotOpen(services: Services, { params, cookies }: FastifyRequest): WhyOver | null {
  const { attendeeId } = params as { attendeeId?: string };
  return attendeeId === undefined ? null : whyOver(services, attendeeId, cookies[ownCookie(attendeeId)]);
}

/** The session of this very person, if the cookie’s token is theirs. */
export function personSession(services: Services, attendeeId: string, token: string | undefined): Session | null {
  const session = sessionOf(services, token);
  return session && session.attendeeId === attendeeId ? session : null;
}
