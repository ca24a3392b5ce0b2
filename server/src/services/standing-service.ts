import type { Standing } from '@lapwing/shared/event/roster';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { MovedUp, Stand, StandingAnswer } from '@lapwing/shared/protocol/places-api';
import { type AttendeeRow, asAttendee, findAttendee, markHandEdited } from '../db/repositories/attendees.ts';
import { findEvent } from '../db/repositories/events.ts';
import { newestMailTo, withdrawMail } from '../db/repositories/mails.ts';
import { forgetRegistrationKeys } from '../db/repositories/sessions.ts';
import { saveLent, saveSaidNo, saveStanding } from '../db/repositories/standings.ts';
import { forgetTakenOff } from '../db/traces.ts';
import { type Tx, transact } from '../db/transact.ts';
import { mentorComes, mentorDropped } from './ask-service.ts';
import { fillPlaces, tellPromoted } from './places-service.ts';
import { exchangeInPlan } from './plan-exchange.ts';
import { type Services, wholeNow } from './services.ts';
import { isToCome } from './to-come.ts';

/** Who else is concerned when somebody's standing changes. */
export interface Effects {
  readonly movedUp: readonly MovedUp[];
  readonly asked: readonly AttendeeId[];
}
const NO_EFFECTS: Effects = { movedUp: [], asked: [] };

export interface StandingChange {
  readonly standing: Standing;
  /** Their place in line as it was, where a change is taken back. */
  readonly waitingSince?: Instant | null;
  /** Whether it was themselves who had cancelled, where that is what it goes back to. */
  readonly saidNo?: boolean;
  /** Until when their place was lent, where that is what it goes back to. */
  readonly lentUntil?: Instant;
  /** Who had moved up by the change that is taken back: who has not been told yet waits again. */
  readonly movedUp?: readonly MovedUp[];
}

/**
 * Lets somebody in, onto the waitlist, or out, as the organiser says; what follows for others is in the answer.
 * @param by first name of the organiser, for the log of the night
 */
export function changeStanding(
  services: Services,
  eventId: EventId,
  id: AttendeeId,
  change: StandingChange,
  by: string,
): Result<StandingAnswer, Refusal> {
  const done = transact<StandingAnswer, Refusal>(services.db, (tx) => {
    const row = findAttendee(tx, eventId, id);
    if (!row || !findEvent(tx, eventId)) return refused(refusal('not-found'));
    const { standing, waitingSince, saidNo, lentUntil } = row;
    const before: Stand = { standing, waitingSince, saidNo, lentUntil };
    saveStanding(tx, eventId, id, change.standing, change.waitingSince ?? row.waitingSince);
    // also of somebody who had said no themselves: from now on it is the organiser who took them off the list
    if (change.standing !== row.standing || change.standing === 'cancelled')
      saveSaidNo(tx, eventId, id, change.saidNo ?? false);
    // a place that the organiser gives is nobody's question any more
    saveLent(tx, id, change.lentUntil ?? null);
    markHandEdited(tx, row, ['standing']);
    forgetRegistrationKeys(tx, id);
    if (change.standing !== 'cancelled') forgetTakenOff(tx, services.secrets, row);
    const effects = standingChanged(services, tx, row, change.waitingSince ?? undefined);
    const told = change.standing === 'waiting' && !forgetPromotion(tx, row);
    for (const person of [...(change.movedUp ?? [])].reverse()) backInLine(tx, eventId, person);
    const person = asAttendee(findAttendee(tx, eventId, id) ?? row);
    return ok({ person, before, told, movedUp: [...effects.movedUp], asked: [...effects.asked] });
  });
  if (!done.ok) return done;
  services.evenings.changed(eventId);
  if (comesNow(done.value.before.standing, done.value.person)) exchangeInPlan(services, eventId, by);
  return done;
}

/** Whether this mentor comes by what was just written down: the place of another may be theirs. */
export const comesNow = (before: Standing, { role, standing }: Pick<AttendeeRow, 'role' | 'standing'>): boolean =>
  role === 'mentor' && standing === 'active' && before !== 'active';

/**
 * Sees to everything that follows, in the transaction that gave somebody another standing or role: their place in line,
 * a mail to who is let in, and who gets a place that became free.
 * @param before the row as it was
 * @param since their place in line, where it is known
 */
export function standingChanged(services: Services, tx: Tx, before: AttendeeRow, since?: Instant): Effects {
  const { eventId, id } = before;
  const now = findAttendee(tx, eventId, id);
  const event = findEvent(tx, eventId);
  if (!now || !event || (now.standing === before.standing && now.role === before.role)) return NO_EFFECTS;
  saveStanding(tx, eventId, id, now.standing, since ?? waitsSince(before, now.standing, wholeNow(services.clock)));
  const comes = now.standing === 'active';
  if (comes && now.role === 'mentor') mentorComes(services, tx, event, id);
  const upFromLine = comes && now.role === 'student' && before.standing === 'waiting';
  if (upFromLine && isToCome(services, event)) tellPromoted(services, tx, event, now);
  const asked = now.role === 'mentor' && now.standing === 'cancelled' ? mentorDropped(services, tx, eventId, id) : [];
  const leftPlace = before.role === 'student' && before.standing === 'active';
  const movedUp = leftPlace ? fillPlaces(services, tx, eventId, id) : [];
  return { asked, movedUp: movedUp.map(({ id: who, since: from }) => ({ id: who, since: from })) };
}

/** Who was on the waitlist and cancels keeps the place in line, so that it can be taken back. */
export function waitsSince(before: AttendeeRow, standing: Standing, now: Instant): Instant | null {
  if (standing === 'active') return null;
  if (standing === 'cancelled') return before.standing === 'waiting' ? before.waitingSince : null;
  return before.standing === 'cancelled' ? (before.waitingSince ?? now) : now;
}

/** Answers false where a mail about the place has gone out already. */
function forgetPromotion(tx: Tx, { id }: Pick<AttendeeRow, 'id'>): boolean {
  const mail = newestMailTo(tx, id, 'promoted');
  return !mail || mail.state === 'stopped' || withdrawMail(tx, mail.key);
}

/** Somebody who moved up waits again, unless a mail has told them of the place already. */
export function backInLine(tx: Tx, eventId: EventId, { id, since }: MovedUp): void {
  const row = findAttendee(tx, eventId, id);
  if (row?.standing !== 'active' || !forgetPromotion(tx, row)) return;
  saveStanding(tx, eventId, id, 'waiting', since);
  saveLent(tx, id, null);
}

/**
 * What follows for others once several people stand otherwise, each with their place in line written down already: the
 * places of mentors are asked for or not any more, and free ones go to the waitlist. Who comes from the waitlist by an
 * import gets no mail of ours: the tool of the file has told them.
 * @param before the rows as they were, of the mentors at least
 */
export function seeToPlaces(services: Services, tx: Tx, eventId: EventId, before: readonly AttendeeRow[]): void {
  const event = findEvent(tx, eventId);
  for (const row of before) {
    const now = findAttendee(tx, eventId, row.id);
    if (!event || !now || now.standing === row.standing) continue;
    if (now.role === 'mentor' && now.standing === 'active') mentorComes(services, tx, event, row.id);
    if (now.role === 'mentor') mentorDropped(services, tx, eventId, row.id);
  }
  fillPlaces(services, tx, eventId);
}
