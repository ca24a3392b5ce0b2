import type { PresenceWord } from '@lapwing/shared/event/presence';
import { type Attendee, EMPTY_DETAILS } from '@lapwing/shared/event/roster';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { type Result, refused } from '@lapwing/shared/kernel/result';
import type { PresenceAnswer } from '@lapwing/shared/protocol/api';
import { findAnybody } from '../db/repositories/attendees.ts';
import { addPerson, type Origin, setPresence } from './roster-service.ts';
import type { Services } from './services.ts';

/**
 * Adds somebody nobody expected. A repeat of one who was added is none, and is answered however many there were.
 * @param helper the session of the helper who asks; null for an organiser
 */
export function addWalkIn(
  services: Services,
  eventId: EventId,
  { name, ...own }: Pick<Origin, 'id' | 'language'> & { readonly name: string },
  helper: string | null,
): Result<Attendee, Refusal> {
  const isNew = own.id === undefined || findAnybody(services.db, own.id) === undefined;
  if (helper === null || !isNew) return addPerson(services, eventId, { ...EMPTY_DETAILS, name }, own);
  if (services.helpersWords.tooMany(eventId, helper, 'walk-in')) return refused(refusal('too-many-requests'));
  const added = addPerson(services, eventId, { ...EMPTY_DETAILS, name }, own);
  if (added.ok) services.helpersWords.note(eventId, helper, 'walk-in');
  return added;
}

/**
 * What the desk says about whether somebody is here.
 * @param said when it was said, where that was not just now
 * @param helper the session of the helper who says it; null for an organiser
 */
export function sayPresence(
  services: Services,
  eventId: EventId,
  id: AttendeeId,
  said: Partial<Pick<PresenceWord, 'at'>> & Pick<PresenceWord, 'here'>,
  helper: string | null,
): Result<PresenceAnswer, Refusal> {
  const { here, ...when } = said;
  if (helper === null) return setPresence(services, eventId, id, here, when);
  if (services.helpersWords.tooMany(eventId, helper, 'presence')) return refused(refusal('too-many-requests'));
  const heard = setPresence(services, eventId, id, here, when);
  if (heard.ok) services.helpersWords.note(eventId, helper, 'presence');
  return heard;
}
