import { firstName } from '@lapwing/shared/event/roster';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { Language } from '@lapwing/shared/kernel/language';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { RequestsPage, Wish } from '@lapwing/shared/protocol/introductions-api';
import { type AttendeeRow, findAnybody, setLanguage } from '../db/repositories/attendees.ts';
import { findEvent, type StoredEvent } from '../db/repositories/events.ts';
import { findPick } from '../db/repositories/picks.ts';
import { commit } from '../db/transact.ts';
import { bellOf, introduces, wishesEndAt } from './introduction-facts.ts';
import { saveTerms } from './introduction-terms.ts';
import { colleaguesOf, limitShown, requestsTo } from './own-introductions.ts';
import { pairsAround } from './pairs.ts';
import { writePick } from './pick-service.ts';
import { opensRequests } from './requests-link.ts';
import { type Services, wholeNow } from './services.ts';

interface Opened {
  readonly row: AttendeeRow;
  readonly event: StoredEvent;
  /** Picks are open, and wishes can still be said. */
  readonly isOpen: boolean;
}

/** Whose requests the secret opens (H18). Of nobody who is not there, and of no wrong secret, anything is told. */
function openRequests(services: Services, id: AttendeeId, secret: string): Result<Opened, Refusal> {
  const { db, clock } = services;
  const row = findAnybody(db, id);
  const event = row && findEvent(db, row.eventId);
  if (!row || !event || !opensRequests(services, row, secret)) return refused(refusal('link-invalid'));
  const isOpen =
    introduces(db, event) && bellOf(services, db, event.id) !== null && wholeNow(clock) < wishesEndAt(db, event);
  return ok({ row, event, isOpen });
}

/** What the page shows. Opening it changes nothing. */
export function requestsPage(services: Services, id: AttendeeId, secret: string): Result<RequestsPage, Refusal> {
  const opened = openRequests(services, id, secret);
  return opened.ok ? ok(pageOf(services, opened.value)) : opened;
}

function pageOf(services: Services, { row, event, isOpen }: Opened): RequestsPage {
  const { db } = services;
  const around = pairsAround(db, event.id, row.id);
  return {
    state: isOpen ? 'open' : 'over',
    firstName: isOpen ? firstName(row.name) : '',
    eventName: event.settings.name,
    requests: isOpen ? requestsTo({ services, event, row, around }) : [],
    limit: isOpen ? limitShown(services, db, row) : null,
    colleagues: isOpen && row.role === 'mentor' ? colleaguesOf(db, event, row) : [],
  };
}

interface Answer {
  readonly secret: string;
  readonly wish: Wish;
  readonly to: AttendeeId | null;
  readonly language: Language;
}

/**
 * Takes the answer to one request; the last one counts. A yes is the agreement that the address goes to the other side, as
 * the page says (H9). not-found for who did not ask; not-now once it is over.
 */
export function answerRequest(
  services: Services,
  id: AttendeeId,
  other: AttendeeId,
  { secret, wish, to, language }: Answer,
): Result<RequestsPage, Refusal> {
  const opened = openRequests(services, id, secret);
  if (!opened.ok) return opened;
  const { row, event, isOpen } = opened.value;
  if (!isOpen) return refused(refusal('not-now'));
  if (!pageOf(services, opened.value).requests.some(({ from }) => from === other)) return refused(refusal('not-found'));
  const known = findPick(services.db, id, other);
  const said = { star: known?.star ?? false, wish, line: known?.line ?? '', to, at: wholeNow(services.clock) };
  const written = writePick(services, event.id, id, other, said);
  if (!written.ok) return written;
  commit(services.db, (tx) => setLanguage(tx, id, language));
  if (wish === 'introduce' && row.registration.consents.introductions === undefined) {
    const agreed = saveTerms(services, event.id, id, { consent: true }, null);
    if (!agreed.ok) return agreed;
  }
  return requestsPage(services, id, secret);
}
