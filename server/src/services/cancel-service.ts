import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { EventDetail } from '@lapwing/shared/protocol/api';
import type { CancelReach, CancelRequest } from '@lapwing/shared/protocol/cancelled-api';
import { tellAudit } from '../db/audit-pen.ts';
import { type AttendeeRow, listAttendees } from '../db/repositories/attendees.ts';
import { dropUnsentOf, lastToldOf } from '../db/repositories/event-mails.ts';
import { findEvent, type StoredEvent, saveCancelled } from '../db/repositories/events.ts';
import { countCalendars } from '../db/repositories/mails.ts';
import { type Tx, transact } from '../db/transact.ts';
import { detail } from './event-service.ts';
import { phaseOf } from './public-event.ts';
import { tellCalledOff, tellTakesPlace } from './registration-mails.ts';
import { type Services, wholeNow } from './services.ts';
import { oncePerMailbox } from './sharers.ts';

/** Everybody of the evening who comes or waits: whoever said no is not told that it does not take place. */
const concerned = (tx: Tx, event: StoredEvent): AttendeeRow[] =>
  listAttendees(tx, event.id).filter(({ standing }) => standing !== 'cancelled');

/** Who was not told yet that it is cancelled, or of those who were, who is told that it takes place after all. */
function toTell(tx: Tx, event: StoredEvent, cancelled: boolean): AttendeeRow[] {
  const told = lastToldOf(tx, event.id);
  const people = concerned(tx, event).filter(
    ({ id, email }) => email !== '' && (told.get(id) === 'calledOff') === !cancelled,
  );
  return oncePerMailbox(people);
}

/** Whom cancelling the evening, or taking that back, would write to now. */
export function cancelReach(services: Services, eventId: EventId): Result<CancelReach, Refusal> {
  const { db, outbox } = services;
  const event = findEvent(db, eventId);
  if (!event) return refused(refusal('not-found'));
  const cancels = event.cancelled === null;
  const people = phaseOf(services, event) === 'over' ? [] : toTell(db, event, cancels);
  return ok({
    mails: people.length,
    calendars: people.filter(({ id, standing }) => (cancels || standing === 'active') && countCalendars(db, id) > 0)
      .length,
    noAddress: concerned(db, event).filter(({ email }) => email === '').length,
    goesOut: outbox.from !== null,
  });
}

/**
 * Says that an evening does not take place, or that it does after all, and writes to everybody whom it concerns. The same
 * again writes to nobody; another reason changes what screens say. Refused with not-now for an evening that is over.
 */
export function cancelEvent(
  services: Services,
  eventId: EventId,
  { cancelled, reason }: CancelRequest,
): Result<EventDetail, Refusal> {
  const said = transact<undefined, Refusal>(services.db, (tx) => {
    const event = findEvent(tx, eventId);
    if (!event) return refused(refusal('not-found'));
    const over = phaseOf(services, event) === 'over';
    if (cancelled)
      return over && event.cancelled === null
        ? refused(refusal('not-now'))
        : callOff(services, tx, event, reason.trim());
    return takeBack(services, tx, event, over);
  });
  if (!said.ok) return said;
  services.evenings.changed(eventId);
  // mail that waited for it goes out now
  services.outbox.wake();
  return detail(services, eventId);
}

function callOff(services: Services, tx: Tx, event: StoredEvent, reason: string): Result<undefined, Refusal> {
  const at = event.cancelled?.at ?? wholeNow(services.clock);
  const now: StoredEvent = { ...event, cancelled: { at, reason } };
  saveCancelled(tx, event.id, now.cancelled);
  if (event.cancelled !== null) return told(0);
  dropUnsentOf(tx, event.id, 'takesPlace');
  const people = toTell(tx, now, true);
  for (const row of people) tellCalledOff(services, tx, now, row, at);
  return told(people.length);
}

function takeBack(services: Services, tx: Tx, event: StoredEvent, over: boolean): Result<undefined, Refusal> {
  if (event.cancelled === null) return told(0);
  const now: StoredEvent = { ...event, cancelled: null };
  saveCancelled(tx, event.id, null);
  dropUnsentOf(tx, event.id, 'calledOff');
  const people = over ? [] : toTell(tx, now, false);
  for (const row of people) tellTakesPlace(services, tx, now, row, event.cancelled.at);
  return told(people.length);
}

function told(count: number): Result<undefined, Refusal> {
  tellAudit({ count });
  return ok(undefined);
}
