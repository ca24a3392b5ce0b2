import { attendeeId, eventId } from '@lapwing/shared/kernel/ids';
import { refusal } from '@lapwing/shared/kernel/refusal';
import { refused } from '@lapwing/shared/kernel/result';
import type { NewReport as Report } from '@lapwing/shared/protocol/conduct-api';
import { NewReport, OwnReportParams, ReportParams, SettleReport } from '@lapwing/shared/protocol/conduct-schemas';
import { EventParams, PairParams, PersonParams } from '@lapwing/shared/protocol/schemas';
import { answer } from '../plugins/refusals.ts';
import { block, unblock } from '../services/block-service.ts';
import { conductFor, readReport, report, reportNotices, settleReport } from '../services/report-service.ts';
import type { Services } from '../services/services.ts';
import type { App } from './app-type.ts';
import { REPORT_LIMIT } from './rate-limits.ts';

/** The code of conduct, what people report in private, and who never sits with whom. */
export function conductRoutes(app: App, services: Services): void {
  app.get('/me/:attendeeId/conduct', { schema: { params: PersonParams } }, async ({ params, session }, reply) =>
    session?.eventId
      ? answer(reply, conductFor(services, session.eventId, attendeeId(params.attendeeId)))
      : answer(reply, refused(refusal('not-found'))),
  );
  app.put(
    '/me/:attendeeId/reports/:key',
    { schema: { params: OwnReportParams, body: NewReport }, ...REPORT_LIMIT },
    async ({ params, body, session }, reply) => {
      if (!session?.eventId) return answer(reply, refused(refusal('not-found')));
      const id = attendeeId(params.attendeeId);
      return answer(reply, report(services, session.eventId, id, params.key, body as Report));
    },
  );
  app.get('/api/events/:eventId/reports', { schema: { params: EventParams } }, async ({ params }, reply) =>
    answer(reply, reportNotices(services, eventId(params.eventId))),
  );
  app.get('/api/events/:eventId/reports/:reportId', { schema: { params: ReportParams } }, async ({ params }, reply) =>
    answer(reply, readReport(services, eventId(params.eventId), params.reportId)),
  );
  app.put(
    '/api/events/:eventId/reports/:reportId',
    { schema: { params: ReportParams, body: SettleReport } },
    async ({ params, body }, reply) =>
      answer(reply, settleReport(services, eventId(params.eventId), params.reportId, body.settled)),
  );
  for (const [method, change] of [['PUT', block] as const, ['DELETE', unblock] as const]) {
    app.route({
      method,
      url: '/api/events/:eventId/blocks/:attendeeId/:otherId',
      schema: { params: PairParams },
      handler: async ({ params }, reply) => {
        const [one, other] = [attendeeId(params.attendeeId), attendeeId(params.otherId)];
        return answer(reply, change(services, eventId(params.eventId), one, other));
      },
    });
  }
}
