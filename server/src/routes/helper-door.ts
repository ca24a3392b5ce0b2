import { eventId } from '@lapwing/shared/kernel/ids';
import { refusal } from '@lapwing/shared/kernel/refusal';
import { ok } from '@lapwing/shared/kernel/result';
import { EventParams } from '@lapwing/shared/protocol/schemas';
import { HelperParams, LetHelpersIn, NewHelper, TakeBackWalkIns } from '@lapwing/shared/protocol/staff-schemas';
import type { FastifyRequest } from 'fastify';
import { clearCookie, giveCookie, HELPER_COOKIE } from '../plugins/cookies.ts';
import { helperSession } from '../plugins/doors.ts';
import { answer, refuse } from '../plugins/refusals.ts';
import { hashOf } from '../secrets.ts';
import { networkOf } from '../services/network.ts';
import type { Services } from '../services/services.ts';
import { takeBackWalkIns } from '../staff/added-at-door.ts';
import {
  helperLeaves,
  helpersOf,
  joinAsHelper,
  letHelpersIn,
  newHelperCode,
  removeHelper,
} from '../staff/helper-door.ts';
import { maySignIn } from '../staff/plain-http.ts';
import type { App } from './app-type.ts';
import { STRANGER_LIMIT } from './rate-limits.ts';

/** People who help at the door tonight and have no account. */
export function helperRoutes(app: App, services: Services, https: boolean): void {
  app.get('/api/events/:eventId/helpers', { schema: { params: EventParams } }, async ({ params }, reply) =>
    answer(reply, helpersOf(services, eventId(params.eventId))),
  );
  app.put(
    '/api/events/:eventId/helpers',
    { schema: { params: EventParams, body: LetHelpersIn } },
    async ({ params, body }, reply) => answer(reply, letHelpersIn(services, eventId(params.eventId), body.open)),
  );
  app.post('/api/events/:eventId/helpers/code', { schema: { params: EventParams } }, async ({ params }, reply) =>
    answer(reply, newHelperCode(services, eventId(params.eventId))),
  );
  app.post(
    '/api/events/:eventId/helpers/walk-ins',
    { schema: { params: EventParams, body: TakeBackWalkIns } },
    async ({ params, body }, reply) => {
      const id = eventId(params.eventId);
      const taken = takeBackWalkIns(services, id, body.by);
      return answer(reply, taken.ok ? helpersOf(services, id) : taken);
    },
  );
  app.delete('/api/events/:eventId/helpers/:session', { schema: { params: HelperParams } }, async ({ params }, reply) =>
    answer(reply, removeHelper(services, eventId(params.eventId), params.session)),
  );
  app.post('/api/helpers/session', { schema: { body: NewHelper }, ...STRANGER_LIMIT }, async (request, reply) => {
    if (!maySignIn(services, request, https)) return refuse(reply, refusal('plain-http-sign-in'));
    const joined = joinAsHelper(services, request.body, whereOf(request), helperSession(services, request));
    if (!joined.ok) return answer(reply, joined);
    giveCookie(reply, HELPER_COOKIE, joined.value.token, https);
    return answer(reply, ok(joined.value.me));
  });
  app.delete('/api/helpers/session', async (request, reply) => {
    const session = helperSession(services, request);
    if (session) helperLeaves(services, session);
    clearCookie(reply, HELPER_COOKIE, https);
    return answer(reply, ok(undefined));
  });
}

/** A hall has one address: whoever mistypes there does not keep others out. */
const whereOf = ({ ip, headers }: FastifyRequest) => ({
  ip,
  address: networkOf(ip),
  browser: `helper ${hashOf(`${ip} ${headers['user-agent']}`)}`,
});
