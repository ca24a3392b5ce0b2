import { type Reserve, whomToAskNow } from '@lapwing/shared/event/mentor-asks';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { ok } from '@lapwing/shared/kernel/result';
import { seconds } from '@lapwing/shared/kernel/time';
import type { MailText } from '@lapwing/shared/mails/mail-texts';
import { type AttendeeRow, findAttendee, listAttendees, markHandEdited } from '../db/repositories/attendees.ts';
import { findEvent, type StoredEvent } from '../db/repositories/events.ts';
import { withdrawMail } from '../db/repositories/mails.ts';
import { insertAsk, listAsks, placesAskedFor, type StoredAsk, saveAnswer } from '../db/repositories/mentor-asks.ts';
import { saveStanding } from '../db/repositories/standings.ts';
import { passChair } from '../db/repositories/tables.ts';
import { type Tx, transact } from '../db/transact.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import { writeTo } from './mail-facts.ts';
import { type Services, wholeNow } from './services.ts';
import { isToCome } from './to-come.ts';

const LOOK_EVERY = seconds(60);

/** The key of the mail that asks; its link is `askLink`. */
export const askMailKey = (askId: string): string => `mentorAsk:${askId}`;

/** Where the asked mentor answers, without signing in. The secret opens this one question and nothing else. */
export const askLink = ({ linkOrigin, secrets }: Pick<Services, 'linkOrigin' | 'secrets'>, askId: string): string =>
  `${linkOrigin()}/answer/${askId}#${secrets.linkSecret('ask', askId, 1)}`;

/** A mentor in reserve, as the rules read them. */
export const asReserve = ({ id, waitingSince, createdAt, card }: AttendeeRow): Reserve => ({
  id,
  since: waitingSince ?? createdAt,
  field: card,
});

export const isReserve = ({ role, standing }: AttendeeRow): boolean => role === 'mentor' && standing === 'waiting';

/** Asks whoever is to be asked now for the place of a mentor who does not come, inside the caller's transaction. */
export function askNext(services: Services, tx: Tx, event: StoredEvent, leaverId: AttendeeId): readonly AttendeeId[] {
  const leaver = findAttendee(tx, event.id, leaverId);
  if (!leaver || leaver.standing === 'active' || !isToCome(services, event)) return [];
  // an ask without an address would be waited for in vain: the organiser asks them by hand
  const people = listAttendees(tx, event.id).filter((row) => isReserve(row) && row.email !== '');
  const next = whomToAskNow({
    leaver: { id: leaverId, field: leaver.card },
    reserve: people.map(asReserve),
    asks: listAsks(tx, event.id),
    now: wholeNow(services.clock),
    startsAt: event.settings.startsAt,
  });
  const byId = new Map(people.map((row) => [row.id, row]));
  return next.flatMap(({ id }) => {
    const row = byId.get(id);
    if (row) ask(services, tx, event, row, leaverId);
    return row ? [id] : [];
  });
}

/** Writes an ask down. @param send whether a mail goes out; without, the organiser passes the text on */
export function ask(
  services: Services,
  tx: Tx,
  event: StoredEvent,
  mentor: AttendeeRow,
  insteadOf: AttendeeId | null,
  send = true,
): StoredAsk {
  const id = services.secrets.newId();
  const asked = { id, eventId: event.id, attendeeId: mentor.id, insteadOf, answer: null, answeredAt: null };
  const stored = { ...asked, askedAt: wholeNow(services.clock) };
  insertAsk(tx, stored);
  if (send) {
    const text = writeTo(tx, event, mentor, (texts, facts) => texts.mentorAsk(facts, insteadOf !== null));
    mailTo(services, tx, mentor, askMailKey(id), 'mentorAsk', text);
  }
  return stored;
}

function mailTo(
  services: Services,
  tx: Tx,
  { id, eventId, email }: AttendeeRow,
  key: string,
  kind: 'mentorAsk' | 'promoted',
  text: MailText,
): void {
  queueMail(tx, services, { key, kind, eventId, attendeeId: id, to: email, ...text, calendar: '' });
}

/** A mentor says yes: they come, sit where the other would have sat, and the others who were asked hear of it. */
export function accept(services: Services, tx: Tx, event: StoredEvent, asked: StoredAsk): void {
  const mentor = findAttendee(tx, event.id, asked.attendeeId);
  if (!mentor) return;
  saveAnswer(tx, asked.id, 'yes', wholeNow(services.clock));
  saveStanding(tx, event.id, mentor.id, 'active', null);
  markHandEdited(tx, mentor, ['standing']);
  const text = writeTo(tx, event, mentor, (texts, facts) => texts.mentorAccepted(facts));
  mailTo(services, tx, mentor, `accepted:${asked.id}`, 'promoted', text);
  if (asked.insteadOf === null) return;
  // who comes after all keeps the chair
  if (findAttendee(tx, event.id, asked.insteadOf)?.standing !== 'active') passChair(tx, asked.insteadOf, mentor.id);
  closePlace(services, tx, event, asked.insteadOf);
}

/** Nobody is wanted for this place any more: whoever was asked and has not answered is thanked. */
export function closePlace(services: Services, tx: Tx, event: StoredEvent, leaver: AttendeeId): void {
  const open = listAsks(tx, event.id).filter(({ insteadOf, answer }) => insteadOf === leaver && answer === null);
  for (const { id, attendeeId } of open) {
    saveAnswer(tx, id, 'too-late', wholeNow(services.clock));
    const mentor = findAttendee(tx, event.id, attendeeId);
    // who was not even asked yet need not hear that it is over
    if (!mentor || withdrawMail(tx, askMailKey(id))) continue;
    const text = writeTo(tx, event, mentor, (texts, facts) => texts.mentorTooLate(facts));
    mailTo(services, tx, mentor, `too-late:${id}`, 'mentorAsk', text);
  }
}

/** After the caller wrote down that a mentor does not come: their place is asked for, and what they were asked is a no. */
export function mentorDropped(services: Services, tx: Tx, eventId: EventId, id: AttendeeId): readonly AttendeeId[] {
  const event = findEvent(tx, eventId);
  const row = findAttendee(tx, eventId, id);
  if (!event || row?.standing !== 'cancelled') return [];
  const open = listAsks(tx, eventId).filter(({ attendeeId, answer }) => attendeeId === id && answer === null);
  for (const asked of open) saveAnswer(tx, asked.id, 'no', wholeNow(services.clock));
  const others = open.flatMap(({ insteadOf }) => (insteadOf ? askNext(services, tx, event, insteadOf) : []));
  // who was in reserve leaves no place behind
  return row.waitingSince === null ? [...others, ...askNext(services, tx, event, id)] : others;
}

/** A mentor comes after all, or comes in by hand: nobody is asked for their place, and what they were asked is a yes. */
export function mentorComes(services: Services, tx: Tx, event: StoredEvent, id: AttendeeId): void {
  closePlace(services, tx, event, id);
  const open = listAsks(tx, event.id).find(({ attendeeId, answer }) => attendeeId === id && answer === null);
  if (open) accept(services, tx, event, open);
}

/** Goes on to the next mentor wherever the last one has not answered in time. */
export function lookAtAsks(services: Services): void {
  for (const { eventId, leaver } of placesAskedFor(services.db)) {
    const asked = transact<readonly AttendeeId[], never>(services.db, (tx) => {
      const event = findEvent(tx, eventId);
      return ok(event ? askNext(services, tx, event, leaver) : []);
    });
    if (asked.ok && asked.value.length > 0) services.evenings.changed(eventId);
  }
}

/** Looks every minute; returns the way to end it. */
export function watchAsks(services: Services): () => void {
  let cancel = (): void => {};
  const next = (): void => {
    const at = (services.clock.now() + LOOK_EVERY) as ReturnType<Services['clock']['now']>;
    cancel = services.clock.alarm(at, () => {
      lookAtAsks(services);
      next();
    });
  };
  next();
  return () => cancel();
}
