import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { after, type Instant, minutes } from '@lapwing/shared/kernel/time';
import { type AlsoOpened, CLOSE } from '@lapwing/shared/protocol/messages';
import { findAttendee } from '../db/repositories/attendees.ts';
import { saveCall } from '../db/repositories/desk-calls.ts';
import { findEvent } from '../db/repositories/events.ts';
import { devicesOf, endDevices, forgetRegistrationKeys, moveSession } from '../db/repositories/sessions.ts';
import { transact } from '../db/transact.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import { writeTo } from './mail-facts.ts';
import { linkMailKey } from './mails-to-all.ts';
import { renew } from './new-links.ts';
import { type Services, wholeNow } from './services.ts';
import type { Session } from './session-service.ts';

interface NewDevice {
  readonly sessionHash: string;
  readonly at: Instant;
}

/**
 * The newest device of each person whose link was open elsewhere before. Kept in memory: phones hear of it when it happens
 * or when they come back, and a hall that comes back after a restart has nothing to look up.
 */
export type NewDevices = Map<AttendeeId, NewDevice>;

const TOLD_FOR = minutes(12 * 60);
/** Everybody of a large hall. */
const MOST = 20_000;

/** A link was opened on a further device: those that had it open hear of it. */
export function deviceCame({ hub, newDevices }: Services, eventId: EventId, id: AttendeeId, device: NewDevice): void {
  newDevices.delete(id);
  const [oldest] = newDevices.keys();
  if (newDevices.size >= MOST && oldest !== undefined) newDevices.delete(oldest);
  newDevices.set(id, device);
  hub.toAttendee(eventId, id, JSON.stringify(also(device.at)));
}

const also = (at: Instant): AlsoOpened => ({ t: 'also', at });

/** What this phone missed while it was away; undefined for nothing, and for the new device itself. */
export function alsoOpened({ newDevices, clock }: Services, { attendeeId, hash }: Session): AlsoOpened | undefined {
  const device = attendeeId === null ? undefined : newDevices.get(attendeeId);
  if (!device || device.sessionHash === hash || clock.now() >= after(device.at, TOLD_FOR)) return undefined;
  return also(device.at);
}

/**
 * "Not me": the other devices are out, and the link they had opens nothing any more, since they would only open it again.
 * This device goes on; its person gets the new link by mail, and the desk hears of it. Said twice, nothing more happens.
 */
export function notMe(services: Services, eventId: EventId, session: Session): Result<undefined, Refusal> {
  const { attendeeId: id, linkHash } = session;
  if (id === null || linkHash === null) return refused(refusal('not-found'));
  const done = transact<boolean, Refusal>(services.db, (tx) => {
    const [row, event] = [findAttendee(tx, eventId, id), findEvent(tx, eventId)];
    if (!row || !event) return refused(refusal('not-found'));
    const others = devicesOf(tx, linkHash).filter((hash) => hash !== session.hash);
    if (others.length === 0) return ok(false);
    endDevices(tx, linkHash, others, 'notTheirs');
    const now = wholeNow(services.clock);
    moveSession(tx, session.hash, renew(services, tx, eventId, row));
    forgetRegistrationKeys(tx, id);
    saveCall(tx, {
      eventId,
      attendeeId: id,
      kind: 'stranger',
      minutes: 0,
      afterRound: null,
      at: now,
      answeredAt: null,
    });
    queueMail(tx, services, {
      key: linkMailKey({ ...row, linkGeneration: row.linkGeneration + 1 }),
      ...{ kind: 'links', eventId, attendeeId: id, to: row.email, calendar: '' },
      ...writeTo(tx, event, row, (texts, facts) => texts.renewedLink(facts)),
    });
    return ok(true);
  });
  if (!done.ok) return done;
  if (!done.value) return ok(undefined);
  services.newDevices.delete(id);
  services.hub.closeWhere(
    ({ attendeeId, sessionHash }) => attendeeId === id && sessionHash !== session.hash,
    CLOSE.notAllowed,
    'notTheirs',
  );
  services.evenings.callsChanged(eventId, id);
  return ok(undefined);
}
