import type { CallKind, DeskCallKind } from '@lapwing/shared/event/desk-call';
import { attendeeId, eventId } from '@lapwing/shared/kernel/ids';
import { refusal } from '@lapwing/shared/kernel/refusal';
import { refused } from '@lapwing/shared/kernel/result';
import {
  AllHere,
  AnswerCall,
  CallParams,
  DisplaySettings,
  EventParams,
  MakeCall,
  OwnCallParams,
  PersonParams,
  ScreenParams,
} from '@lapwing/shared/protocol/schemas';
import { answer } from '../plugins/refusals.ts';
import { sayAllHere } from '../services/all-here.ts';
import { answerCall, listCalls, makeCall } from '../services/call-service.ts';
import { renewDisplayLink } from '../services/display-link.ts';
import { changeDisplay, flashDisplay, forgetDisplay } from '../services/display-service.ts';
import { notMe } from '../services/other-devices.ts';
import type { Services } from '../services/services.ts';
import type { App } from './app-type.ts';
import { WORDS_LIMIT } from './rate-limits.ts';

/** What phones tell the desk, and what the desk sees to: calls, tables that are seated, displays. */
export function deskRoutes(app: App, services: Services): void {
  app.put(
    '/me/:attendeeId/calls/:call',
    { schema: { params: OwnCallParams, body: MakeCall }, ...WORDS_LIMIT },
    async (request, reply) => {
      const { params, body, session } = request;
      if (!session?.eventId) return answer(reply, refused(refusal('not-found')));
      const id = attendeeId(params.attendeeId);
      return answer(reply, makeCall(services, session.eventId, id, params.call as CallKind, body));
    },
  );
  app.put(
    '/me/:attendeeId/all-here',
    { schema: { params: PersonParams, body: AllHere }, ...WORDS_LIMIT },
    async (request, reply) => {
      const { params, body, session } = request;
      if (!session?.eventId) return answer(reply, refused(refusal('not-found')));
      return answer(reply, sayAllHere(services, session.eventId, attendeeId(params.attendeeId), body.round));
    },
  );
  app.post(
    '/me/:attendeeId/not-me',
    { schema: { params: PersonParams }, ...WORDS_LIMIT },
    async ({ session }, reply) => {
      if (!session?.eventId) return answer(reply, refused(refusal('not-found')));
      return answer(reply, notMe(services, session.eventId, session));
    },
  );
  app.get('/api/events/:eventId/calls', { schema: { params: EventParams } }, async ({ params }, reply) =>
    answer(reply, listCalls(services, eventId(params.eventId))),
  );
  app.put(
    '/api/events/:eventId/calls/:attendeeId/:call',
    { schema: { params: CallParams, body: AnswerCall } },
    async ({ params, body }, reply) => {
      const [event, person] = [eventId(params.eventId), attendeeId(params.attendeeId)];
      return answer(reply, answerCall(services, event, person, params.call as DeskCallKind, body.answered));
    },
  );
  app.put(
    '/api/events/:eventId/displays/:screenId',
    { schema: { params: ScreenParams, body: DisplaySettings } },
    async ({ params, body }, reply) =>
      answer(reply, changeDisplay(services, eventId(params.eventId), params.screenId, body)),
  );
  app.post(
    '/api/events/:eventId/displays/:screenId/flash',
    { schema: { params: ScreenParams } },
    async ({ params }, reply) => answer(reply, flashDisplay(services, eventId(params.eventId), params.screenId)),
  );
  app.post(
    '/api/events/:eventId/displays/:screenId/take-back',
    { schema: { params: ScreenParams } },
    async ({ params }, reply) => answer(reply, renewDisplayLink(services, eventId(params.eventId), params.screenId)),
  );
  app.post('/api/events/:eventId/display-link/renew', { schema: { params: EventParams } }, async ({ params }, reply) =>
    answer(reply, renewDisplayLink(services, eventId(params.eventId), null)),
  );
  app.delete(
    '/api/events/:eventId/displays/:screenId',
    { schema: { params: ScreenParams } },
    async ({ params }, reply) => answer(reply, forgetDisplay(services, eventId(params.eventId), params.screenId)),
  );
}
