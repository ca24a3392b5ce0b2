import { plannedEnd } from '@lapwing/shared/event/event';
import { programmeOf } from '@lapwing/shared/event/programme';
import type { AttendeeRole } from '@lapwing/shared/event/roster';
import { selfCheckInOpen } from '@lapwing/shared/event/self-check-in';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { EveningPhase, PublicEvent } from '@lapwing/shared/protocol/registration-api';
import { findEventByCode, type StoredEvent } from '../db/repositories/events.ts';
import { findInvitation } from '../db/repositories/invitations.ts';
import { openCommunity } from './open-community.ts';
import { placesLeft } from './places-service.ts';
import { publicMentors } from './public-mentors.ts';
import { dataDates } from './retention-service.ts';
import type { Services } from './services.ts';
import { isToCome } from './to-come.ts';

/** What everybody may know of the event with this code. */
export function publicEvent(services: Services, code: string): Result<PublicEvent, Refusal> {
  const event = findEventByCode(services.db, code);
  if (!event) return refused(refusal('not-found'));
  const { name, place, startsAt, timeZone, roundMinutes } = event.settings;
  const invitation = findInvitation(services.db, event.id);
  const { about, contactName, contactEmail, trustedName } = invitation;
  return ok({
    ...{ id: event.id, name, place, startsAt, timeZone, roundMinutes, about, contactName, contactEmail },
    ...{ conduct: invitation.conduct, trustedName },
    endsAt: plannedEnd(event.settings),
    atDoor: selfCheckInOpen(services.clock.now(), startsAt),
    phase: phaseOf(services, event),
    programme: programmeOf(event.settings),
    mentors: publicMentors(services, event.id),
    open: { student: isOpen(services, event, 'student'), mentor: isOpen(services, event, 'mentor') },
    placesLeft: placesLeft(services, event.id),
    data: dataDates(services.db, event),
    community: openCommunity(services),
    mails: services.outbox.from !== null,
    cancelled: event.cancelled && { reason: event.cancelled.reason },
  });
}

/** Whether the evening is still to come, whoever cancelled it. */
export function phaseOf({ evenings, clock }: Services, { id, settings }: StoredEvent): EveningPhase {
  const kind = evenings.engine(id)?.night.moment.phase.kind;
  const overAt = plannedEnd(settings);
  if (kind === 'finished' || (kind === 'doors' && clock.now() >= overAt)) return 'over';
  return kind === 'doors' ? 'toCome' : 'running';
}

/** Whether people of this role can register now. Mentors come by their own address and always may; nobody may for a rehearsal. */
export function isOpen(services: Services, event: StoredEvent, role: AttendeeRole): boolean {
  if (event.rehearsal || !isToCome(services, event)) return false;
  if (role === 'mentor') return true;
  const { open, closesAt } = findInvitation(services.db, event.id);
  return open && (closesAt === null || services.clock.now() < closesAt);
}
