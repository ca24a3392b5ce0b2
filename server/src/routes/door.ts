import { attendeeId, eventId } from '@lapwing/shared/kernel/ids';
import { refusal } from '@lapwing/shared/kernel/refusal';
import { refused } from '@lapwing/shared/kernel/result';
import {
  BadgeParams,
  CodeParams,
  DeskNumberParams,
  EventParams,
  LetPhoneIn,
  PersonParams,
  Scan,
  Secret,
  SelfCheckIn,
  SwitchOn,
  WaitingParams,
  WhoWaits,
} from '@lapwing/shared/protocol/schemas';
import type { FastifyRequest } from 'fastify';
import { isAtDesk } from '../plugins/doors.ts';
import { answer } from '../plugins/refusals.ts';
import { badgeWay, scan } from '../services/badge-service.ts';
import { scanForHelper } from '../services/helper-view.ts';
import { sayHere, switchSelfCheckIn } from '../services/self-check-in.ts';
import type { Services } from '../services/services.ts';
import { askAtDesk, letPhoneIn, listWaiting, turnOf } from '../services/waiting-service.ts';
import type { App } from './app-type.ts';
import { CODE_LIMIT, STRANGER_LIMIT, TURN_LIMIT } from './rate-limits.ts';

/** How people come in: badges that are scanned, phones that wait at the desk, and those who check themselves in. */
export function doorRoutes(app: App, services: Services): void {
  badgeRoutes(app, services);
  waitingRoutes(app, services);
  app.put(
    '/me/:attendeeId/here',
    { schema: { params: PersonParams, body: SelfCheckIn }, ...CODE_LIMIT },
    async ({ params, body, session }, reply) => {
      if (!session?.eventId) return answer(reply, refused(refusal('not-found')));
      return answer(reply, sayHere(services, session.eventId, attendeeId(params.attendeeId), body.code));
    },
  );
  app.put(
    '/api/events/:eventId/self-check-in',
    { schema: { params: EventParams, body: SwitchOn } },
    async ({ params, body }, reply) => answer(reply, switchSelfCheckIn(services, eventId(params.eventId), body.on)),
  );
}

function badgeRoutes(app: App, services: Services): void {
  app.get('/b/:code/way', { schema: { params: BadgeParams }, ...STRANGER_LIMIT }, async (request, reply) =>
    answer(
      reply,
      badgeWay(services, request.params.code, (id) => isAtDesk(services, request, id)),
    ),
  );
  app.post(
    '/api/events/:eventId/scans',
    { schema: { params: EventParams, body: Scan } },
    async ({ params, body, session }, reply) => {
      const find = session?.kind === 'helper' ? scanForHelper : scan;
      return answer(reply, find(services, eventId(params.eventId), body, session?.hash ?? ''));
    },
  );
}

function waitingRoutes(app: App, services: Services): void {
  app.post(
    '/e/:code/waiting',
    { schema: { params: CodeParams, body: WhoWaits }, ...STRANGER_LIMIT },
    async (request, reply) => {
      const { params, body } = request;
      const from = { connection: connectionOf(request), address: request.ip };
      return answer(reply, askAtDesk(services, params.code.toUpperCase(), body.who, from));
    },
  );
  app.post(
    '/e/:code/waiting/:number/session',
    { schema: { params: DeskNumberParams, body: Secret }, ...TURN_LIMIT },
    async ({ params, body }, reply) =>
      answer(reply, turnOf(services, params.code.toUpperCase(), params.number, body.secret)),
  );
  app.get('/api/events/:eventId/waiting', { schema: { params: EventParams } }, async ({ params, session }, reply) =>
    answer(reply, listWaiting(services, eventId(params.eventId), session?.kind === 'helper')),
  );
  app.put(
    '/api/events/:eventId/waiting/:number',
    { schema: { params: WaitingParams, body: LetPhoneIn } },
    async ({ params, body, session }, reply) => {
      const helper = session?.kind === 'helper' ? session.hash : null;
      const [event, person] = [eventId(params.eventId), attendeeId(body.person)];
      return answer(reply, letPhoneIn(services, event, params.number, person, helper));
    },
  );
}

/**
 * Tells browsers apart that share an address. Behind a proxy on this machine all come over its few connections: then
 * nothing does. From anywhere else the header is only words of the asker.
 */
function connectionOf({ headers, socket }: FastifyRequest): string {
  const local = /^(::ffff:)?127\.|^::1$/u.test(socket.remoteAddress ?? '');
  if (local && headers['x-forwarded-for'] !== undefined) return '';
  return `${socket.remoteAddress ?? ''} ${socket.remotePort ?? ''}`;
}
