import { attendeeId, eventId } from '@lapwing/shared/kernel/ids';
import { refusal } from '@lapwing/shared/kernel/refusal';
import { ok, refused } from '@lapwing/shared/kernel/result';
import { ChangeConsents, ChangePrivacy } from '@lapwing/shared/protocol/privacy-schemas';
import { AttendeeParams, EventParams, PersonParams } from '@lapwing/shared/protocol/schemas';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieOptions, FORM_COOKIE } from '../plugins/cookies.ts';
import { ownCookie } from '../plugins/doors.ts';
import { answer } from '../plugins/refusals.ts';
import { erasePerson, listErased } from '../services/erase-service.ts';
import { signOut } from '../services/other-devices.ts';
import { changeConsents, ownData } from '../services/own-data.ts';
import { changePrivacy, privacyView } from '../services/retention-service.ts';
import type { Services } from '../services/services.ts';
import type { App } from './app-type.ts';
import { WORDS_LIMIT } from './rate-limits.ts';

/** What becomes of people's data: how long it stays, and who is erased. */
export function privacyRoutes(app: App, services: Services, https: boolean): void {
  app.delete(
    '/api/events/:eventId/people/:attendeeId',
    { schema: { params: AttendeeParams } },
    async (request, reply) => {
      const { params } = request;
      const erased = erasePerson(services, eventId(params.eventId), attendeeId(params.attendeeId), 'organiser');
      if (!erased.ok) return answer(reply, erased);
      tell(request, erased.value);
      return answer(reply, ok(undefined));
    },
  );
  app.get('/api/events/:eventId/erasures', { schema: { params: EventParams } }, async ({ params }, reply) =>
    answer(reply, listErased(services, eventId(params.eventId))),
  );
  app.get('/api/events/:eventId/privacy', { schema: { params: EventParams } }, async ({ params }, reply) =>
    answer(reply, privacyView(services, eventId(params.eventId))),
  );
  app.put(
    '/api/events/:eventId/privacy',
    { schema: { params: EventParams, body: ChangePrivacy } },
    async ({ params, body }, reply) => answer(reply, changePrivacy(services, eventId(params.eventId), body)),
  );
  ownRoutes(app, services, https);
}

/** What somebody does with their own data. */
function ownRoutes(app: App, services: Services, https: boolean): void {
  app.get('/me/:attendeeId/data.json', { schema: { params: PersonParams } }, async ({ params, session }, reply) => {
    if (!session?.eventId) return answer(reply, refused(refusal('not-found')));
    const data = ownData(services, session.eventId, attendeeId(params.attendeeId), session.mailbox);
    if (!data.ok) return answer(reply, data);
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', 'attachment; filename="my-data.json"')
      .send(JSON.stringify(data.value, null, 2));
  });
  app.put(
    '/me/:attendeeId/consents',
    { schema: { params: PersonParams, body: ChangeConsents }, ...WORDS_LIMIT },
    async ({ params, body, session }, reply) => {
      if (!session?.eventId) return answer(reply, refused(refusal('not-found')));
      const id = attendeeId(params.attendeeId);
      return answer(reply, changeConsents(services, session.eventId, id, body, session.mailbox));
    },
  );
  app.delete('/me/:attendeeId', { schema: { params: PersonParams } }, async (request, reply) => {
    const { params, session } = request;
    if (!session?.eventId) return answer(reply, refused(refusal('not-found')));
    const erased = erasePerson(services, session.eventId, attendeeId(params.attendeeId), session);
    if (!erased.ok) return answer(reply, erased);
    tell(request, erased.value);
    forgetCookies(reply, params.attendeeId, https);
    return answer(reply, ok(undefined));
  });
  app.delete('/me/:attendeeId/session', { schema: { params: PersonParams } }, async ({ params, session }, reply) => {
    const done = session ? signOut(services, session) : refused(refusal('not-found'));
    if (done.ok) forgetCookies(reply, params.attendeeId, https);
    return answer(reply, done);
  });
}

/** Nothing of this person stays in the browser: neither their page nor that a form was filled in it. */
function forgetCookies(reply: FastifyReply, id: string, https: boolean): void {
  const { maxAge: _, ...cookie } = cookieOptions(`/me/${id}`, https);
  reply.clearCookie(ownCookie(id), cookie);
  reply.clearCookie(FORM_COOKIE, { ...cookie, path: '/e/' });
}

/** The log keeps who was erased, by an id that is nobody's any more. */
function tell(request: FastifyRequest, ids: readonly string[]): void {
  for (const id of ids) request.log.info(`person #${id} erased`);
}
