import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { LinkToMail } from '@lapwing/shared/protocol/api';
import { CLOSE } from '@lapwing/shared/protocol/messages';
import type { WasItYou } from '@lapwing/shared/protocol/registration-api';
import { mentorAnswersOf, studentAnswersOf } from '@lapwing/shared/registration/details';
import { detailsOf, findAttendee, listAttendees, setProven } from '../db/repositories/attendees.ts';
import { findPrivacy } from '../db/repositories/event-privacy.ts';
import { listEvents, type StoredEvent } from '../db/repositories/events.ts';
import { findAnyLink, findLink, insertLink, type StoredLink } from '../db/repositories/links.ts';
import {
  devicesOf,
  endDevices,
  forgetRegistrationKeys,
  insertSession,
  saveMailbox,
  wasOpened,
} from '../db/repositories/sessions.ts';
import { type Tx, transact } from '../db/transact.ts';
import { hashOf, type Secrets } from '../secrets.ts';
import { lentTo } from './lending.ts';
import { isTheirMailbox, mailboxHash, mailedLink, readSecret } from './mailbox.ts';
import { confirmed, foundUnproven } from './member-service.ts';
import { deviceCame, goDarkFor } from './other-devices.ts';
import { fillPlaces } from './places-service.ts';
import { publicMentors } from './public-mentors.ts';
import { type Services, wholeNow } from './services.ts';
import { cameWith, type Session, whyLinkIsOver } from './session-service.ts';

/** What is kept of the link that an attendee begins with. */
export const firstLinkHash = (secrets: Secrets, id: AttendeeId): string =>
  hashOf(secrets.linkSecret('attendee', id, 1));

/** Writes down the hash of a new attendee's link, and answers it; the link itself can be shown again from the key file. */
export function grantAttendeeLink(
  tx: Tx,
  secrets: Secrets,
  eventId: EventId,
  id: AttendeeId,
  createdAt: Instant,
  generation = 1,
): string {
  const hash = hashOf(secrets.linkSecret('attendee', id, generation));
  insertLink(tx, { hash, eventId, attendeeId: id, displayId: null, createdAt });
  return hash;
}

/** The display of an event, and which of its links counts. */
type DisplayKey = Pick<StoredEvent, 'id' | 'displayId' | 'displayGeneration'>;

const displaySecret = (secrets: Secrets, { displayId, displayGeneration }: DisplayKey): string =>
  secrets.linkSecret('display', displayId, displayGeneration);

/** Writes down the hash of an event's display link, and answers it. */
export function grantDisplayLink(tx: Tx, secrets: Secrets, event: DisplayKey, createdAt: Instant): string {
  const hash = hashOf(displaySecret(secrets, event));
  insertLink(tx, { hash, eventId: event.id, attendeeId: null, displayId: event.displayId, createdAt });
  return hash;
}

/**
 * After the key file was lost, links made from the new key would open nothing: their hashes are written down anew. Links
 * given out before go on working, since their hashes stay.
 * @returns how many events had links of another key
 */
export function adoptNewKey(services: Services): number {
  const { db, secrets, clock } = services;
  const strangers = listEvents(db).filter((event) => !findLink(db, hashOf(displaySecret(secrets, event))));
  for (const event of strangers) {
    const { id } = event;
    transact(db, (tx) => {
      grantDisplayLink(tx, secrets, event, wholeNow(clock));
      for (const person of listAttendees(tx, id))
        grantAttendeeLink(tx, secrets, id, person.id, wholeNow(clock), person.linkGeneration);
      return ok(undefined);
    });
  }
  return strangers.length;
}

/** The personal address, with its secret after `#`. not-found for somebody of another event. */
export function attendeeLink(
  services: Pick<Services, 'db' | 'secrets' | 'linkOrigin'>,
  eventId: EventId,
  id: AttendeeId,
): Result<string, Refusal> {
  const row = findAttendee(services.db, eventId, id);
  if (!row) return refused(refusal('not-found'));
  const secret = services.secrets.linkSecret('attendee', id, row.linkGeneration);
  return ok(`${services.linkOrigin()}/me/${id}#${secret}`);
}

/** The personal links of everybody expected, to be mailed out by the organiser. */
export function allLinks(services: Services, eventId: EventId): Result<LinkToMail[], Refusal> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  const expected = listAttendees(services.db, eventId).filter((row) => row.standing === 'active');
  return ok(
    expected.map(({ id, role, name, email, linkGeneration }) => {
      const secret = services.secrets.linkSecret('attendee', id, linkGeneration);
      const link = `${services.linkOrigin()}/me/${id}#${secret}`;
      return { role, name, email, url: mailedLink(services.secrets, link, { id, name, email }) };
    }),
  );
}

export const displayLink = (services: Services, event: DisplayKey): string =>
  `${services.linkOrigin()}/display/${event.displayId}#${displaySecret(services.secrets, event)}`;

/** A new cookie for whoever holds the secret of a link; null for a browser that has one of this link. */
export interface OpenedLink {
  readonly token: string | null;
  readonly eventId: EventId;
}

interface FoundLink {
  readonly link: StoredLink;
  readonly event: StoredEvent;
  readonly secret: string;
  readonly mark: string;
}

/** The link that this is the secret of, if it opens this person or display now. */
function findOpen(
  services: Services,
  kind: 'attendee' | 'display',
  id: string,
  given: string,
): Result<FoundLink, Refusal> {
  const { secret, mark } = readSecret(given);
  const link = findAnyLink(services.db, hashOf(secret));
  const holder = kind === 'attendee' ? link?.attendeeId : link?.displayId;
  const event = link && services.evenings.get(link.eventId)?.event;
  if (!link || holder !== id || !event) return refused(refusal('link-invalid'));
  const why = whyLinkIsOver(services, event.settings, link);
  return why === null ? ok({ link, event, secret, mark }) : refused(refusal('link-invalid', { why }));
}

/**
 * What whoever has this mailbox is asked first, since a stranger may have typed it: only by a link out of the mailbox,
 * and until they said once that it was them.
 */
function asksOwner(services: Services, { link, event, mark }: FoundLink): WasItYou | null {
  const { db, secrets } = services;
  const row = link.attendeeId === null ? undefined : findAttendee(db, link.eventId, link.attendeeId);
  if (!row?.unproven || !row.unconfirmed || !isTheirMailbox(secrets, mailboxHash(mark), row)) return null;
  const details = detailsOf(row);
  const { role, name } = details;
  const student = role === 'student' ? studentAnswersOf(details) : null;
  const mentor = role === 'mentor' ? mentorAnswersOf(details) : null;
  const typed = { eventName: event.settings.name, role, name, student, mentor };
  const wished = student ? publicMentors(services, event.id).filter(({ id }) => student.wishes.includes(id)) : [];
  const around = { wished, under18: findPrivacy(db, event.id).under18, timeZone: event.settings.timeZone };
  const { keptUntil, asked: waiting } = lentTo(services, db, event, row);
  return { asks: { ...typed, ...around, keptUntil, waiting, seen: hashOf(JSON.stringify(typed)) } };
}

/** A link of this person that they say no to: what was typed for their mailbox, and that nobody ever said yes to. */
export function ownerDenies(services: Services, id: string, given: string): Result<EventId, Refusal> {
  const found = findOpen(services, 'attendee', id, given);
  if (!found.ok) return found;
  return asksOwner(services, found.value) ? ok(found.value.link.eventId) : refused(refusal('changed-meanwhile'));
}

/** What a link is opened with besides its secret. */
export interface Opening {
  /** What this browser has already: who opens the same link again is no further device. */
  readonly before?: Session | null;
  /** What was shown to whoever says that it was them. */
  readonly mine?: string | undefined;
}

/**
 * Exchanges the secret of a personal or display link for a session. link-invalid for everything else. Where somebody has to
 * say first that it was them, it answers that question, and nothing is different from before.
 */
export function openLink(
  services: Services,
  kind: 'attendee' | 'display',
  id: string,
  given: string,
  { before = null, mine }: Opening = {},
): Result<OpenedLink | WasItYou, Refusal> {
  const { db, secrets, clock } = services;
  const found = findOpen(services, kind, id, given);
  if (!found.ok) return found;
  const { link, secret, mark } = found.value;
  const question = asksOwner(services, found.value);
  if (question && question.asks.seen !== mine) return ok(question);
  const token = cameWith(before, secret) ? null : secrets.newSecret();
  const at = wholeNow(clock);
  const { eventId, attendeeId, displayId, hash: linkHash } = link;
  const times = { createdAt: at, lastSeenAt: at };
  const devices = attendeeId === null ? [] : devicesOf(db, linkHash);
  let ended: readonly string[] = [];
  const opened = transact<OpenedLink, Refusal>(db, (tx) => {
    const mailbox = attendeeId === null ? null : mailboxShown(services, tx, eventId, attendeeId, mark);
    if (question && attendeeId !== null) setProven(tx, attendeeId);
    // who was late may move up by it at once
    if (question) fillPlaces(services, tx, eventId);
    if (token === null && before && mailbox !== null) saveMailbox(tx, before.hash, mailbox);
    if (token === null) return ok({ token, eventId });
    ended = goDarkFor(devices, mailbox !== null);
    if (ended.length > 0) endDevices(tx, linkHash, ended, 'elsewhere');
    const whose = { eventId, attendeeId, displayId, linkHash, mailbox, firstName: '' };
    insertSession(tx, { hash: hashOf(token), kind, ...whose, ...times });
    return ok({ token, eventId });
  });
  if (opened.ok && ended.length > 0)
    services.hub.closeWhere(({ sessionHash }) => ended.includes(sessionHash), CLOSE.notAllowed, 'elsewhere');
  const waited = attendeeId !== null && services.evenings.get(eventId)?.people.get(attendeeId)?.unconfirmed === true;
  if (opened.ok && waited && mark !== '') services.evenings.changed(eventId);
  if (opened.ok && token !== null && attendeeId !== null && devices.length > 0)
    deviceCame(services, eventId, attendeeId, { sessionHash: hashOf(token), at });
  return opened;
}

/**
 * Whoever opens the link speaks for the person, and the forms that were sent for them write no more: at each time, since
 * the first alone would tell a stranger's form who is new. Who they are across events, only a mailed link shows.
 * @param mark what the link carried besides its secret
 * @returns what the session keeps of the mailbox; null where it showed none
 */
function mailboxShown(services: Services, tx: Tx, eventId: EventId, id: AttendeeId, mark: string): string | null {
  const row = findAttendee(tx, eventId, id);
  forgetRegistrationKeys(tx, id);
  if (!row) return null;
  const mailbox = mailboxHash(mark);
  if (isTheirMailbox(services.secrets, mailbox, row)) {
    confirmed(services, tx, row);
    return mailbox;
  }
  if (!wasOpened(tx, id)) foundUnproven(services, tx, row);
  return null;
}
