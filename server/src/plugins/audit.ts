import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type AuditDraft, closeLine, openLine, withLine } from '../services/audit-service.ts';
import type { Services } from '../services/services.ts';
import { AUDITED } from './audited-routes.ts';
import { organiserOf } from './doors.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The line that this request leaves in the audit; null for most. */
    audit: AuditDraft | null;
  }
}

const routeOf = ({ method, routeOptions }: FastifyRequest) => AUDITED[`${method} ${routeOptions.url}`];

/** Hands each of an organiser's requests the line it leaves: what it stores and the line are one transaction. */
export function registerAudit(app: FastifyInstance, services: Services): void {
  app.decorateRequest('audit', null);
  app.addHook('preHandler', (request, _reply, done) => {
    const audited = routeOf(request);
    if (!audited) return done();
    const { eventId, attendeeId, otherId } = request.params as Record<string, string | undefined>;
    request.audit = openLine(services, {
      by: organiserOf(request),
      byStaff: request.session?.staffId ?? null,
      act: typeof audited.act === 'function' ? audited.act(request) : audited.act,
      eventId: (eventId ?? null) as EventId | null,
      person: (attendeeId ?? null) as AttendeeId | null,
      other: (otherId ?? null) as AttendeeId | null,
    });
    withLine(request.audit, done);
  });
  app.addHook('onSend', (request, reply, _payload, done) => {
    const isShown = reply.statusCode < 300 && routeOf(request)?.atAnswer === true;
    if (request.audit) closeLine(services, request.audit, isShown);
    done();
  });
}
