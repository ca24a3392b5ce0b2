import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { OwnPicks, OwnTerms } from '@lapwing/shared/protocol/introductions-api';
import { detailsOf, findAttendee } from '../db/repositories/attendees.ts';
import { findEvent } from '../db/repositories/events.ts';
import { dropDrafts, introductionsOf } from '../db/repositories/introductions.ts';
import { transact } from '../db/transact.ts';
import { introduces } from './introduction-facts.ts';
import { introduceDue } from './introductions-clock.ts';
import { ownPicks } from './pick-service.ts';
import { saveAnswers } from './registration-service.ts';
import { type Services, wholeNow } from './services.ts';

/**
 * What somebody agrees to for introductions, and how many a mentor gives (H9, H10). bad-request for a limit of a student.
 * @param mailbox what the device has shown of their mailbox
 */
export function saveTerms(
  services: Services,
  eventId: EventId,
  id: AttendeeId,
  { consent, perMonth }: OwnTerms,
  mailbox: string | null,
): Result<OwnPicks, Refusal> {
  const saved = transact<null, Refusal>(services.db, (tx) => {
    const [event, row] = [findEvent(tx, eventId), findAttendee(tx, eventId, id)];
    if (!event || !row) return refused(refusal('not-found'));
    if (perMonth !== undefined && row.role !== 'mentor') return refused(refusal('bad-request', { field: 'perMonth' }));
    if (!introduces(tx, event)) return refused(refusal(event.cancelled === null ? 'not-allowed' : 'event-cancelled'));
    const details = detailsOf(row);
    const { introductions, ...others } = details.registration.consents;
    const agrees = consent ?? introductions !== undefined;
    const consents = { ...others, ...(agrees ? { introductions: introductions ?? wholeNow(services.clock) } : {}) };
    const introductionsPerMonth = perMonth ?? details.registration.introductionsPerMonth;
    const registration = { ...details.registration, consents, introductionsPerMonth };
    saveAnswers(services, tx, row, { ...details, registration }, mailbox);
    // who takes it back is in no draft any more
    if (!agrees)
      dropDrafts(
        tx,
        introductionsOf(tx, id).map((made) => made.id),
      );
    return ok(null);
  });
  if (!saved.ok) return saved;
  services.evenings.changed(eventId);
  // what waited for this goes now
  introduceDue(services, eventId);
  return ownPicks(services, eventId, id);
}
