import { attendeeId, eventId } from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import { ChangePaper, EventParams } from '@lapwing/shared/protocol/schemas';
import { organiserOf } from '../plugins/doors.ts';
import { answer } from '../plugins/refusals.ts';
import { changePaper, paperInRoom } from '../services/paper-service.ts';
import type { Services } from '../services/services.ts';
import type { App } from './app-type.ts';

/** Which plan the paper in the room is of. */
export function paperRoutes(app: App, services: Services): void {
  app.get('/api/events/:eventId/prints', { schema: { params: EventParams } }, async ({ params }, reply) =>
    answer(reply, paperInRoom(services, eventId(params.eventId))),
  );
  app.put(
    '/api/events/:eventId/prints',
    { schema: { params: EventParams, body: ChangePaper } },
    async (request, reply) => {
      const { params, body } = request;
      const sheets = body.sheets.map((one) => ({ ...one, at: instant(one.at) }));
      const badges = body.badges?.map((one) => ({
        ...one,
        attendeeId: attendeeId(one.attendeeId),
        at: instant(one.at),
      }));
      const change = { sheets, badges, inUse: body.inUse };
      return answer(reply, changePaper(services, eventId(params.eventId), organiserOf(request), change));
    },
  );
}
