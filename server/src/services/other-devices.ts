import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { after, type Instant, instant, minutes } from '@lapwing/shared/kernel/time';
import { type AlsoOpened, CLOSE } from '@lapwing/shared/protocol/messages';
import type { SignedOut } from '@lapwing/shared/protocol/privacy-api';
import { type AttendeeRow, findAttendee } from '../db/repositories/attendees.ts';
import { saveCall } from '../db/repositories/desk-calls.ts';
import { findEvent, type StoredEvent } from '../db/repositories/events.ts';
import { mailedSince } from '../db/repositories/mails.ts';
import {
  type Device,
  devicesOf,
  endDevices,
  forgetRegistrationKeys,
  moveSession,
  removeSession,
} from '../db/repositories/sessions.ts';
import { type Tx, transact } from '../db/transact.ts';
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

/** What was new of a person: who stayed at the last "Not me", whom others hear of that come after it, and who came last. */
interface News {
  readonly stayed: NewDevice | null;
  readonly came: NewDevice | null;
}

/**
 * The newest device of each person whose link was open elsewhere before. Kept in memory: phones hear of it when it happens
 * or when they come back, and a hall that comes back after a restart has nothing to look up.
 */
export type NewDevices = Map<AttendeeId, News>;

const TOLD_FOR = minutes(12 * 60);
/** Everybody of a large hall. */
const MOST = 20_000;
/** A personal link is open on this many devices at a time: on a further one the oldest goes dark. */
const MOST_DEVICES = 3;
const DAY_MS = 86_400_000;
/** New links of "Not me", to one person. */
const MOST_MAILS_A_DAY = 6;

/**
 * Who goes dark when a further device opens the link. Those that showed the mailbox go last, and never for one that did not.
 * @param devices the newest first
 */
export function goDarkFor(devices: readonly Device[], shown: boolean): string[] {
  const [proven, others] = [devices.filter(hasShown), devices.filter((device) => !hasShown(device))];
  const room = MOST_DEVICES - 1;
  const ended = [...(shown ? proven.slice(room) : []), ...others.slice(Math.max(0, room - proven.length))];
  return ended.map(({ hash }) => hash);
}

const hasShown = ({ mailbox }: Pick<Device, 'mailbox'>): boolean => mailbox !== null;

/** A link was opened on a further device: those that had it open hear of it. */
export function deviceCame(services: Services, eventId: EventId, id: AttendeeId, device: NewDevice): void {
  note(services, id, { stayed: services.newDevices.get(id)?.stayed ?? null, came: device });
  services.hub.toAttendee(eventId, id, JSON.stringify(also(device.at)));
}

function note({ newDevices }: Services, id: AttendeeId, news: News): void {
  newDevices.delete(id);
  const [oldest] = newDevices.keys();
  if (newDevices.size >= MOST && oldest !== undefined) newDevices.delete(oldest);
  newDevices.set(id, news);
}

const also = (at: Instant): AlsoOpened => ({ t: 'also', at });

/**
 * What this phone missed while it was away; undefined for nothing, and for the new device itself. Whoever comes by a
 * mailed link after a "Not me" hears of the device that said it: it may be the one that is not theirs.
 */
export function alsoOpened({ newDevices, clock }: Services, session: Session): AlsoOpened | undefined {
  const news = session.attendeeId === null ? undefined : newDevices.get(session.attendeeId);
  const told = [news?.came, hasShown(session) ? news?.stayed : null].find(
    (device) => device && device.sessionHash !== session.hash && clock.now() < after(device.at, TOLD_FOR),
  );
  return told ? also(told.at) : undefined;
}

/**
 * How much a device has shown: 2 by the link that counts now, out of the mailbox; 1 out of the mailbox, before the link
 * was renewed; 0 by a link that was shown to it. Only a mailbox tells a person from who has their link.
 */
const standingOf = (device: Pick<Device, 'mailbox' | 'createdAt'>, linkMadeAt: Instant | null): number =>
  hasShown(device) ? (device.createdAt >= (linkMadeAt ?? 0) ? 2 : 1) : 0;

/** Whom this device may put out: who has shown less; of those that have shown nothing either, who came after it. */
function strangersTo(session: Session, devices: readonly Device[]): Device[] {
  const own = standingOf(session, session.linkMadeAt);
  const place = devices.findIndex(({ hash }) => hash === session.hash);
  return devices.filter((device, n) => {
    const theirs = standingOf(device, session.linkMadeAt);
    return device.hash !== session.hash && (theirs < own || (theirs === own && (own > 0 || n < place)));
  });
}

/**
 * "Not me": devices that have shown no more than this one are out, and the link they had opens nothing any more, since
 * they would only open it again. Those that stay go on; the person gets the new link by mail, and the desk hears of it.
 * Said twice, nothing more happens. come-to-desk where the others have shown more than this one, or it was said too often.
 */
export function notMe(services: Services, eventId: EventId, session: Session): Result<undefined, Refusal> {
  const { attendeeId: id, linkHash } = session;
  if (id === null || linkHash === null) return refused(refusal('not-found'));
  const done = transact<Done, Refusal>(services.db, (tx) => {
    const [row, event] = [findAttendee(tx, eventId, id), findEvent(tx, eventId)];
    if (!row || !event) return refused(refusal('not-found'));
    const devices = devicesOf(tx, linkHash);
    if (devices.every(({ hash }) => hash === session.hash)) return ok({ out: [], stays: false });
    callDesk(services, tx, eventId, id);
    const out = strangersTo(session, devices).map(({ hash }) => hash);
    const enough = mailedEnough(services, tx, id);
    if (out.length === 0 || (enough && !hasShown(session))) return ok({ out: [], stays: true });
    endDevices(tx, linkHash, out, 'notTheirs');
    const renewed = renew(services, tx, eventId, row);
    for (const { hash } of devices) if (!out.includes(hash)) moveSession(tx, hash, renewed);
    forgetRegistrationKeys(tx, id);
    if (!enough) mailLink(services, tx, event, row);
    return ok({ out, stays: false });
  });
  if (!done.ok) return done;
  const { out, stays } = done.value;
  if (out.length > 0) {
    note(services, id, { stayed: { sessionHash: session.hash, at: wholeNow(services.clock) }, came: null });
    services.hub.closeWhere(({ sessionHash }) => out.includes(sessionHash), CLOSE.notAllowed, 'notTheirs');
  }
  if (stays || out.length > 0) services.evenings.callsChanged(eventId, id);
  return stays ? refused(refusal('come-to-desk')) : ok(undefined);
}

interface Done {
  readonly out: readonly string[];
  /** There are others, and they stay. */
  readonly stays: boolean;
}

const callDesk = ({ clock }: Services, tx: Tx, eventId: EventId, attendeeId: AttendeeId): void =>
  saveCall(tx, {
    ...{ eventId, attendeeId, kind: 'stranger', minutes: 0, afterRound: null },
    ...{ at: wholeNow(clock), answeredAt: null },
  });

function mailedEnough({ clock }: Services, tx: Tx, id: AttendeeId): boolean {
  const since = instant(wholeNow(clock) - DAY_MS);
  return mailedSince(tx, [id], 'links:', since).length >= MOST_MAILS_A_DAY;
}

const mailLink = (services: Services, tx: Tx, event: StoredEvent, row: AttendeeRow): boolean =>
  queueMail(tx, services, {
    key: linkMailKey({ ...row, linkGeneration: row.linkGeneration + 1 }),
    ...{ kind: 'links', eventId: event.id, attendeeId: row.id, to: row.email, calendar: '' },
    ...writeTo(tx, event, row, (texts, facts) => texts.renewedLink(facts)),
  });

/**
 * Ends the page of a person on this device; the link goes on.
 * @returns where the public page of the evening is
 */
export function signOut(services: Services, session: Session): Result<SignedOut, Refusal> {
  const { eventId, attendeeId: id } = session;
  const event = eventId === null ? undefined : services.evenings.get(eventId)?.event;
  if (!event || id === null) return refused(refusal('not-found'));
  const done = transact<SignedOut, Refusal>(services.db, (tx) => {
    removeSession(tx, session.hash);
    return ok({ publicPage: `/e/${event.code}` });
  });
  if (done.ok)
    services.hub.closeWhere(({ sessionHash }) => sessionHash === session.hash, CLOSE.notAllowed, 'signedOut');
  return done;
}
