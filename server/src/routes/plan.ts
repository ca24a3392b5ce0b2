import { attendeeId, eventId, tableId } from '@lapwing/shared/kernel/ids';
import { refusal } from '@lapwing/shared/kernel/refusal';
import { refused } from '@lapwing/shared/kernel/result';
import { EditedPlan, EventParams, LockSeats, NewPlan, OfferStart, PlanParams } from '@lapwing/shared/protocol/schemas';
import { organiserOf } from '../plugins/doors.ts';
import { answer } from '../plugins/refusals.ts';
import { asSeenBy, planForHelper } from '../services/helper-view.ts';
import { publishPlan } from '../services/live-service.ts';
import { currentPlan, draftPlan, editPlan, keptPlan, keptPlans, stopSearch } from '../services/plan-service.ts';
import { lockedSeats, lockSeats } from '../services/seat-lock-service.ts';
import type { Services } from '../services/services.ts';
import { startInTurn } from '../services/start-offer.ts';
import type { App } from './app-type.ts';

/** The rotation: make it, stop making it, look at it, change it by hand, lock seats of it, publish it, and what *Start* would do. */
export function planRoutes(app: App, services: Services): void {
  app.get('/api/events/:eventId/plan', { schema: { params: EventParams } }, async (request, reply) =>
    answer(reply, currentPlan(services, eventId(request.params.eventId))),
  );
  app.post('/api/events/:eventId/plan', { schema: { params: EventParams, body: NewPlan } }, async (request, reply) =>
    answer(reply, await draftPlan(services, eventId(request.params.eventId), request.body)),
  );
  app.post('/api/events/:eventId/plan/stop', { schema: { params: EventParams } }, async (request, reply) =>
    answer(reply, stopSearch(services, eventId(request.params.eventId))),
  );
  app.get('/api/events/:eventId/plans', { schema: { params: EventParams } }, async (request, reply) =>
    answer(reply, keptPlans(services, eventId(request.params.eventId))),
  );
  app.get('/api/events/:eventId/plan/:version', { schema: { params: PlanParams } }, async (request, reply) => {
    const { params, session } = request;
    const plan = keptPlan(services, eventId(params.eventId), params.version);
    // drafts are the organisers'
    if (session?.kind === 'helper' && plan.ok && plan.value.status === 'draft')
      return answer(reply, refused(refusal('plan-missing')));
    return answer(reply, asSeenBy(session, plan, planForHelper));
  });
  app.post(
    '/api/events/:eventId/plan/:version/edited',
    { schema: { params: PlanParams, body: EditedPlan } },
    async ({ params, body }, reply) => {
      const changes = body.changes.map(({ round, person, table }) => ({
        round,
        person: attendeeId(person),
        table: table === null ? null : tableId(table),
      }));
      return answer(reply, editPlan(services, eventId(params.eventId), params.version, changes));
    },
  );
  app.post('/api/events/:eventId/plan/:version/publish', { schema: { params: PlanParams } }, async (request, reply) => {
    const { eventId: id, version } = request.params;
    return answer(reply, publishPlan(services, eventId(id), version, organiserOf(request)));
  });
  app.get('/api/events/:eventId/seat-locks', { schema: { params: EventParams } }, async ({ params }, reply) =>
    answer(reply, lockedSeats(services, eventId(params.eventId))),
  );
  app.put(
    '/api/events/:eventId/seat-locks',
    { schema: { params: EventParams, body: LockSeats } },
    async ({ params, body }, reply) => {
      const lock = body.lock.map(({ round, person, table }) => {
        return { round, person: attendeeId(person), table: tableId(table) };
      });
      const unlock = body.unlock.map(({ round, person }) => ({ round, person: attendeeId(person) }));
      return answer(reply, lockSeats(services, eventId(params.eventId), { lock, unlock }));
    },
  );
  app.post(
    '/api/events/:eventId/start-offer',
    { schema: { params: EventParams, body: OfferStart } },
    async ({ params, body }, reply) => answer(reply, await startInTurn(services, eventId(params.eventId), body.basis)),
  );
}
