import type { AttendeeId, EventId, MemberId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { CLOSE } from '@lapwing/shared/protocol/messages';
import type { ErasedPerson } from '@lapwing/shared/protocol/privacy-api';
import { emailKey } from '@lapwing/shared/roster-import/keys';
import { type Erasing, eraseMembers, erasePeople, listErasures } from '../db/erase.ts';
import {
  type AttendeeRow,
  findAttendee,
  findByAddress,
  markHandEdited,
  saveAddress,
  setMember,
} from '../db/repositories/attendees.ts';
import { findEvent } from '../db/repositories/events.ts';
import { dropUnsent } from '../db/repositories/mails.ts';
import { listTimesOf } from '../db/repositories/members.ts';
import { devicesOf, forgetRegistrationKeys, moveSession } from '../db/repositories/sessions.ts';
import { saveStanding } from '../db/repositories/standings.ts';
import { isTakenOff, leaveTraces, noteTraces } from '../db/traces.ts';
import { type Tx, transact } from '../db/transact.ts';
import { hashOf } from '../secrets.ts';
import { ownerDenies } from './link-service.ts';
import { isTheirMailbox, mailboxHash, readSecret } from './mailbox.ts';
import { reachesMember } from './member-service.ts';
import { renew } from './new-links.ts';
import { fillPlaces } from './places-service.ts';
import { type Services, wholeNow } from './services.ts';
import { isSamePerson } from './sharers.ts';
import { standingChanged } from './standing-service.ts';
import { isToCome } from './to-come.ts';

/** Who wants it; of a person also what their device has shown of their mailbox. */
export type ErasedBy = 'organiser' | { readonly mailbox: string | null };

/**
 * Erases a person for good: everywhere they are known to be the same person, in all events and on file; from a page whose
 * device has not shown whose it is, this evening alone. What others said of them stays known (`db/traces`). Their place goes to whoever is next, as when they cancel; their
 * pages are closed. It cannot be taken back.
 * @returns the ids that are nobody's from now on
 */
export function erasePerson(
  services: Services,
  eventId: EventId,
  id: AttendeeId,
  by: ErasedBy,
): Result<readonly AttendeeId[], Refusal> {
  const erasing: Erasing = { at: wholeNow(services.clock), by: by === 'organiser' ? by : 'person' };
  const done = transact<readonly AttendeeRow[], Refusal>(services.db, (tx) => {
    const row = findAttendee(tx, eventId, id);
    if (!row || !findEvent(tx, eventId)) return refused(refusal('not-found'));
    const member = by === 'organiser' || reachesMember(services, tx, by.mailbox, row) ? row.memberId : null;
    return ok(eraseEverywhere(services, tx, member, member === null ? [row] : listTimesOf(tx, member), erasing));
  });
  if (!done.ok) return done;
  afterErasing(services, done.value);
  return ok(done.value.map((row) => row.id));
}

/**
 * Takes somebody out, on file and at these events, inside the caller's transaction. Afterwards `afterErasing` has to hear of it.
 * @returns the rows that were there
 */
export function eraseEverywhere(
  services: Services,
  tx: Tx,
  member: MemberId | null,
  rows: readonly AttendeeRow[],
  erasing: Erasing,
): AttendeeRow[] {
  leaveTraces(tx, services.secrets, rows, erasing.at);
  for (const one of rows) leaveChair(services, tx, one);
  if (member !== null) eraseMembers(tx, [member], erasing);
  const ids = rows.map((one) => one.id);
  const gone = erasePeople(tx, ids, erasing);
  for (const event of new Set(gone.map((one) => one.eventId))) fillPlaces(services, tx, event);
  return gone;
}

/**
 * Whoever has the mailbox has said which registration is theirs: others of the same name and address that anybody may have
 * typed go, with the place they held. Not who is in the room, nor whom an organiser took off the list; nothing after *Start*.
 * @param given what their mailed link carries
 */
export function forgetCopies(services: Services, eventId: EventId, id: AttendeeId, given: string): void {
  const { mark } = readSecret(given);
  const done = transact<readonly AttendeeRow[], Refusal>(services.db, (tx) => {
    const row = findAttendee(tx, eventId, id);
    const event = findEvent(tx, eventId);
    if (!row || row.unconfirmed || !event || !isToCome(services, event)) return ok([]);
    if (!isTheirMailbox(services.secrets, mailboxHash(mark), row)) return ok([]);
    const copies = findByAddress(tx, eventId, emailKey(row.email)).filter(
      (other) => other.id !== id && isSamePerson(other, row) && isTypedCopy(other),
    );
    if (copies.length === 0) return ok([]);
    return ok(eraseHere(services, tx, eventId, copies, 'person'));
  });
  if (done.ok && done.value.length > 0) afterErasing(services, done.value);
}

/**
 * Takes people out of one event for good, inside the caller's transaction: what others said of them stays known, their
 * places go to whoever is next. `afterErasing` follows once it is on disk.
 */
export function eraseHere(
  services: Services,
  tx: Tx,
  eventId: EventId,
  rows: readonly AttendeeRow[],
  by: Erasing['by'],
): AttendeeRow[] {
  const erasing: Erasing = { at: wholeNow(services.clock), by };
  leaveTraces(tx, services.secrets, rows, erasing.at);
  for (const row of rows) leaveChair(services, tx, row);
  const ids = rows.map(({ id }) => id);
  const gone = erasePeople(tx, ids, erasing);
  fillPlaces(services, tx, eventId);
  return gone;
}

const isTypedCopy = (row: AttendeeRow): boolean => row.unconfirmed && row.checkedInAt === null && !isTakenOff(row);

/**
 * Whoever has the mailbox says that it was not they who registered: what was typed goes, and nothing else of that address. Of
 * who is checked in only the address goes. Refused with changed-meanwhile where it was confirmed before.
 * @param given what their mailed link carries
 */
export function eraseDenied(services: Services, id: AttendeeId, given: string): Result<undefined, Refusal> {
  const eventId = ownerDenies(services, id, given);
  if (!eventId.ok) return eventId;
  if (findAttendee(services.db, eventId.value, id)?.checkedInAt) return takeAddress(services, eventId.value, id);
  const erased = erasePerson(services, eventId.value, id, { mailbox: null });
  return erased.ok ? ok(undefined) : erased;
}

/**
 * Somebody stands in the room under an address that is another's: the address goes, with the links and the mail that went
 * there. They stay, on the phones that the desk let in.
 */
function takeAddress(services: Services, eventId: EventId, id: AttendeeId): Result<undefined, Refusal> {
  const { db, secrets, hub } = services;
  const taken = transact<readonly string[], Refusal>(db, (tx) => {
    const row = findAttendee(tx, eventId, id);
    if (!row) return refused(refusal('not-found'));
    const devices = devicesOf(tx, hashOf(secrets.linkSecret('attendee', id, row.linkGeneration)));
    noteTraces(tx, secrets, [row], wholeNow(services.clock));
    saveAddress(tx, id, '');
    setMember(tx, id, null);
    markHandEdited(tx, row, ['email']);
    dropUnsent(tx, id, '');
    forgetRegistrationKeys(tx, id);
    const linkHash = renew(services, tx, eventId, row);
    for (const { hash, mailbox } of devices) if (mailbox === null) moveSession(tx, hash, linkHash);
    return ok(devices.flatMap(({ hash, mailbox }) => (mailbox === null ? [] : [hash])));
  });
  if (!taken.ok) return taken;
  hub.closeWhere(({ sessionHash }) => taken.value.includes(sessionHash), CLOSE.notAllowed, 'renewed');
  services.evenings.changed(eventId);
  return ok(undefined);
}

/** The place of a mentor is asked for while it is known what their field was. */
function leaveChair(services: Services, tx: Tx, row: AttendeeRow): void {
  const event = findEvent(tx, row.eventId);
  if (row.role !== 'mentor' || row.standing !== 'active' || !event || !isToCome(services, event)) return;
  saveStanding(tx, row.eventId, row.id, 'cancelled', null);
  standingChanged(services, tx, row);
}

/** What has to happen once it is on disk: backups forget them too, their pages close, screens show the room without them. */
export function afterErasing(services: Services, gone: readonly AttendeeRow[]): void {
  services.keepErased();
  const ids = new Set(gone.map((row) => row.id));
  services.hub.closeWhere(
    ({ attendeeId }) => attendeeId !== null && ids.has(attendeeId),
    CLOSE.notAllowed,
    'person erased',
  );
  for (const eventId of new Set(gone.map((row) => row.eventId))) services.evenings.changed(eventId);
}

/** Who was erased from an event, the latest first: ids that are nobody's, when, and who wanted it. */
export function listErased(services: Services, eventId: EventId): Result<readonly ErasedPerson[], Refusal> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  return ok(listErasures(services.db, eventId).map(({ id, role, came, at, by }) => ({ id, role, came, at, by })));
}
