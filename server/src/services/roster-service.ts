import { tableName } from '@lapwing/shared/event/floor';
import type { Attendee, AttendeeDetails } from '@lapwing/shared/event/roster';
import { type AttendeeId, attendeeId, type EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { PresenceAnswer } from '@lapwing/shared/protocol/api';
import {
  type AttendeeRow,
  asAttendee,
  findAttendee,
  insertAttendee,
  saveDetails,
  setCheckedIn,
} from '../db/repositories/attendees.ts';
import { unseatMentor } from '../db/repositories/tables.ts';
import { type Tx, transact } from '../db/transact.ts';
import { grantAttendeeLink } from './link-service.ts';
import { type Services, wholeNow } from './services.ts';
import { standingChanged } from './standing-service.ts';

const BADGE_CODE_LENGTH = 8;

/** The people of an event in order of names. */
export function listPeople(services: Services, eventId: EventId): Result<readonly Attendee[], Refusal> {
  const evening = services.evenings.get(eventId);
  return evening ? ok([...evening.people.values()]) : refused(refusal('not-found'));
}

/** What is written down about somebody new besides their details. */
export interface Origin {
  /** The number of the account in the tool they signed up with, where they gave no address. */
  readonly accountId?: string;
  /** A guest whose name is not known yet, of this person. */
  readonly guestOf?: AttendeeId;
}

/** Writes a new person and their personal link down, inside the caller's transaction. */
export function enrol(
  services: Services,
  tx: Tx,
  eventId: EventId,
  details: AttendeeDetails,
  origin: Origin = {},
): AttendeeRow {
  const createdAt = wholeNow(services.clock);
  const id = attendeeId(services.secrets.newId());
  const row: AttendeeRow = {
    ...details,
    id,
    eventId,
    checkedInAt: null,
    linkGeneration: 1,
    createdAt,
    badgeCode: services.secrets.newCode(BADGE_CODE_LENGTH),
    accountId: origin.accountId ?? '',
    guestOf: origin.guestOf ?? null,
    unnamed: origin.guestOf !== undefined,
    handEdited: [],
    waitingSince: details.standing === 'waiting' ? createdAt : null,
    memberId: null,
  };
  insertAttendee(tx, row);
  grantAttendeeLink(tx, services.secrets, eventId, id, createdAt);
  return row;
}

export function addPerson(services: Services, eventId: EventId, details: AttendeeDetails): Result<Attendee, Refusal> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  const added = transact<AttendeeRow, Refusal>(services.db, (tx) => ok(enrol(services, tx, eventId, details)));
  services.evenings.changed(eventId);
  return added.ok ? ok(asAttendee(added.value)) : added;
}

/** Changes what is known of a person; `changes` holds only the fields to write. */
export function changePerson(
  services: Services,
  eventId: EventId,
  id: AttendeeId,
  changes: Partial<AttendeeDetails>,
): Result<Attendee, Refusal> {
  const row = findAttendee(services.db, eventId, id);
  if (!row) return refused(refusal('not-found'));
  const { id: _id, checkedInAt: _at, ...details } = asAttendee(row);
  transact(services.db, (tx) => {
    saveDetails(tx, eventId, id, { ...details, ...changes });
    standingChanged(services, tx, row);
    // A chair at a table is for mentors: who is none any more leaves it free.
    if (changes.role === 'student') unseatMentor(tx, id);
    return ok(undefined);
  });
  services.evenings.changed(eventId);
  return ok({ ...asAttendee(row), ...changes });
}

/**
 * Checks a person in (`here`) or takes the check-in back. Idempotent: a second check-in keeps the first time.
 * A fact about a person: it raises no live version and undo of the night never touches it.
 */
export function setPresence(
  services: Services,
  eventId: EventId,
  id: AttendeeId,
  here: boolean,
): Result<PresenceAnswer, Refusal> {
  const row = findAttendee(services.db, eventId, id);
  if (!row || !services.evenings.get(eventId)) return refused(refusal('not-found'));
  const checkedInAt = here ? (row.checkedInAt ?? wholeNow(services.clock)) : null;
  if (checkedInAt !== row.checkedInAt) {
    setCheckedIn(services.db, eventId, id, checkedInAt);
    services.evenings.presenceChanged(eventId, { ...asAttendee(row), checkedInAt });
  }
  return ok({ attendee: { ...asAttendee(row), checkedInAt }, firstTable: firstTableOf(services, eventId, id) });
}

function firstTableOf(services: Services, eventId: EventId, id: AttendeeId): PresenceAnswer['firstTable'] {
  const number = services.evenings.card(eventId, id)?.rounds.find((round) => round.table !== null)?.table;
  const table = services.evenings.tables(eventId).find((candidate) => candidate.number === number);
  return table ? { number: table.number, name: tableName(table) } : null;
}
