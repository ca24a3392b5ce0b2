import { eventId } from '@lapwing/shared/kernel/ids';
import { refusal } from '@lapwing/shared/kernel/refusal';
import { ok, refused } from '@lapwing/shared/kernel/result';
import { EventParams } from '@lapwing/shared/protocol/schemas';
import { answer } from '../plugins/refusals.ts';
import { auditOf } from '../services/audit-service.ts';
import type { Services } from '../services/services.ts';
import type { App } from './app-type.ts';

/** Who did what when. */
export function auditRoutes(app: App, services: Services): void {
  app.get('/api/events/:eventId/audit', { schema: { params: EventParams } }, async ({ params }, reply) =>
    answer(reply, auditOf(services, eventId(params.eventId))),
  );
  app.post('/api/events/:eventId/audit/exports', { schema: { params: EventParams } }, async ({ params }, reply) => {
    const isThere = services.evenings.get(eventId(params.eventId)) !== undefined;
    return answer(reply, isThere ? ok(undefined) : refused(refusal('not-found')));
  });
}
