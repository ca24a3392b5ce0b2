import { type AttendeeDetails, EMPTY_DETAILS } from '@lapwing/shared/event/roster';
import { attendeeId, eventId } from '@lapwing/shared/kernel/ids';
import { ok } from '@lapwing/shared/kernel/result';
import { instant } from '@lapwing/shared/kernel/time';
import type { PersonalLink } from '@lapwing/shared/protocol/api';
import {
  AttendeeParams,
  ChangePerson,
  EventParams,
  NewPerson,
  Presence,
  WalkInAtDoor,
} from '@lapwing/shared/protocol/schemas';
import { organiserOf } from '../plugins/doors.ts';
import { answer } from '../plugins/refusals.ts';
import { asSeenBy, peopleForHelper, personForHelper, presenceForHelper } from '../services/helper-view.ts';
import { allLinks, attendeeLink } from '../services/link-service.ts';
import { renewLinks } from '../services/new-links.ts';
import { addPerson, changePerson, listPeople } from '../services/roster-service.ts';
import { addWalkIn, sayPresence } from '../services/said-at-door.ts';
import type { Services } from '../services/services.ts';
import type { Session } from '../services/session-service.ts';
import type { App } from './app-type.ts';
import { languageIn } from './language.ts';

/** Students and mentors of an event, and whether they are here. */
export function peopleRoutes(app: App, services: Services): void {
  app.get('/api/events/:eventId/people', { schema: { params: EventParams } }, async (request, reply) =>
    answer(reply, asSeenBy(request.session, listPeople(services, eventId(request.params.eventId)), peopleForHelper)),
  );
  app.post(
    '/api/events/:eventId/people',
    { schema: { params: EventParams, body: NewPerson } },
    async (request, reply) => {
      const details = { ...EMPTY_DETAILS, ...(request.body.details as unknown as Partial<AttendeeDetails>) };
      const { id } = request.body;
      const own = { ...(id === undefined ? {} : { id: attendeeId(id) }), language: languageIn(request) };
      return answer(reply, addPerson(services, eventId(request.params.eventId), details, own));
    },
  );
  app.post(
    '/api/events/:eventId/walk-ins',
    { schema: { params: EventParams, body: WalkInAtDoor } },
    async (request, reply) => {
      const { params, body, session } = request;
      const id = body.id === undefined ? {} : { id: attendeeId(body.id) };
      const somebody = { name: body.name, ...id, language: languageIn(request) };
      const added = addWalkIn(services, eventId(params.eventId), somebody, helperIn(session));
      return answer(reply, asSeenBy(session, added, personForHelper));
    },
  );
  app.put(
    '/api/events/:eventId/people/:attendeeId',
    { schema: { params: AttendeeParams, body: ChangePerson } },
    async (request, reply) => {
      const { params, body } = request;
      const changes = body.details as unknown as Partial<AttendeeDetails>;
      const [event, person] = [eventId(params.eventId), attendeeId(params.attendeeId)];
      return answer(reply, changePerson(services, event, person, changes, organiserOf(request), body.confirmed));
    },
  );
  app.put(
    '/api/events/:eventId/people/:attendeeId/presence',
    { schema: { params: AttendeeParams, body: Presence } },
    async ({ params, body, session }, reply) => {
      const [event, person] = [eventId(params.eventId), attendeeId(params.attendeeId)];
      const said = { here: body.here, ...(body.at === undefined ? {} : { at: instant(body.at) }) };
      const heard = sayPresence(services, event, person, said, helperIn(session));
      return answer(reply, asSeenBy(session, heard, presenceForHelper));
    },
  );
  app.get('/api/events/:eventId/links', { schema: { params: EventParams } }, async (request, reply) =>
    answer(reply, allLinks(services, eventId(request.params.eventId))),
  );
  app.post('/api/events/:eventId/links/renew', { schema: { params: EventParams } }, async ({ params }, reply) =>
    answer(reply, renewLinks(services, eventId(params.eventId), null)),
  );
  app.post(
    '/api/events/:eventId/people/:attendeeId/link/renew',
    { schema: { params: AttendeeParams } },
    async ({ params }, reply) =>
      answer(reply, renewLinks(services, eventId(params.eventId), attendeeId(params.attendeeId))),
  );
  app.get(
    '/api/events/:eventId/people/:attendeeId/link',
    { schema: { params: AttendeeParams } },
    async ({ params }, reply) => {
      const link = attendeeLink(services, eventId(params.eventId), attendeeId(params.attendeeId));
      return answer(reply, link.ok ? ok<PersonalLink>({ url: link.value }) : link);
    },
  );
}

/** The session of the helper who asks; null for organisers. */
const helperIn = (session: Session | null): string | null => (session?.kind === 'helper' ? session.hash : null);
