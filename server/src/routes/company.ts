import { attendeeId, eventId } from '@lapwing/shared/kernel/ids';
import { EventParams, PairKind, PairParams } from '@lapwing/shared/protocol/schemas';
import { answer } from '../plugins/refusals.ts';
import { keepPair, peopleInPairs, releasePair } from '../services/company-service.ts';
import type { Services } from '../services/services.ts';
import type { App } from './app-type.ts';

/** Who is kept apart or together, and who met at earlier evenings. */
export function companyRoutes(app: App, services: Services): void {
  app.get('/api/events/:eventId/company', { schema: { params: EventParams } }, async ({ params }, reply) =>
    answer(reply, peopleInPairs(services, eventId(params.eventId))),
  );
  app.put(
    '/api/events/:eventId/company/:attendeeId/:otherId',
    { schema: { params: PairParams, body: PairKind } },
    async ({ params, body }, reply) => {
      const rule = { one: attendeeId(params.attendeeId), other: attendeeId(params.otherId), kind: body.kind };
      return answer(reply, keepPair(services, eventId(params.eventId), rule));
    },
  );
  app.delete(
    '/api/events/:eventId/company/:attendeeId/:otherId',
    { schema: { params: PairParams } },
    async ({ params }, reply) =>
      answer(
        reply,
        releasePair(services, eventId(params.eventId), attendeeId(params.attendeeId), attendeeId(params.otherId)),
      ),
  );
}
