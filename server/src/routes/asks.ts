import { attendeeId, eventId, memberId } from '@lapwing/shared/kernel/ids';
import {
  AnswerAsk,
  AnswerParams,
  AskMentor,
  AskParams,
  AskPastMentor,
  KeepAsking,
} from '@lapwing/shared/protocol/places-schemas';
import { EventParams, Secret } from '@lapwing/shared/protocol/schemas';
import { answer } from '../plugins/refusals.ts';
import { answerPage, giveAnswer } from '../services/answer-service.ts';
import { askByHand, asksOf, keepAsking } from '../services/asks-by-hand.ts';
import { askPastMentor, radarOf } from '../services/radar-service.ts';
import type { Services } from '../services/services.ts';
import type { App } from './app-type.ts';
import { languageIn } from './language.ts';
import { LINK_LIMIT } from './rate-limits.ts';

/** Mentors who are asked to come, and their answers. */
export function askRoutes(app: App, services: Services): void {
  app.get('/api/events/:eventId/asks', { schema: { params: EventParams } }, async ({ params }, reply) =>
    answer(reply, asksOf(services, eventId(params.eventId))),
  );
  app.post(
    '/api/events/:eventId/asks',
    { schema: { params: EventParams, body: AskMentor } },
    async ({ params, body }, reply) => {
      const insteadOf = body.insteadOf === null ? null : attendeeId(body.insteadOf);
      const [event, who] = [eventId(params.eventId), attendeeId(body.attendeeId)];
      return answer(reply, askByHand(services, event, who, insteadOf, body.send));
    },
  );
  app.get('/api/events/:eventId/radar', { schema: { params: EventParams } }, async ({ params }, reply) =>
    answer(reply, radarOf(services, eventId(params.eventId))),
  );
  app.post(
    '/api/events/:eventId/radar/asks',
    { schema: { params: EventParams, body: AskPastMentor } },
    async ({ params, body }, reply) =>
      answer(reply, askPastMentor(services, eventId(params.eventId), memberId(body.memberId), body.send)),
  );
  app.put(
    '/api/events/:eventId/asks/:askId',
    { schema: { params: AskParams, body: KeepAsking } },
    async ({ params, body }, reply) =>
      answer(reply, keepAsking(services, eventId(params.eventId), params.askId, body.open)),
  );
  app.post(
    '/answer/:askId/opening',
    { schema: { params: AnswerParams, body: Secret }, ...LINK_LIMIT },
    async (request, reply) =>
      answer(reply, answerPage(services, request.params.askId, request.body.secret, languageIn(request))),
  );
  app.post(
    '/answer/:askId',
    { schema: { params: AnswerParams, body: AnswerAsk }, ...LINK_LIMIT },
    async (request, reply) => {
      const { params, body } = request;
      return answer(reply, giveAnswer(services, params.askId, { ...body, language: languageIn(request) }));
    },
  );
}
