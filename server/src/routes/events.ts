import { attendeeId, eventId } from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import {
  CancelEvent,
  CodeParams,
  CopyEvent,
  EventParams,
  Floor,
  NewEvent,
  RehearseEvent,
  Settings,
} from '@lapwing/shared/protocol/schemas';
import { rehearse } from '../demo/rehearsal.ts';
import { organiserOf } from '../plugins/doors.ts';
import { answer } from '../plugins/refusals.ts';
import { cancelEvent, cancelReach } from '../services/cancel-service.ts';
import {
  changeFloor,
  changeSettings,
  copyEvent,
  deleteEvent,
  detail,
  listAll,
  newEvent,
  restoreEvent,
} from '../services/event-service.ts';
import { asSeenBy, detailForHelper } from '../services/helper-view.ts';
import { publicEvent } from '../services/public-event.ts';
import type { Services } from '../services/services.ts';
import type { App } from './app-type.ts';

/** The list of evenings, and what is set up about one. */
export function eventRoutes(app: App, services: Services): void {
  app.get('/api/events', async () => listAll(services));
  app.post('/api/events', { schema: { body: NewEvent } }, async (request, reply) => {
    const id = newEvent(services, request.body.name.trim(), request.body.timeZone);
    return answer(reply, detail(services, id));
  });
  app.get('/api/events/:eventId', { schema: { params: EventParams } }, async (request, reply) =>
    answer(reply, asSeenBy(request.session, detail(services, eventId(request.params.eventId)), detailForHelper)),
  );
  app.delete('/api/events/:eventId', { schema: { params: EventParams } }, async (request, reply) => {
    const id = eventId(request.params.eventId);
    const deleted = deleteEvent(services, id);
    if (deleted.ok) services.hub.closeWhere((listener) => listener.eventId === id, 4401, 'event deleted');
    return answer(reply, deleted);
  });
  app.post(
    '/api/events/:eventId/copy',
    { schema: { params: EventParams, body: CopyEvent } },
    async (request, reply) => {
      const from = detail(services, eventId(request.params.eventId));
      if (!from.ok) return answer(reply, from);
      const copied = copyEvent(services, from.value.id, request.body.name ?? from.value.settings.name);
      return answer(reply, copied.ok ? detail(services, copied.value) : copied);
    },
  );
  app.post(
    '/api/events/:eventId/rehearsal',
    { schema: { params: EventParams, body: RehearseEvent } },
    async (request, reply) => {
      const { params, body } = request;
      const made = await rehearse(services, eventId(params.eventId), body.name, organiserOf(request));
      return answer(reply, made.ok ? detail(services, made.value) : made);
    },
  );
  app.post('/api/events/:eventId/restore', { schema: { params: EventParams } }, async (request, reply) =>
    answer(reply, restoreEvent(services, eventId(request.params.eventId))),
  );
  app.get('/api/events/:eventId/cancelled', { schema: { params: EventParams } }, async (request, reply) =>
    answer(reply, cancelReach(services, eventId(request.params.eventId))),
  );
  app.put(
    '/api/events/:eventId/cancelled',
    { schema: { params: EventParams, body: CancelEvent } },
    async ({ params, body }, reply) => answer(reply, cancelEvent(services, eventId(params.eventId), body)),
  );
  app.put(
    '/api/events/:eventId/settings',
    { schema: { params: EventParams, body: Settings } },
    async (request, reply) => {
      const settings = { ...request.body, startsAt: instant(request.body.startsAt) };
      return answer(reply, changeSettings(services, eventId(request.params.eventId), settings, organiserOf(request)));
    },
  );
  app.put('/api/events/:eventId/floor', { schema: { params: EventParams, body: Floor } }, async (request, reply) => {
    const tables = request.body.tables.map((table) => ({ ...table, mentors: table.mentors.map(attendeeId) }));
    return answer(reply, changeFloor(services, eventId(request.params.eventId), tables, request.body.landmarks));
  });
  app.get('/e/:code/event', { schema: { params: CodeParams } }, async (request, reply) =>
    answer(reply, publicEvent(services, request.params.code.toUpperCase())),
  );
}
