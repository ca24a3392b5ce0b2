import { plannedEnd } from '@lapwing/shared/event/event';
import { type AttendeeDetails, EMPTY_CARD, type MentorCard } from '@lapwing/shared/event/roster';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import type { Language } from '@lapwing/shared/kernel/language';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { days, instant } from '@lapwing/shared/kernel/time';
import type { OwnDetails } from '@lapwing/shared/protocol/registration-api';
import type { MentorAnswers, StudentAnswers } from '@lapwing/shared/registration/answers';
import {
  mentorAnswersOf,
  studentAnswersOf,
  withMentorAnswers,
  withStudentAnswers,
} from '@lapwing/shared/registration/details';
import { plannedHours } from '@lapwing/shared/registration/hours';
import { type MergedAnswers, mergeAnswers } from '@lapwing/shared/registration/merge-answers';
import { mentorProblems, type Problem, type ProblemCode, studentProblems } from '@lapwing/shared/registration/problems';
import { nameKey } from '@lapwing/shared/roster-import/keys';
import {
  type AttendeeRow,
  detailsOf,
  findAttendee,
  markHandEdited,
  setLanguage,
} from '../db/repositories/attendees.ts';
import { findEvent, type StoredEvent } from '../db/repositories/events.ts';
import { findInvitation } from '../db/repositories/invitations.ts';
import { countCalendars, mailedSince } from '../db/repositories/mails.ts';
import { findMember } from '../db/repositories/members.ts';
import { forgetRegistrationKeys } from '../db/repositories/sessions.ts';
import { saveLent, saveSaidNo, saveStanding } from '../db/repositories/standings.ts';
import { forgetTakenOff, isOffForAnother } from '../db/traces.ts';
import { type Tx, transact } from '../db/transact.ts';
import type { Patience } from './attempts.ts';
import { calendarFor } from './calendar.ts';
import { lentFromNow, lentTo } from './lending.ts';
import { attendeeLink } from './link-service.ts';
import { isTheirMailbox } from './mailbox.ts';
import { reachesMember } from './member-service.ts';
import { placesLeft, placesView, standingOfNewcomer } from './places-service.ts';
import { publicMentors } from './public-mentors.ts';
import { confirm, tellCancelled, tellChanged, tellWaiting } from './registration-mails.ts';
import { saveAnswers } from './registration-service.ts';
import { dataDates } from './retention-service.ts';
import { type Services, wholeNow } from './services.ts';
import { standingChanged } from './standing-service.ts';
import { isToCome } from './to-come.ts';

/** How often people change the name on their own page: each may be a mail and something kept of the old one (`db/traces`). */
export const RENAMES: Patience = { most: 5, within: days(1) };

const DAY_MS = 86_400_000;
/** About coming or not, and when, to one person. */
const MOST_MAILS_A_DAY = 6;

/**
 * What is stored about somebody, for their own eyes.
 * @param mailbox what the device has shown of their mailbox
 */
export function ownDetails(
  services: Services,
  eventId: EventId,
  id: AttendeeId,
  mailbox: string | null,
): Result<OwnDetails, Refusal> {
  const row = findAttendee(services.db, eventId, id);
  const event = findEvent(services.db, eventId);
  if (!row || !event) return refused(refusal('not-found'));
  const details = detailsOf(row);
  const { settings } = event;
  const { contactName, contactEmail } = findInvitation(services.db, eventId);
  const place = placesView(services, eventId).line.findIndex((one) => one.id === id) + 1;
  return ok({
    role: row.role,
    standing: row.standing,
    place: row.standing === 'waiting' && place > 0 ? place : null,
    ...lentTo(services, services.db, event, row),
    placesLeft: placesLeft(services, eventId),
    open: isToCome(services, event),
    mayComeBack: row.standing !== 'cancelled' || row.saidNo || isOffForOthers(services, services.db, row, mailbox),
    student: row.role === 'student' ? studentAnswersOf(details) : null,
    mentor: row.role === 'mentor' ? mentorAnswersOf(details) : null,
    registeredAt: details.registration.consents.run ?? null,
    earlierCard: earlierCard(services, row, mailbox),
    fromMailbox: isTheirMailbox(services.secrets, mailbox, row),
    mentors: row.role === 'student' ? publicMentors(services, eventId) : [],
    data: dataDates(services.db, event),
    startsAt: settings.startsAt,
    endsAt: plannedEnd(settings),
    timeZone: settings.timeZone,
    ...{ contactName, contactEmail },
  });
}

/** The card of an earlier event, for a device that has shown whose it is. */
function earlierCard(services: Services, row: AttendeeRow, mailbox: string | null): MentorCard | null {
  const { role, memberId } = row;
  if (role !== 'mentor' || memberId === null || !reachesMember(services, services.db, mailbox, row)) return null;
  const card = { ...EMPTY_CARD, ...findMember(services.db, memberId)?.card };
  return Object.values(card).every((answer) => answer.length === 0) ? null : card;
}

/** The page on which somebody says it. */
interface OwnPage {
  /** What the device has shown of their mailbox. */
  readonly mailbox: string | null;
  readonly language: Language;
}

/** A page on which answers were changed. */
interface EditedPage extends OwnPage {
  /** What it showed before. */
  readonly was?: StudentAnswers | MentorAnswers;
}

/**
 * Writes down what somebody changed about themselves, and nothing else that their page shows. not-now once the evening has
 * begun; bad-request for a sixth name of one day; changed-meanwhile where the organiser changed the same.
 */
export function changeOwnDetails(
  services: Services,
  eventId: EventId,
  id: AttendeeId,
  answers: StudentAnswers | MentorAnswers,
  { mailbox, language, was }: EditedPage,
): Result<OwnDetails, Refusal> {
  let isRenamed = false;
  const changed = transact<null, Refusal>(services.db, (tx) => {
    const found = openRow(services, tx, eventId, id);
    if (!found.ok) return found;
    const { event, row } = found.value;
    const merged = mergedWith(detailsOf(row), answers, was);
    if (merged.conflicts.length > 0) return refused(refusal('changed-meanwhile', { fields: merged.conflicts }));
    const { wrong, details } = readAnswers(services, event, row, merged.answers);
    if (wrong) return refused(refusal('bad-request', { field: wrong.field, problem: wrong.code }));
    isRenamed = nameKey(details.name) !== nameKey(row.name);
    if (isRenamed && services.renames.tooMany(id))
      return refused(refusal('bad-request', { field: 'name', problem: 'renamedOften' satisfies ProblemCode }));
    saveAnswers(services, tx, row, details, mailbox);
    setLanguage(tx, id, language);
    forgetRegistrationKeys(tx, id);
    if (row.standing === 'active' && comesOtherwise(detailsOf(row), details)) {
      tellChanged(services, tx, event, { ...row, ...details, language }, mailedEnough(services, tx, id));
    }
    return ok(null);
  });
  if (!changed.ok) return changed;
  if (isRenamed) services.renames.note(id);
  services.evenings.changed(eventId);
  return ownDetails(services, eventId, id, mailbox);
}

/** What the form says, over what is written down by now. The answers of the other role stay as they are, to be refused. */
function mergedWith(
  details: AttendeeDetails,
  answers: StudentAnswers | MentorAnswers,
  was: StudentAnswers | MentorAnswers | undefined,
): MergedAnswers<StudentAnswers | MentorAnswers> {
  const now = details.role === 'mentor' ? mentorAnswersOf(details) : studentAnswersOf(details);
  const isTheirs = was && 'card' in answers === 'card' in now && 'card' in was === 'card' in now;
  return isTheirs ? mergeAnswers(now, was, answers) : { answers, conflicts: [] };
}

interface Read {
  readonly wrong: Problem | undefined;
  readonly details: AttendeeDetails;
}

/** The answers of the other role are no answers of theirs. */
function readAnswers(
  services: Services,
  { settings }: StoredEvent,
  row: AttendeeRow,
  answers: StudentAnswers | MentorAnswers,
): Read {
  const [before, now] = [detailsOf(row), wholeNow(services.clock)];
  if (row.role === 'mentor' && 'card' in answers) {
    const wrong = mentorProblems(answers, 'change', plannedHours(settings), mentorAnswersOf(before))[0];
    return { wrong, details: withMentorAnswers(before, answers, now) };
  }
  if (row.role === 'student' && !('card' in answers)) {
    const known = new Set(publicMentors(services, row.eventId).map(({ id }) => id));
    const wishes = answers.wishes.filter((id) => known.has(id));
    return {
      wrong: studentProblems(answers, 'change', studentAnswersOf(before))[0],
      details: withStudentAnswers(before, { ...answers, wishes }, now),
    };
  }
  return { wrong: { field: 'answers', code: 'notOffered' }, details: before };
}

const comesOtherwise = (before: AttendeeDetails, now: AttendeeDetails): boolean =>
  before.registration.arrivesAt !== now.registration.arrivesAt ||
  before.registration.leavesAt !== now.registration.leavesAt;

/**
 * "I cannot come", or "I can come after all": then they get a place where one is free, else they wait. Until *Start*.
 * taken-off-list for whom others took off it: only who said no themselves takes it back, or who shows that it is their
 * address under which somebody else was taken off.
 */
export function sayComing(
  services: Services,
  eventId: EventId,
  id: AttendeeId,
  coming: boolean,
  { mailbox, language }: OwnPage,
): Result<OwnDetails, Refusal> {
  const said = transact<null, Refusal>(services.db, (tx) => {
    const found = openRow(services, tx, eventId, id);
    if (!found.ok) return found;
    const { event, row } = found.value;
    // said again, it changes nothing
    if (coming === (row.standing !== 'cancelled')) return ok(null);
    const other = coming && isOffForOthers(services, tx, row, mailbox);
    if (coming && !row.saidNo && !other) return refused(refusal('taken-off-list'));
    if (other) forgetTakenOff(tx, services.secrets, row);
    // who was in reserve is in reserve again: mentors have no places that could be full
    const reserve = row.role === 'mentor' && row.waitingSince !== null;
    const back = reserve ? 'waiting' : standingOfNewcomer(services, tx, eventId, row.role);
    const standing = coming ? back : 'cancelled';
    saveStanding(tx, eventId, id, standing, row.waitingSince);
    saveSaidNo(tx, eventId, id, !coming);
    setLanguage(tx, id, language);
    if (standing === 'active') saveLent(tx, id, lentFromNow(services, tx, event, row));
    markHandEdited(tx, row, ['standing']);
    standingChanged(services, tx, row);
    const later = mailedEnough(services, tx, id);
    const now = findAttendee(tx, eventId, id) ?? row;
    if (standing === 'cancelled') tellCancelled(services, tx, event, now, later);
    else if (standing === 'active') confirm(services, tx, event, now, { later });
    else tellWaiting(services, tx, event, now, placeOf(services, eventId, id), { later });
    return ok(null);
  });
  if (!said.ok) return said;
  services.evenings.changed(eventId);
  return ownDetails(services, eventId, id, mailbox);
}

/** Whether it was somebody else, with their address, who was taken off the list; they have shown since that it is theirs. */
const isOffForOthers = ({ secrets }: Services, tx: Tx, row: AttendeeRow, mailbox: string | null): boolean =>
  isTheirMailbox(secrets, mailbox, row) && isOffForAnother(tx, secrets, row);

/** A page that says yes and no in turn fills nobody's mailbox: what is so in the end goes out later, once. */
function mailedEnough(services: Services, tx: Tx, id: AttendeeId): boolean {
  const since = instant(wholeNow(services.clock) - DAY_MS);
  const kinds = ['confirmation', 'waitlist', 'cancelled', 'changed'] as const;
  return kinds.flatMap((kind) => mailedSince(tx, [id], `${kind}:`, since)).length >= MOST_MAILS_A_DAY;
}

const placeOf = (services: Services, eventId: EventId, id: AttendeeId): number =>
  placesView(services, eventId).line.findIndex((one) => one.id === id) + 1;

interface Open {
  readonly event: StoredEvent;
  readonly row: AttendeeRow;
}

function openRow(services: Services, tx: Tx, eventId: EventId, id: AttendeeId): Result<Open, Refusal> {
  const row = findAttendee(tx, eventId, id);
  const event = findEvent(tx, eventId);
  if (!row || !event) return refused(refusal('not-found'));
  return isToCome(services, event) ? ok({ event, row }) : refused(refusal('not-now'));
}

/** The evening as a file for the person's own calendar, out of which it takes it when they do not come or it does not take place. Reading it changes nothing. */
export function ownCalendar(services: Services, eventId: EventId, id: AttendeeId): Result<string, Refusal> {
  const row = findAttendee(services.db, eventId, id);
  const event = findEvent(services.db, eventId);
  const link = attendeeLink(services, eventId, id);
  if (!row || !event || !link.ok) return refused(refusal('not-found'));
  return ok(
    calendarFor(event.cancelled !== null || row.standing === 'cancelled' ? 'cancel' : 'publish', {
      settings: event.settings,
      person: detailsWithId(row),
      contact: findInvitation(services.db, eventId),
      // as the last one that went out by mail
      sequence: Math.max(0, countCalendars(services.db, id) - 1),
      link: link.value,
      now: wholeNow(services.clock),
    }),
  );
}

const detailsWithId = (row: AttendeeRow) => ({ ...detailsOf(row), id: row.id });
