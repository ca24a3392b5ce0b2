import { presented } from '@lapwing/shared/event/badge';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { after, instant, minutes } from '@lapwing/shared/kernel/time';
import type { DeskNumber, DeskTurn, WaitingPhone } from '@lapwing/shared/protocol/api';
import { tellAudit } from '../db/audit-pen.ts';
import { findAttendee } from '../db/repositories/attendees.ts';
import { findEventByCode } from '../db/repositories/events.ts';
import { findWord } from '../db/repositories/presence-words.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { attendeeLink } from './link-service.ts';
import { type Services, wholeNow } from './services.ts';
import type { Grant, Waiting } from './waiting-phones.ts';

const whole = (at: number): ReturnType<typeof instant> => instant(Math.floor(at));

/** An answer that got lost is asked for again within that; later the number opens nothing. */
const HEARD_FOR = minutes(1);

/**
 * A phone without a link asks to be let in: it gets a number to show at the desk, whoever it says it is. Whether we know
 * them is for the desk's eyes only.
 */
export function askAtDesk(
  services: Services,
  code: string,
  typed: string,
  from: { readonly connection: string; readonly address: string },
): Result<DeskNumber, Refusal> {
  const event = findEventByCode(services.db, code);
  if (!event) return refused(refusal('not-found'));
  const who = typed.trim();
  const waiting = services.waiting.add(event.id, { who, people: whoIs(services, event.id, who), ...from });
  services.evenings.listenersChanged(event.id);
  return ok({ number: waiting.number, secret: waiting.secret, validUntil: whole(waiting.validUntil) });
}

/**
 * Whether it is this phone's turn; link-invalid once its number is no good any more. It is good for the link that counted
 * when the desk said whose phone it is, and no longer than the desk stands by it.
 */
export function turnOf(services: Services, code: string, number: string, secret: string): Result<DeskTurn, Refusal> {
  const event = findEventByCode(services.db, code);
  const waiting = event && services.waiting.own(event.id, number, secret);
  if (!event || !waiting) return refused(refusal('link-invalid'));
  const { grant } = waiting;
  if (grant === null) return ok({ to: null });
  const link = attendeeLink(services, event.id, grant.person);
  if (!link.ok || isOver(services, event.id, waiting, grant)) {
    services.waiting.forget(event.id, number);
    return refused(refusal('link-invalid'));
  }
  waiting.heardAt ??= services.clock.now();
  const { pathname, hash } = new URL(link.value);
  return ok({ to: `${pathname}${hash}` });
}

/** Renewed, heard already, taken back by *not here*, or let in by a helper who is sent away. */
function isOver({ db, clock }: Services, eventId: EventId, { heardAt }: Waiting, grant: Grant): boolean {
  const word = findWord(db, grant.person);
  return (
    findAttendee(db, eventId, grant.person)?.linkGeneration !== grant.generation ||
    (heardAt !== null && clock.now() >= after(heardAt, HEARD_FOR)) ||
    (word !== null && !word.here && word.at >= grant.at) ||
    (grant.helper !== null && findSession(db, grant.helper) === undefined)
  );
}

/**
 * Phones that nobody has let in yet: those that named somebody first, of each the longest waiting first. Whose address was
 * typed is for organisers. Helpers choose by the name they are told, so that typing addresses tells them nobody's, and so
 * does everybody for a badge's code, which stands on a badge that anybody may have seen.
 */
export function listWaiting(services: Services, eventId: EventId, forHelper: boolean): Result<WaitingPhone[], Refusal> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  const waiting = services.waiting.list(eventId).filter(({ grant }) => grant === null);
  const known = (one: Waiting): boolean => one.people.length > 0;
  return ok(
    [...waiting.filter(known), ...waiting.filter((one) => !known(one))].map((one) => ({
      number: one.number,
      since: whole(one.since),
      validUntil: whole(one.validUntil),
      people: forHelper || !isAddress(one.who) ? [] : one.people,
    })),
  );
}

const isAddress = (who: string): boolean => who.includes('@');

function whoIs({ evenings }: Services, eventId: EventId, who: string): AttendeeId[] {
  const people = [...(evenings.get(eventId)?.people.values() ?? [])];
  const address = who.toLowerCase();
  const badge = presented(who);
  const isThem = (person: (typeof people)[number]): boolean =>
    isAddress(address)
      ? person.email.toLowerCase() === address
      : badge?.kind === 'badge' && person.badgeCode === badge.code;
  return people.filter(isThem).map(({ id }) => id);
}

/**
 * The desk says whose phone it is, once: again changes nothing, and for somebody else the phone asks anew (already-so).
 * The audit names whose page it was. too-many-requests when helpers let more phones in than come to a desk, or to one
 * person, or too many that did not name the person they are for.
 * @param helper the session of whoever helps for tonight; null for organisers
 */
export function letPhoneIn(
  services: Services,
  eventId: EventId,
  number: string,
  person: AttendeeId,
  helper: string | null,
): Result<undefined, Refusal> {
  const { waiting, helpersPhones } = services;
  const phone = waiting.find(eventId, number);
  const row = findAttendee(services.db, eventId, person);
  if (!row || !phone) return refused(refusal('not-found'));
  if (phone.grant !== null && phone.grant.person !== person) return refused(refusal('already-so'));
  if (phone.grant === null) {
    if (helper !== null) {
      const named = isAddress(phone.who) && phone.people.includes(person);
      if (helpersPhones.tooMany(helper, eventId, person, named)) return refused(refusal('too-many-requests'));
      helpersPhones.note(helper, eventId, person, named);
    }
    waiting.letIn(eventId, number, { person, generation: row.linkGeneration, at: wholeNow(services.clock), helper });
  }
  tellAudit({ person });
  services.evenings.listenersChanged(eventId);
  return ok(undefined);
}
