import { askOrder, canBeAsked, nearness, paceOf, placeState } from '@lapwing/shared/event/mentor-asks';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { between } from '@lapwing/shared/kernel/time';
import type { AsksView, AskView, CouldAsk, MentorPlace } from '@lapwing/shared/protocol/places-api';
import { type AttendeeRow, findAttendee, listAttendees, removeAttendees } from '../db/repositories/attendees.ts';
import { findEvent } from '../db/repositories/events.ts';
import { findMailByKey, releaseMail, withdrawMail } from '../db/repositories/mails.ts';
import { findAsk, listAsks, type StoredAsk, saveAnswer } from '../db/repositories/mentor-asks.ts';
import { listTables } from '../db/repositories/tables.ts';
import { type Tx, transact } from '../db/transact.ts';
import { ask, askLink, askMailKey, asReserve, isReserve } from './ask-service.ts';
import { writeTo } from './mail-facts.ts';
import { type Services, wholeNow } from './services.ts';
import { isToCome } from './to-come.ts';

/** The places of mentors who do not come, who was asked for them, and who could be. */
export function asksOf(services: Services, eventId: EventId): Result<AsksView, Refusal> {
  const { db, clock } = services;
  const event = findEvent(db, eventId);
  if (!event) return refused(refusal('not-found'));
  const people = listAttendees(db, eventId);
  const asks = listAsks(db, eventId);
  const tables = listTables(db, eventId);
  const hosts = new Map(tables.flatMap(({ number, mentors }) => mentors.map((id) => [id, number])));
  const view = viewerOf(services, people, eventId);
  const reserve = people.filter(isReserve);
  const place = (leaver: AttendeeRow): MentorPlace => {
    const own = asks.filter(({ insteadOf }) => insteadOf === leaver.id);
    const state = placeState(own);
    const next = askOrder(leaver.card, canBeAsked(reserve.map(asReserve), asks, leaver.id));
    return {
      leaver: { id: leaver.id, name: leaver.name, industry: leaver.card.industry },
      table: hosts.get(leaver.id) ?? null,
      state,
      asks: own.map(view),
      next: state === 'filled' ? [] : next.flatMap(({ id }) => couldAsk(reserve, id, leaver)),
    };
  };
  const asked = new Set(asks.map(({ insteadOf }) => insteadOf));
  const leavers = people.filter(
    ({ id, role, standing }) => role === 'mentor' && standing === 'cancelled' && (hosts.has(id) || asked.has(id)),
  );
  return ok({
    places: leavers.map(place),
    more: asks.filter(({ insteadOf }) => insteadOf === null).map(view),
    pace: paceOf(between(wholeNow(clock), event.settings.startsAt)),
  });
}

function couldAsk(reserve: readonly AttendeeRow[], id: AttendeeId, leaver: AttendeeRow): CouldAsk[] {
  const row = reserve.find((mentor) => mentor.id === id);
  if (!row) return [];
  const { name, email, card } = row;
  return [{ id, name, email, industry: card.industry, nearness: nearness(leaver.card, card) }];
}

function viewerOf(services: Services, people: readonly AttendeeRow[], eventId: EventId): (asked: StoredAsk) => AskView {
  const byId = new Map(people.map((row) => [row.id, row]));
  const event = findEvent(services.db, eventId);
  return (asked) => {
    const { id, attendeeId, askedAt, answer, answeredAt } = asked;
    const row = byId.get(attendeeId);
    const open = answer === null && event !== undefined && row !== undefined;
    const text = open
      ? writeTo(services.db, event, row, (texts, facts) => texts.mentorAsk(facts, asked.insteadOf !== null))
      : null;
    return {
      ...{ id, attendeeId, askedAt, answer, answeredAt },
      name: row?.name ?? '',
      mail: findMailByKey(services.db, askMailKey(id))?.state ?? null,
      text: text === null ? '' : text.body.replace('{link}', askLink(services, id)),
    };
  };
}

/**
 * Asks a mentor in reserve by hand. @param send whether a mail goes out; without, the organiser passes the text on.
 * already-so: they think about a place, or were asked for this one; not-now: the evening has begun.
 */
export function askByHand(
  services: Services,
  eventId: EventId,
  who: AttendeeId,
  insteadOf: AttendeeId | null,
  send: boolean,
): Result<AsksView, Refusal> {
  const asked = transact<undefined, Refusal>(services.db, (tx) => {
    const event = findEvent(tx, eventId);
    const mentor = findAttendee(tx, eventId, who);
    const leaver = insteadOf === null ? undefined : findAttendee(tx, eventId, insteadOf);
    if (!event) return refused(refusal('not-found'));
    if (!isToCome(services, event)) return refused(refusal('not-now'));
    if (!mentor || !isReserve(mentor)) return refused(refusal('unknown-mentor'));
    if (insteadOf !== null && leaver?.standing !== 'cancelled') return refused(refusal('not-now'));
    const open = listAsks(tx, eventId).filter(
      ({ attendeeId, answer, insteadOf: place }) =>
        attendeeId === who && (answer === null || (place === insteadOf && insteadOf !== null)),
    );
    if (open.length > 0) return refused(refusal('already-so'));
    ask(services, tx, event, mentor, insteadOf, send);
    return ok(undefined);
  });
  if (!asked.ok) return asked;
  services.evenings.changed(eventId);
  return asksOf(services, eventId);
}

/** Stops waiting for an answer, or waits for it again; nobody is told. already-so: it was answered meanwhile. */
export function keepAsking(
  services: Services,
  eventId: EventId,
  askId: string,
  open: boolean,
): Result<AsksView, Refusal> {
  const done = transact<undefined, Refusal>(services.db, (tx) => {
    const asked = findAsk(tx, askId);
    if (asked?.eventId !== eventId) return refused(refusal('not-found'));
    const answer = open ? null : 'too-late';
    if (asked.answer === answer) return ok(undefined);
    const filled = listAsks(tx, eventId).some(
      ({ insteadOf, answer: said }) => insteadOf !== null && insteadOf === asked.insteadOf && said === 'yes',
    );
    if (asked.answer === 'yes' || asked.answer === 'no' || (open && filled)) return refused(refusal('already-so'));
    saveAnswer(tx, askId, answer, open ? null : wholeNow(services.clock));
    if (open) releaseMail(tx, askMailKey(askId), services.outbox.from === null ? null : wholeNow(services.clock));
    else if (withdrawMail(tx, askMailKey(askId)) || !findMailByKey(tx, askMailKey(askId))) dropUnasked(tx, asked);
    return ok(undefined);
  });
  if (!done.ok) return done;
  services.evenings.changed(eventId);
  return asksOf(services, eventId);
}

/** Who was only written down to be asked, and was not asked in the end, is on no roster. */
function dropUnasked(tx: Tx, { eventId, attendeeId, insteadOf }: StoredAsk): void {
  const row = insteadOf === null ? findAttendee(tx, eventId, attendeeId) : undefined;
  if (row && row.standing === 'waiting' && row.memberId !== null && row.registration.consents.run === undefined)
    removeAttendees(tx, eventId, [attendeeId]);
}
