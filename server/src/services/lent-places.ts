import { placesOf } from '@lapwing/shared/event/places';
import type { EventId } from '@lapwing/shared/kernel/ids';
import { ok } from '@lapwing/shared/kernel/result';
import { after, type Instant, instant, minutes, seconds } from '@lapwing/shared/kernel/time';
import { sureNow } from '@lapwing/shared/privacy/retention';
import { whoGivesBack } from '@lapwing/shared/registration/lent-places';
import { type AttendeeRow, findAttendee } from '../db/repositories/attendees.ts';
import { findEvent } from '../db/repositories/events.ts';
import { findInvitation } from '../db/repositories/invitations.ts';
import { countStanding, lentOver, listLent, listWaiting, saveStanding } from '../db/repositories/standings.ts';
import { type Tx, transact } from '../db/transact.ts';
import { lends } from './lending.ts';
import { tellLate } from './registration-mails.ts';
import { type Services, wholeNow } from './services.ts';
import { standingChanged } from './standing-service.ts';
import { isToCome } from './to-come.ts';

/** As for what erases by itself: a machine that came up with a wrong clock can be put right first. */
const FIRST_AFTER = minutes(10);
const LOOK_EVERY = seconds(60);

/**
 * Gives lent places whose time is over to who said yes and waits (P16). What is due counts by the earlier of two clocks;
 * again, it finds nothing.
 * @param failed an event that cannot be seen to holds up no other
 */
export function passLentPlaces(services: Services, failed: (error: unknown) => void): void {
  if (services.outbox.from === null) return;
  const now = sureNow(wholeNow(services.clock), instant(Math.floor(services.clock.wall())));
  for (const eventId of lentOver(services.db, now)) {
    try {
      const given = transact<number, never>(services.db, (tx) => ok(passOf(services, tx, eventId, now)));
      if (given.ok && given.value > 0) services.evenings.changed(eventId);
    } catch (error) {
      failed(error);
    }
  }
}

/** Answers how many gave their place back. */
function passOf(services: Services, tx: Tx, eventId: EventId, now: Instant): number {
  const event = findEvent(tx, eventId);
  if (!event || !isToCome(services, event) || !lends(services, tx, event)) return 0;
  // whoever is on the way by then finds their place
  if (now >= event.settings.startsAt) return 0;
  const leaving = whoGivesBack({
    places: placesOf(findInvitation(tx, eventId)) ?? 0,
    active: countStanding(tx, eventId, 'student', 'active'),
    waiting: listWaiting(tx, eventId, 'student').filter(({ said }) => said === 'yes').length,
    lent: listLent(tx, eventId).map((row) => ({ id: row.id, until: row.lentUntil ?? now, row })),
    now,
  });
  for (const { row } of leaving) giveBack(services, tx, row);
  return leaving.length;
}

/** They wait from when they registered, so that a yes brings them back to where they would stand. */
function giveBack(services: Services, tx: Tx, row: AttendeeRow): void {
  const event = findEvent(tx, row.eventId);
  saveStanding(tx, row.eventId, row.id, 'waiting', row.createdAt);
  standingChanged(services, tx, row, row.createdAt);
  const now = findAttendee(tx, row.eventId, row.id);
  if (event && now) tellLate(services, tx, event, now);
}

/** Looks every minute; returns the way to end it. */
export function watchLentPlaces(services: Services, failed: (error: unknown) => void): () => void {
  let cancel = (): void => {};
  const look = (): void => {
    try {
      passLentPlaces(services, failed);
    } catch (error) {
      failed(error);
    }
    next(LOOK_EVERY);
  };
  const next = (wait: typeof LOOK_EVERY): void => {
    cancel = services.clock.alarm(after(wholeNow(services.clock), wait), look);
  };
  next(FIRST_AFTER);
  return () => cancel();
}
