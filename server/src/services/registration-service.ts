import { type AttendeeDetails, type AttendeeRole, EMPTY_DETAILS } from '@lapwing/shared/event/roster';
import type { MemberId } from '@lapwing/shared/kernel/ids';
import type { Language } from '@lapwing/shared/kernel/language';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { RegistrationAnswer, RegistrationRequest } from '@lapwing/shared/protocol/registration-api';
import type { MentorAnswers, StudentAnswers } from '@lapwing/shared/registration/answers';
import { addressOf, withMentorAnswers, withStudentAnswers } from '@lapwing/shared/registration/details';
import { plannedHours } from '@lapwing/shared/registration/hours';
import { keptUntil } from '@lapwing/shared/registration/lent-places';
import { mentorProblems, type Problem, studentProblems } from '@lapwing/shared/registration/problems';
import { fieldsThatDiffer } from '@lapwing/shared/roster-import/detail-fields';
import { nameKey } from '@lapwing/shared/roster-import/keys';
import {
  type AttendeeRow,
  detailsOf,
  findByAddress,
  markHandEdited,
  saveDetails,
  setMember,
  setUnconfirmed,
} from '../db/repositories/attendees.ts';
import { findEvent, findEventByCode, type StoredEvent } from '../db/repositories/events.ts';
import { countStanding } from '../db/repositories/standings.ts';
import { isTakenOff, noteTraces, takenOffAt } from '../db/traces.ts';
import { type Tx, transact } from '../db/transact.ts';
import { lends, lentFromNow } from './lending.ts';
import { attendeeLink } from './link-service.ts';
import { isTheirMailbox } from './mailbox.ts';
import { foundUnproven, isBlank, reachesMember, rememberCard } from './member-service.ts';
import { standingOfNewcomer } from './places-service.ts';
import { isOpen } from './public-event.ts';
import { publicMentors } from './public-mentors.ts';
import { begunWith, firstSent, rememberKey } from './registration-keys.ts';
import { confirm, tellKnown, tellOfPage, tellRenamed, tellWaiting } from './registration-mails.ts';
import { enrol, memberAfter } from './roster-service.ts';
import { type Services, wholeNow } from './services.ts';
import { addressTakes, isSamePerson, knownAmong } from './sharers.ts';
import { isToCome } from './to-come.ts';

type Answers = StudentAnswers | MentorAnswers;
/** A form that was sent, and from where: the language of the page, and what tells its browser from others ('': nothing). */
export type Sent<Given> = RegistrationRequest<Given> & { readonly language: Language; readonly browser: string };
type Write<Given> = (details: AttendeeDetails, answers: Given) => AttendeeDetails;

/** A student registers on the public page. Whether they are known already, only their mail tells. */
export function registerStudent(
  services: Services,
  code: string,
  request: Sent<StudentAnswers>,
): Result<RegistrationAnswer, Refusal> {
  const write: Write<StudentAnswers> = (details, answers) => {
    const event = findEventByCode(services.db, code);
    const known = new Set(event ? publicMentors(services, event.id).map(({ id }) => id) : []);
    const wishes = answers.wishes.filter((id) => known.has(id));
    return withStudentAnswers(details, { ...answers, wishes }, wholeNow(services.clock));
  };
  return register(services, code, 'student', request, write, () => studentProblems(request.answers, 'fresh')[0]);
}

/** A mentor registers with what they have said so far. Whether they are known already, only their mail tells. */
export function registerMentor(
  services: Services,
  code: string,
  request: Sent<MentorAnswers>,
): Result<RegistrationAnswer, Refusal> {
  return register(services, code, 'mentor', request, mentorWriter(services), ({ settings }) =>
    mentorProblems(request.answers, 'fresh', plannedHours(settings)).at(0),
  );
}

const mentorWriter =
  (services: Services): Write<MentorAnswers> =>
  (details, answers) =>
    withMentorAnswers(details, answers, wholeNow(services.clock));

function register<Given extends Answers>(
  services: Services,
  code: string,
  role: AttendeeRole,
  { answers, language, browser, ...sent }: Sent<Given>,
  write: Write<Given>,
  problemOf: (event: StoredEvent) => Problem | undefined,
): Result<RegistrationAnswer, Refusal> {
  const event = findEventByCode(services.db, code);
  if (!event) return refused(refusal('not-found'));
  if (!isOpen(services, event, role)) return refused(refusal('registration-closed'));
  const wrong = problemOf(event);
  if (wrong) return refused(refusal('bad-request', { field: wrong.field, problem: wrong.code }));
  const email = addressOf(answers.email);
  const key = keyOf(services, sent.key, browser);
  const registered = transact<AttendeeRow | null, Refusal>(services.db, (tx) => {
    const begun = begunWith(services, tx, event.id, key, answers);
    if (begun === 'another') return refused(refusal('key-reused'));
    if (begun === 'over') return refused(refusal('go-on-by-link'));
    // the link once more, where it stands on the page: only in the browser that filled the form
    if (typeof begun !== 'string') return ok(browser === '' ? null : begun);
    const sharers = findByAddress(tx, event.id, email);
    const sameName = sharers.filter((row) => isSamePerson(row, answers));
    const known = knownAmong(sameName, role);
    const takes = addressTakes(sharers, role, wholeNow(services.clock));
    const full = takes === 'nobody' || (takes === 'one' && services.outbox.from === null);
    // a refusal would tell a stranger whose address it is; only where no mail goes out, there is no other way to say it
    if (full && !known && services.outbox.from === null) return refused(refusal('too-many-requests'));
    if (known || full) {
      rememberKey(services, tx, event.id, key, answers, known ? 'known' : 'nobody', known?.id ?? null);
      if (known) tellKnown(services, tx, event, known);
      return ok(null);
    }
    // off the list in one role is off it in the other, until the mailbox is shown (P9)
    noteTraces(tx, services.secrets, sameName.filter(isTakenOff), wholeNow(services.clock));
    const row = enrolNewcomer(services, tx, event, role, { answers, email, language }, write);
    rememberKey(services, tx, event.id, key, answers, 'newcomer', row.id);
    tell(services, tx, event, row, takes === 'one');
    return ok(row);
  });
  if (!registered.ok) return registered;
  services.evenings.changed(event.id);
  const sentAt = firstSent(services, event.id, key, answers) ?? wholeNow(services.clock);
  return ok(answerFor(services, event, { role, sentAt }, registered.value));
}

interface NewForm<Given> {
  readonly answers: Given;
  readonly email: string;
  readonly language: Language;
}

/** Whom an organiser took off the list is off it still when they were erased and register anew (P8). */
function enrolNewcomer<Given extends Answers>(
  services: Services,
  tx: Tx,
  event: StoredEvent,
  role: AttendeeRole,
  { answers, email, language }: NewForm<Given>,
  write: Write<Given>,
): AttendeeRow {
  const details = write({ ...EMPTY_DETAILS, role, email }, answers);
  const isOff = takenOffAt(tx, services.secrets, event.id)({ ...details, memberId: null, accountId: '' });
  const standing = isOff ? 'cancelled' : standingOfNewcomer(services, tx, event.id, role);
  const asked = { role, unproven: true, unconfirmed: true };
  const lentUntil = standing === 'active' ? lentFromNow(services, tx, event, asked) : null;
  const row = enrol(services, tx, event.id, { ...details, standing }, { byThemselves: true, language, lentUntil });
  if (isOff) markHandEdited(tx, row, ['standing']);
  return row;
}

/** Where the answer may hold a link, a key counts in the browser alone that filled the form. */
const keyOf = ({ outbox }: Services, key: string, browser: string): string =>
  outbox.from === null ? `${key}.${browser}` : key;

/** The same words for new and known; only where no mail can go out, a newcomer gets their link on the page. */
function answerFor(
  services: Services,
  event: StoredEvent,
  { role, sentAt }: { readonly role: AttendeeRole; readonly sentAt: Instant },
  newcomer: AttendeeRow | null,
): RegistrationAnswer {
  const mailed = services.outbox.from !== null;
  const link = mailed || !newcomer ? null : attendeeLink(services, event.id, newcomer.id);
  const isLent = role === 'student' && lends(services, services.db, event);
  const until = isLent ? keptUntil(sentAt, event.settings.startsAt) : null;
  return { mailed, link: link?.ok ? link.value : null, keptUntil: until };
}

function tell(services: Services, tx: Tx, event: StoredEvent, row: AttendeeRow, crowded: boolean): void {
  // whom an organiser took off the list is told what somebody is told whom we know
  if (row.standing === 'cancelled') tellOfPage(services, tx, event, row);
  else if (row.standing === 'waiting') {
    tellWaiting(services, tx, event, row, countStanding(tx, event.id, row.role, 'waiting'), { crowded });
  } else confirm(services, tx, event, row, { crowded });
}

/** A mentor who agreed to be kept finds their card again next time. */
function remember(tx: Tx, member: MemberId | null, { role, card, registration }: AttendeeDetails): void {
  if (role !== 'mentor' || member === null || registration.consents.keep === undefined || isBlank(card)) return;
  rememberCard(tx, member, card, registration.introductionsPerMonth);
}

function writeAnswers(tx: Tx, row: AttendeeRow, details: AttendeeDetails): void {
  saveDetails(tx, row.eventId, row.id, details);
  // an older file must not take back what somebody said themselves
  markHandEdited(tx, row, fieldsThatDiffer(detailsOf(row), details));
}

/**
 * Writes down what somebody changed on their own page. A name is theirs to write, but nobody becomes somebody else by it:
 * who they are across events stays as it was until a link is opened that was mailed to them under the new name.
 * @param mailbox what the device has shown of their mailbox
 */
export function saveAnswers(
  services: Services,
  tx: Tx,
  row: AttendeeRow,
  details: AttendeeDetails,
  mailbox: string | null,
): void {
  const isRenamed = nameKey(details.name) !== nameKey(row.name);
  if (isRenamed) noteTraces(tx, services.secrets, [row], wholeNow(services.clock));
  writeAnswers(tx, row, details);
  const reaches = reachesMember(services, tx, mailbox, row);
  const leaves = keeps(row) && !keeps(details);
  if (leaves && !reaches) setMember(tx, row.id, null);
  else if (leaves) setMember(tx, row.id, memberAfter(services, tx, row, details));
  if (isRenamed) renamed(services, tx, { ...row, ...details });
  else if (reaches || isTheirMailbox(services.secrets, mailbox, row)) {
    const member = leaves ? null : memberAfter(services, tx, row, details);
    if (!leaves && member !== row.memberId) setMember(tx, row.id, member);
    remember(tx, member, details);
  } else foundUnproven(services, tx, { ...row, ...details });
}

const keeps = (details: AttendeeDetails): boolean => detailsOf(details).registration.consents.keep !== undefined;

/** Whoever has the mailbox gets the link that confirms the new name. */
function renamed(services: Services, tx: Tx, row: AttendeeRow): void {
  setUnconfirmed(tx, row.id, true);
  const event = findEvent(tx, row.eventId);
  if (event && isToCome(services, event)) tellRenamed(services, tx, event, row);
}

/**
 * A mentor goes on with the form where they registered, page by page. Only the browser that began can, and it can only
 * write. For who was known before nothing happens, and the answer is the same. Refused with go-on-by-link, for both alike,
 * once their own page is where answers are changed, so that nothing is lost in silence.
 */
export function goOnAsMentor(
  services: Services,
  code: string,
  { answers, browser, ...sent }: Sent<MentorAnswers>,
): Result<undefined, Refusal> {
  const event = findEventByCode(services.db, code);
  if (!event) return refused(refusal('not-found'));
  if (!isOpen(services, event, 'mentor')) return refused(refusal('registration-closed'));
  const written = transact<boolean, Refusal>(services.db, (tx) => {
    const row = begunWith(services, tx, event.id, keyOf(services, sent.key, browser), answers);
    const before = typeof row === 'string' ? undefined : row.registration;
    const wrong = mentorProblems(answers, 'fresh', plannedHours(event.settings), before)[0];
    if (wrong) return refused(refusal('bad-request', { field: wrong.field, problem: wrong.code }));
    if (row === 'unused' || row === 'another' || row === 'over') return refused(refusal('go-on-by-link'));
    if (row === 'known' || row.role !== 'mentor') return ok(false);
    writeAnswers(tx, row, mentorWriter(services)(detailsOf(row), answers));
    return ok(true);
  });
  if (!written.ok) return written;
  if (written.value) services.evenings.changed(event.id);
  return ok(undefined);
}
