import { plannedEnd } from '@lapwing/shared/event/event';
import type { Invitation } from '@lapwing/shared/event/invitation';
import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { InvitationAnswer, InvitationView, MovedUp } from '@lapwing/shared/protocol/places-api';
import { findEvent, listEvents, type StoredEvent } from '../db/repositories/events.ts';
import { findInvitation, saveInvitation } from '../db/repositories/invitations.ts';
import { countAttendance } from '../db/repositories/standings.ts';
import { transact } from '../db/transact.ts';
import { fillPlaces, letEverybodyIn, placesView } from './places-service.ts';
import { type Services, wholeNow } from './services.ts';
import { backInLine } from './standing-service.ts';

/** Fewer who had booked say nothing about how many stay away. */
const TELLING_FROM = 10;

/** What is set up about the public side of an event. */
export function invitationOf(services: Services, eventId: EventId): Result<InvitationView, Refusal> {
  const event = findEvent(services.db, eventId);
  return event ? ok(viewOf(services, event)) : refused(refusal('not-found'));
}

function viewOf(services: Services, event: StoredEvent): InvitationView {
  return {
    invitation: findInvitation(services.db, event.id),
    address: `${services.linkOrigin()}/e/${event.code}`,
    places: placesView(services, event.id),
    stayedAway: stayedAway(services),
  };
}

/**
 * Saves the public side. Places that become free by it go to the waitlist.
 * @param takenBack who had moved up by the change that is taken back: who has not been told yet waits again
 */
export function changeInvitation(
  services: Services,
  eventId: EventId,
  wanted: Invitation,
  takenBack: readonly MovedUp[] = [],
): Result<InvitationAnswer, Refusal> {
  const invitation = trimmed(wanted);
  if (!isAddress(invitation.contactEmail)) return refused(refusal('bad-request', { field: 'contactEmail' }));
  const changed = transact<readonly MovedUp[], Refusal>(services.db, (tx) => {
    if (!findEvent(tx, eventId)) return refused(refusal('not-found'));
    const limited = findInvitation(tx, eventId).capacity !== null;
    saveInvitation(tx, eventId, invitation);
    for (const person of [...takenBack].reverse()) backInLine(tx, eventId, person);
    const unlimited = limited && invitation.capacity === null;
    const movedUp = unlimited ? letEverybodyIn(services, tx, eventId) : fillPlaces(services, tx, eventId);
    return ok(movedUp.map(({ id, since }) => ({ id, since })));
  });
  if (!changed.ok) return changed;
  services.evenings.changed(eventId);
  const view = invitationOf(services, eventId);
  return view.ok ? ok({ ...view.value, movedUp: changed.value }) : view;
}

const trimmed = (wanted: Invitation): Invitation => ({
  ...wanted,
  about: wanted.about.trim(),
  contactName: wanted.contactName.trim(),
  contactEmail: wanted.contactEmail.trim(),
  conduct: wanted.conduct.trim(),
  trustedName: wanted.trustedName.trim(),
  trustedReach: wanted.trustedReach.trim(),
});

const isAddress = (text: string): boolean => text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text);

/** Who had booked and who came, over the evenings that are past and where people were checked in. */
function stayedAway(services: Services): InvitationView['stayedAway'] {
  const now = wholeNow(services.clock);
  const past = listEvents(services.db)
    .filter(({ settings, rehearsal }) => !rehearsal && plannedEnd(settings) < now)
    .map(({ id, settings }) => countAttendance(services.db, id, settings.startsAt))
    .filter(({ booked, came }) => booked >= TELLING_FROM && came > 0);
  if (past.length === 0) return null;
  const sum = (of: 'booked' | 'came'): number => past.reduce((total, event) => total + event[of], 0);
  return { booked: sum('booked'), came: sum('came'), events: past.length };
}
