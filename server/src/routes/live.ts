import type { SeatsChange } from '@lapwing/shared/event/room-change';
import { eventId } from '@lapwing/shared/kernel/ids';
import { ok } from '@lapwing/shared/kernel/result';
import type { LiveAnswer, LiveRequest, RepairRequest } from '@lapwing/shared/protocol/api';
import { ChangeSeats, EventParams, Live, OfferSeats, Repair } from '@lapwing/shared/protocol/schemas';
import { organiserOf } from '../plugins/doors.ts';
import { answer, refuse } from '../plugins/refusals.ts';
import { seatsForHelper, withoutReasons } from '../services/helper-view.ts';
import { pressLive, readLog } from '../services/live-service.ts';
import { repairsInTurn } from '../services/repair-service.ts';
import type { Services } from '../services/services.ts';
import type { App } from './app-type.ts';
import { SEATS_LIMIT } from './rate-limits.ts';

/** The transport: one press in, the newest room out. */
export function liveRoutes(app: App, services: Services): void {
  app.post('/api/events/:eventId/live', { schema: { params: EventParams, body: Live } }, async (request, reply) => {
    const id = eventId(request.params.eventId);
    const pressed = pressLive(services, id, request.body as unknown as LiveRequest, organiserOf(request));
    const room = services.evenings.room(id);
    if (!pressed.ok) return refuse(reply, pressed.refusal, room ? { room } : {});
    return answer(reply, ok({ room } as LiveAnswer));
  });
  app.post('/api/events/:eventId/repairs', { schema: { params: EventParams, body: Repair } }, async (request, reply) =>
    answer(
      reply,
      await repairsInTurn(services, eventId(request.params.eventId), request.body as unknown as RepairRequest),
    ),
  );
  app.post(
    '/api/events/:eventId/seats/offers',
    { schema: { params: EventParams, body: OfferSeats }, ...SEATS_LIMIT },
    async ({ params, body, session }, reply) => {
      const change = body.change as unknown as SeatsChange;
      const id = eventId(params.eventId);
      const offers =
        session?.kind === 'helper'
          ? await seatsForHelper(services, id, change, session.hash)
          : await repairsInTurn(services, id, { change });
      return answer(reply, withoutReasons(session, offers));
    },
  );
  app.post(
    '/api/events/:eventId/seats',
    { schema: { params: EventParams, body: ChangeSeats }, ...SEATS_LIMIT },
    async (request, reply) => {
      const id = eventId(request.params.eventId);
      const { key, expectedVersion, planVersion, change } = request.body;
      const command = { kind: 'replan', planVersion, change: change as unknown as SeatsChange } as const;
      const pressed = pressLive(services, id, { key, expectedVersion, command }, organiserOf(request));
      const room = services.evenings.room(id);
      if (!pressed.ok) return refuse(reply, pressed.refusal, room ? { room } : {});
      return answer(reply, ok({ room } as LiveAnswer));
    },
  );
  app.get('/api/events/:eventId/log', { schema: { params: EventParams } }, async (request, reply) =>
    answer(reply, readLog(services, eventId(request.params.eventId))),
  );
}
