import { attendeeId, eventId, introductionId, suggestionId } from '@lapwing/shared/kernel/ids';
import { refusal } from '@lapwing/shared/kernel/refusal';
import { refused } from '@lapwing/shared/kernel/result';
import { instant } from '@lapwing/shared/kernel/time';
import {
  AnswerRequest,
  ApproveSuggestions,
  ChangeDraft,
  ChooseSending,
  DraftParams,
  OpenRequests,
  PickParams,
  SayPick,
  SayTerms,
  SendDrafts,
  SuggestionParams,
} from '@lapwing/shared/protocol/introductions-schemas';
import { EventParams, PersonParams } from '@lapwing/shared/protocol/schemas';
import { answer } from '../plugins/refusals.ts';
import { changeDraft, chooseSending, eveningIntroductions, sendDrafts } from '../services/evening-introductions.ts';
import { saveTerms } from '../services/introduction-terms.ts';
import { ownPicks, writePick } from '../services/pick-service.ts';
import { answerRequest, requestsPage } from '../services/requests-page.ts';
import type { Services } from '../services/services.ts';
import { approveSuggestions, takeBackSuggestion } from '../services/suggest-service.ts';
import type { App } from './app-type.ts';
import { LINK_LIMIT, WORDS_LIMIT } from './rate-limits.ts';

/** Whom people would like to meet again, and what follows from it. */
export function introductionRoutes(app: App, services: Services): void {
  app.get('/me/:attendeeId/picks', { schema: { params: PersonParams } }, async ({ params, session }, reply) =>
    session?.eventId
      ? answer(reply, ownPicks(services, session.eventId, attendeeId(params.attendeeId)))
      : answer(reply, refused(refusal('not-found'))),
  );
  app.put(
    '/me/:attendeeId/picks/:otherId',
    { schema: { params: PickParams, body: SayPick }, ...WORDS_LIMIT },
    async ({ params, body, session }, reply) => {
      if (!session?.eventId) return answer(reply, refused(refusal('not-found')));
      const [id, about] = [attendeeId(params.attendeeId), attendeeId(params.otherId)];
      const said = { ...body, to: body.to === null ? null : attendeeId(body.to), at: instant(body.at) };
      return answer(reply, writePick(services, session.eventId, id, about, said));
    },
  );
  app.put(
    '/me/:attendeeId/introductions',
    { schema: { params: PersonParams, body: SayTerms }, ...WORDS_LIMIT },
    async ({ params, body, session }, reply) =>
      session?.eventId
        ? answer(reply, saveTerms(services, session.eventId, attendeeId(params.attendeeId), body, session.mailbox))
        : answer(reply, refused(refusal('not-found'))),
  );
  fromTheMail(app, services);
  fromTheConsole(app, services);
}

/** Who would like to be introduced, for whoever has the mail: nobody signs in. */
function fromTheMail(app: App, services: Services): void {
  app.post(
    '/requests/:attendeeId',
    { schema: { params: PersonParams, body: OpenRequests }, ...LINK_LIMIT },
    async ({ params, body }, reply) =>
      answer(reply, requestsPage(services, attendeeId(params.attendeeId), body.secret)),
  );
  app.put(
    '/requests/:attendeeId/:otherId',
    { schema: { params: PickParams, body: AnswerRequest }, ...LINK_LIMIT },
    async ({ params, body }, reply) => {
      const [id, other] = [attendeeId(params.attendeeId), attendeeId(params.otherId)];
      const to = body.to === null ? null : attendeeId(body.to);
      return answer(reply, answerRequest(services, id, other, { ...body, to }));
    },
  );
}

/** What organisers see and do of it. */
function fromTheConsole(app: App, services: Services): void {
  const base = '/api/events/:eventId/introductions';
  app.get(base, { schema: { params: EventParams } }, async ({ params }, reply) =>
    answer(reply, eveningIntroductions(services, eventId(params.eventId))),
  );
  app.put(base, { schema: { params: EventParams, body: ChooseSending } }, async ({ params, body }, reply) =>
    answer(reply, chooseSending(services, eventId(params.eventId), body.sending)),
  );
  app.put(
    `${base}/:introductionId`,
    { schema: { params: DraftParams, body: ChangeDraft } },
    async ({ params, body }, reply) =>
      answer(reply, changeDraft(services, eventId(params.eventId), introductionId(params.introductionId), body)),
  );
  app.post(
    `${base}/suggestions`,
    { schema: { params: EventParams, body: ApproveSuggestions } },
    async ({ params, body }, reply) => {
      const suggestions = body.suggestions.map(({ students, mentor }) => ({
        ...{ students: students.map(attendeeId), mentor: attendeeId(mentor) },
      }));
      return answer(reply, approveSuggestions(services, eventId(params.eventId), { suggestions }));
    },
  );
  app.delete(`${base}/suggestions/:suggestionId`, { schema: { params: SuggestionParams } }, async ({ params }, reply) =>
    answer(reply, takeBackSuggestion(services, eventId(params.eventId), suggestionId(params.suggestionId))),
  );
  app.post(`${base}/send`, { schema: { params: EventParams, body: SendDrafts } }, async ({ params, body }, reply) =>
    answer(reply, sendDrafts(services, eventId(params.eventId), body.ids.map(introductionId))),
  );
}
