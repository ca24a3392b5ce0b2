import type { Invitation } from '@lapwing/shared/event/invitation';
import { attendeeId, eventId } from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import type { MovedUp } from '@lapwing/shared/protocol/places-api';
import { ChangeInvitation, ChangeStanding } from '@lapwing/shared/protocol/places-schemas';
import { AttendeeParams, EventParams } from '@lapwing/shared/protocol/schemas';
import { organiserOf } from '../plugins/doors.ts';
import { answer } from '../plugins/refusals.ts';
import { changeInvitation, invitationOf } from '../services/invitation-service.ts';
import type { Services } from '../services/services.ts';
import { changeStanding } from '../services/standing-service.ts';
import type { App } from './app-type.ts';

/** Who has a place and who waits for one, and the public side of an event. */
export function placesRoutes(app: App, services: Services): void {
  app.get('/api/events/:eventId/invitation', { schema: { params: EventParams } }, async ({ params }, reply) =>
    answer(reply, invitationOf(services, eventId(params.eventId))),
  );
  app.put(
    '/api/events/:eventId/invitation',
    { schema: { params: EventParams, body: ChangeInvitation } },
    async ({ params, body }, reply) => {
      const invitation = body.invitation as Invitation;
      return answer(reply, changeInvitation(services, eventId(params.eventId), invitation, peopleOf(body.movedUp)));
    },
  );
  app.put(
    '/api/events/:eventId/people/:attendeeId/standing',
    { schema: { params: AttendeeParams, body: ChangeStanding } },
    async (request, reply) => {
      const { params, body } = request;
      const change = {
        standing: body.standing,
        ...(body.waitingSince === undefined || body.waitingSince === null
          ? {}
          : { waitingSince: instant(body.waitingSince) }),
        ...(body.saidNo === undefined ? {} : { saidNo: body.saidNo }),
        ...(typeof body.lentUntil === 'number' ? { lentUntil: instant(body.lentUntil) } : {}),
        movedUp: peopleOf(body.movedUp),
      };
      const [event, person] = [eventId(params.eventId), attendeeId(params.attendeeId)];
      return answer(reply, changeStanding(services, event, person, change, organiserOf(request)));
    },
  );
}

const peopleOf = (people: readonly { readonly id: string; readonly since: number }[] = []): MovedUp[] =>
  people.map(({ id, since }) => ({ id: attendeeId(id), since: instant(since) }));
