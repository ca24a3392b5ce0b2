import { tableName } from '@lapwing/shared/event/floor';
import { type PresenceWord, presenceAfter } from '@lapwing/shared/event/presence';
import type { Attendee, AttendeeDetails } from '@lapwing/shared/event/roster';
import { type AttendeeId, attendeeId, type EventId, type MemberId } from '@lapwing/shared/kernel/ids';
import type { Language } from '@lapwing/shared/kernel/language';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { earlier, type Instant } from '@lapwing/shared/kernel/time';
import { planWindow } from '@lapwing/shared/live/plan-window';
import type { PresenceAnswer } from '@lapwing/shared/protocol/api';
import { tidyDetails } from '@lapwing/shared/registration/tidy';
import { fieldsThatDiffer } from '@lapwing/shared/roster-import/detail-fields';
import { isName } from '@lapwing/shared/roster-import/keys';
import { tellAudit } from '../db/audit-pen.ts';
import { wasErased } from '../db/erase.ts';
import {
  type AttendeeRow,
  asAttendee,
  detailsOf,
  findAnybody,
  findAttendee,
  insertAttendee,
  markHandEdited,
  saveDetails,
  setCheckedIn,
  setMember,
  setNamed,
  setUnconfirmed,
} from '../db/repositories/attendees.ts';
import { findWord, saveWord } from '../db/repositories/presence-words.ts';
import { forgetRegistrationKeys } from '../db/repositories/sessions.ts';
import { saveLent, saveSaidNo } from '../db/repositories/standings.ts';
import { unseatMentor } from '../db/repositories/tables.ts';
import { forgetTakenOff, noteTraces } from '../db/traces.ts';
import { type Tx, transact } from '../db/transact.ts';
import { freeBadge } from './badge-service.ts';
import { grantAttendeeLink } from './link-service.ts';
import { confirmed, forgetMember, recogniseMember } from './member-service.ts';
import { fillPlaces } from './places-service.ts';
import { exchangeInPlan } from './plan-exchange.ts';
import { type Services, wholeNow } from './services.ts';
import { comesNow, standingChanged } from './standing-service.ts';

/** The people of an event in order of names. */
export function listPeople(services: Services, eventId: EventId): Result<readonly Attendee[], Refusal> {
  const evening = services.evenings.get(eventId);
  return evening ? ok([...evening.people.values()]) : refused(refusal('not-found'));
}

/** What is written down about somebody new besides their details. */
export interface Origin {
  /** Their id, where the asker made it, so as to ask again without doubling anybody. */
  readonly id?: AttendeeId;
  /** The number of the account in the tool they signed up with, where they gave no address. */
  readonly accountId?: string;
  /** A guest whose name is not known yet, of this person. */
  readonly guestOf?: AttendeeId;
  /** Typed on the public page, by whomever: who they are across events waits until their link was opened. */
  readonly byThemselves?: boolean;
  /** Theirs, or that of whoever wrote them down. */
  readonly language?: Language | null;
  /** Until when their place is kept without a yes (P15). */
  readonly lentUntil?: Instant | null;
}

/** Writes a new person and their personal link down, inside the caller's transaction. */
export function enrol(
  services: Services,
  tx: Tx,
  eventId: EventId,
  details: AttendeeDetails,
  origin: Origin = {},
): AttendeeRow {
  const fresh = newRow(services, eventId, { details, origin }, freeBadge(services.secrets, tx));
  const row = { ...fresh, memberId: origin.byThemselves ? null : recogniseMember(services, tx, fresh) };
  insertAttendee(tx, row);
  tellAudit({ person: row.id });
  grantAttendeeLink(tx, services.secrets, eventId, row.id, row.createdAt);
  return row;
}

/** Somebody to be written down, and where they come from. */
export interface Newcomer {
  readonly details: AttendeeDetails;
  readonly origin: Origin;
}

/** The row of somebody new, whom nobody knows from other events yet. */
export function newRow(
  services: Services,
  eventId: EventId,
  { details, origin }: Newcomer,
  badgeCode: string,
): AttendeeRow {
  const createdAt = wholeNow(services.clock);
  return {
    ...details,
    id: origin.id ?? attendeeId(services.secrets.newId()),
    eventId,
    checkedInAt: null,
    linkGeneration: 1,
    createdAt,
    badgeCode,
    accountId: origin.accountId ?? '',
    guestOf: origin.guestOf ?? null,
    unnamed: origin.guestOf !== undefined,
    handEdited: [],
    waitingSince: details.standing === 'waiting' ? createdAt : null,
    saidNo: false,
    language: origin.language ?? null,
    memberId: null,
    unconfirmed: origin.byThemselves ?? false,
    unproven: origin.byThemselves ?? false,
    lentUntil: origin.lentUntil ?? null,
  };
}

/**
 * Adds somebody by hand. With an id of the asker's own the same person is never added twice, however often they ask;
 * key-reused when somebody of another event has it, or had it and was erased.
 */
export function addPerson(
  services: Services,
  eventId: EventId,
  typed: AttendeeDetails,
  { id, language = null }: Pick<Origin, 'id' | 'language'> = {},
): Result<Attendee, Refusal> {
  const details = tidyDetails(typed);
  if (!isName(details.name)) return refused(refusal('bad-request', { field: 'name' }));
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  const known = id === undefined ? undefined : findAnybody(services.db, id);
  if (known) return known.eventId === eventId ? ok(asAttendee(known)) : refused(refusal('key-reused'));
  if (id !== undefined && wasErased(services.db, id)) return refused(refusal('key-reused'));
  const added = transact<AttendeeRow, Refusal>(services.db, (tx) =>
    ok(enrol(services, tx, eventId, details, id === undefined ? { language } : { id, language })),
  );
  services.evenings.changed(eventId);
  return added.ok ? ok(asAttendee(added.value)) : added;
}

/**
 * Changes what is known of a person; `typed` holds only the fields to write.
 * @param by first name of the organiser, for the log of the night
 * @param isTrue the organiser says that this is who they say, or takes that back
 */
export function changePerson(
  services: Services,
  eventId: EventId,
  id: AttendeeId,
  typed: Partial<AttendeeDetails>,
  by: string,
  isTrue?: boolean,
): Result<Attendee, Refusal> {
  const row = findAttendee(services.db, eventId, id);
  if (!row) return refused(refusal('not-found'));
  const changes = tidyDetails(typed);
  if (changes.name !== undefined && !isName(changes.name)) return refused(refusal('bad-request', { field: 'name' }));
  const details = { ...detailsOf(row), ...changes };
  const named = row.unnamed && changes.name !== undefined && changes.name !== row.name;
  transact(services.db, (tx) => {
    if (isAnotherPerson(row, details)) noteTraces(tx, services.secrets, [row], wholeNow(services.clock));
    if (changes.standing !== undefined && changes.standing !== 'cancelled') forgetTakenOff(tx, services.secrets, row);
    saveDetails(tx, eventId, id, details);
    markHandEdited(tx, row, fieldsThatDiffer(detailsOf(row), details));
    if (details.standing !== row.standing) saveSaidNo(tx, eventId, id, false);
    // what the organiser says of a place is no question any more
    if (details.standing !== row.standing || details.role !== row.role) saveLent(tx, id, null);
    forgetRegistrationKeys(tx, id);
    standingChanged(services, tx, row);
    if (isAnotherPerson(row, details) && !row.unconfirmed) setMember(tx, id, memberAfter(services, tx, row, details));
    if (isTrue === true) confirmed(services, tx, { ...row, ...details });
    if (isTrue === true) fillPlaces(services, tx, eventId);
    if (isTrue === false) setUnconfirmed(tx, id, true);
    if (named) setNamed(tx, eventId, id);
    // A chair at a table is for mentors: who is none any more leaves it free.
    if (changes.role === 'student') unseatMentor(tx, id);
    return ok(undefined);
  });
  services.evenings.changed(eventId);
  if (comesNow(row.standing, details)) exchangeInPlan(services, eventId, by);
  const unconfirmed = isTrue === undefined ? row.unconfirmed : !isTrue;
  const { keptUntil } = asAttendee(findAttendee(services.db, eventId, id) ?? row);
  return ok({ ...asAttendee(row), ...changes, unnamed: row.unnamed && !named, unconfirmed, keptUntil });
}

const keepOf = ({ registration }: AttendeeDetails): unknown => registration.consents.keep;

/** Whether what people are recognised by is another now. */
const isAnotherPerson = (before: AttendeeDetails, now: AttendeeDetails): boolean =>
  before.name !== now.name || before.email !== now.email || keepOf(detailsOf(before)) !== keepOf(now);

/** Who somebody is across events now, by the word of an organiser or of their mailbox. Who takes back that they may be kept is off file at once. */
export function memberAfter(
  services: Services,
  tx: Tx,
  before: AttendeeRow,
  details: AttendeeDetails,
): MemberId | null {
  if (keepOf(detailsOf(before)) !== undefined && keepOf(details) === undefined) {
    if (before.memberId !== null) forgetMember(services, tx, before.memberId);
    return null;
  }
  return recogniseMember(services, tx, { ...details, memberId: before.memberId });
}

/**
 * Checks a person in (`here`) or takes the check-in back. Idempotent, and whatever order words come in, the one said last
 * counts and the first arrival stays. A fact about a person: it raises no live version and undo of the night never
 * touches it.
 * @param said when and by whom it was said; now and by the desk when left out
 */
export function setPresence(
  services: Services,
  eventId: EventId,
  id: AttendeeId,
  here: boolean,
  said: Partial<Pick<PresenceWord, 'at' | 'by'>> = {},
): Result<PresenceAnswer, Refusal> {
  const { db, evenings } = services;
  const row = findAttendee(db, eventId, id);
  if (!row || !evenings.get(eventId)) return refused(refusal('not-found'));
  const now = wholeNow(services.clock);
  const word = findWord(db, id);
  const next = presenceAfter(
    { checkedInAt: row.checkedInAt, word },
    { here, at: earlier(said.at ?? now, now), by: said.by ?? 'desk' },
  );
  transact(db, (tx) => {
    if (next.word) saveWord(tx, eventId, id, next.word);
    if (next.checkedInAt !== row.checkedInAt) setCheckedIn(tx, eventId, id, next.checkedInAt);
    return ok(undefined);
  });
  const attendee = asAttendee({ ...row, checkedInAt: next.checkedInAt });
  if (next.checkedInAt !== row.checkedInAt) evenings.presenceChanged(eventId, attendee);
  return ok({ attendee, firstTable: firstTableOf(services, eventId, id) });
}

function firstTableOf(services: Services, eventId: EventId, id: AttendeeId): PresenceAnswer['firstTable'] {
  const moment = services.evenings.engine(eventId)?.night.moment;
  const over = (moment && planWindow(moment)?.done) ?? 0;
  const rounds = services.evenings.card(eventId, id)?.rounds;
  const number = rounds?.find(({ round, table }) => round > over && table !== null)?.table;
  const table = services.evenings.tables(eventId).find((candidate) => candidate.number === number);
  return table ? { number: table.number, name: tableName(table) } : null;
}
