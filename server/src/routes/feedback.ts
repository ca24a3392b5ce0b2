import { attendeeId, eventId } from '@lapwing/shared/kernel/ids';
import { refusal } from '@lapwing/shared/kernel/refusal';
import { refused } from '@lapwing/shared/kernel/result';
import { GiveFeedback } from '@lapwing/shared/protocol/feedback-schemas';
import { EventParams, PersonParams } from '@lapwing/shared/protocol/schemas';
import { answer } from '../plugins/refusals.ts';
import { feedbackView, giveFeedback, ownFeedback } from '../services/feedback-service.ts';
import type { Services } from '../services/services.ts';
import type { App } from './app-type.ts';
import { WORDS_LIMIT } from './rate-limits.ts';

/** The questions after the evening: one's own answers, and sums for the console. */
export function feedbackRoutes(app: App, services: Services): void {
  app.get('/me/:attendeeId/feedback', { schema: { params: PersonParams } }, async ({ params, session }, reply) =>
    answer(
      reply,
      session?.eventId
        ? ownFeedback(services, session.eventId, attendeeId(params.attendeeId))
        : refused(refusal('not-found')),
    ),
  );
  app.put(
    '/me/:attendeeId/feedback',
    { schema: { params: PersonParams, body: GiveFeedback }, ...WORDS_LIMIT },
    async ({ params, body, session }, reply) =>
      answer(
        reply,
        session?.eventId
          ? giveFeedback(services, session.eventId, attendeeId(params.attendeeId), body.answers)
          : refused(refusal('not-found')),
      ),
  );
  app.get('/api/events/:eventId/feedback', { schema: { params: EventParams } }, async ({ params }, reply) =>
    answer(reply, feedbackView(services, eventId(params.eventId))),
  );
}
