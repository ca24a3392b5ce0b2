import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { CalendarNews, Queued } from '@lapwing/shared/protocol/outbox-api';
import { tellAudit } from '../db/audit-pen.ts';
import { type AttendeeRow, listAttendees } from '../db/repositories/attendees.ts';
import { findEvent, type StoredEvent } from '../db/repositories/events.ts';
import { newestCalendars } from '../db/repositories/mails.ts';
import { type Tx, transact } from '../db/transact.ts';
import { sameInCalendar } from './calendar.ts';
import { nextEntry, tellChanged } from './registration-mails.ts';
import type { Services } from './services.ts';
import { isToCome } from './to-come.ts';

/** Those who come and were sent the evening as it was: at another time or place, or under another name. */
function outOfDate(services: Services, tx: Tx, event: StoredEvent): AttendeeRow[] {
  const sent = newestCalendars(tx, event.id);
  return listAttendees(tx, event.id).filter((row) => {
    const calendar = sent.get(row.id);
    if (calendar === undefined || row.standing !== 'active' || row.email === '') return false;
    return !sameInCalendar(calendar, nextEntry(services, tx, event, row, 'request'));
  });
}

/** How many people have the evening in their calendar as it was. Nobody once it has begun. */
export function calendarNews(services: Services, eventId: EventId): Result<CalendarNews, Refusal> {
  const event = findEvent(services.db, eventId);
  if (!event) return refused(refusal('not-found'));
  return ok({ people: isToCome(services, event) ? outOfDate(services, services.db, event).length : 0 });
}

/** Writes to each of them how the evening stands now; pressed twice, nobody gets two. */
export function tellCalendars(services: Services, eventId: EventId): Result<Queued, Refusal> {
  return transact<Queued, Refusal>(services.db, (tx) => {
    const event = findEvent(tx, eventId);
    if (!event) return refused(refusal('not-found'));
    if (!isToCome(services, event)) return refused(refusal('not-now'));
    const people = outOfDate(services, tx, event);
    for (const row of people) tellChanged(services, tx, event, row);
    tellAudit({ count: people.length });
    return ok({ queued: people.length });
  });
}
