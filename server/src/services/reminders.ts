import { isReminderDue, remindAt, wantsReminder } from '@lapwing/shared/event/reminder';
import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { after, type Instant, seconds } from '@lapwing/shared/kernel/time';
import type { ReminderPlan } from '@lapwing/shared/protocol/outbox-api';
import type { AttendeeRow } from '../db/repositories/attendees.ts';
import { hasMailLike } from '../db/repositories/event-mails.ts';
import { findEvent, listEvents, type StoredEvent } from '../db/repositories/events.ts';
import { hasInvitation } from '../db/repositories/invitations.ts';
import { forgetSetting, readSetting, saveSetting } from '../db/repositories/settings.ts';
import { commit, type Tx, transact } from '../db/transact.ts';
import { expected, queueToAll } from './mails-to-all.ts';
import { type Services, wholeNow } from './services.ts';
import { oncePerMailbox } from './sharers.ts';
import { isToCome } from './to-come.ts';

const LOOK_EVERY = seconds(60);

const switchOf = (id: EventId): `no-reminder:${EventId}` => `no-reminder:${id}`;
/** An evening that begins at another time is reminded of anew. */
const endOfKey = (startsAt: Instant): string => `:${startsAt}`;
const keyOf = (startsAt: Instant) => (row: AttendeeRow) => `reminder:${row.id}${endOfKey(startsAt)}`;

const toRemind = (tx: Tx, event: StoredEvent): AttendeeRow[] =>
  oncePerMailbox(
    expected(tx, event).filter(
      ({ email, createdAt }) => email !== '' && wantsReminder(createdAt, event.settings.startsAt),
    ),
  );

/** Reminders go where people came by the public side of an event, and where there is a mail server. */
const reminds = (services: Services, tx: Tx, event: StoredEvent): boolean =>
  services.outbox.from !== null &&
  hasInvitation(tx, event.id) &&
  isToCome(services, event) &&
  !hasMailLike(tx, event.id, 'reminder', endOfKey(event.settings.startsAt));

/** What the server will do by itself; null where nothing is left to do. */
export function reminderPlan(services: Services, eventId: EventId): ReminderPlan | null {
  const { db, clock } = services;
  const event = findEvent(db, eventId);
  if (!event || !reminds(services, db, event)) return null;
  const { startsAt } = event.settings;
  const now = wholeNow(clock);
  if (now >= remindAt(startsAt) && !isReminderDue(startsAt, now)) return null;
  const on = readSetting(db, switchOf(eventId)) === null;
  return { at: remindAt(startsAt), people: toRemind(db, event).length, on };
}

/** Whether the server reminds people by itself. */
export function switchReminder(
  services: Services,
  eventId: EventId,
  on: boolean,
): Result<ReminderPlan | null, Refusal> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  commit(services.db, (tx) => (on ? forgetSetting(tx, switchOf(eventId)) : saveSetting(tx, switchOf(eventId), 'off')));
  return ok(reminderPlan(services, eventId));
}

/** Queues the reminders whose time has come; each evening once for its start. */
export function remind(services: Services): void {
  const { db, clock } = services;
  const now = wholeNow(clock);
  for (const event of listEvents(db)) {
    if (!isReminderDue(event.settings.startsAt, now)) continue;
    transact(db, (tx) => {
      const off = readSetting(tx, switchOf(event.id)) !== null;
      if (!off && reminds(services, tx, event))
        queueToAll(services, tx, event, 'reminder', toRemind(tx, event), keyOf(event.settings.startsAt));
      return ok(undefined);
    });
  }
}

/** Looks every minute; returns the way to end it. */
export function watchReminders(services: Services, failed: (error: unknown) => void): () => void {
  let cancel = (): void => {};
  const look = (): void => {
    try {
      remind(services);
    } catch (error) {
      failed(error);
    }
    cancel = services.clock.alarm(after(wholeNow(services.clock), LOOK_EVERY), look);
  };
  // not in the start itself: phones of a hall that comes back are served first
  if (services.outbox.from !== null) cancel = services.clock.alarm(after(wholeNow(services.clock), LOOK_EVERY), look);
  return () => cancel();
}
