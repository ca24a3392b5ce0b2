import { presented } from '@lapwing/shared/event/badge';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { instant } from '@lapwing/shared/kernel/time';
import type { DeskNumber, DeskTurn, WaitingPhone } from '@lapwing/shared/protocol/api';
import { tellAudit } from '../db/audit-pen.ts';
import { findEventByCode } from '../db/repositories/events.ts';
import { attendeeLink } from './link-service.ts';
import type { Services } from './services.ts';
import type { Waiting } from './waiting-phones.ts';

const whole = (at: number): ReturnType<typeof instant> => instant(Math.floor(at));

/**
 * A phone without a link asks to be let in: it gets a number to show at the desk, whoever it says it is. Whether we know
 * them is for the desk's eyes only.
 */
export function askAtDesk(
  services: Services,
  code: string,
  who: string,
  connection: string,
): Result<DeskNumber, Refusal> {
  const event = findEventByCode(services.db, code);
  if (!event) return refused(refusal('not-found'));
  const waiting = services.waiting.add(event.id, who.trim(), connection);
  if (!waiting) return refused(refusal('too-many-requests'));
  services.evenings.listenersChanged(event.id);
  return ok({ number: waiting.number, secret: waiting.secret, validUntil: whole(waiting.validUntil) });
}

/** Whether it is this phone's turn; link-invalid once its number is no good any more. */
export function turnOf(services: Services, code: string, number: string, secret: string): Result<DeskTurn, Refusal> {
  const event = findEventByCode(services.db, code);
  const waiting = event && services.waiting.own(event.id, number, secret);
  if (!event || !waiting) return refused(refusal('link-invalid'));
  if (waiting.person === null) return ok({ to: null });
  const link = attendeeLink(services, event.id, waiting.person);
  if (!link.ok) return refused(refusal('link-invalid'));
  const { pathname, hash } = new URL(link.value);
  return ok({ to: `${pathname}${hash}` });
}

/** Phones that nobody has let in yet, the longest waiting first. */
export function listWaiting(services: Services, eventId: EventId): Result<WaitingPhone[], Refusal> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  const waiting = services.waiting.list(eventId).filter(({ person }) => person === null);
  return ok(
    waiting.map((one) => ({
      number: one.number,
      since: whole(one.since),
      validUntil: whole(one.validUntil),
      people: whoIs(services, eventId, one),
    })),
  );
}

function whoIs({ evenings }: Services, eventId: EventId, { who }: Waiting): AttendeeId[] {
  const people = [...(evenings.get(eventId)?.people.values() ?? [])];
  const address = who.toLowerCase();
  const badge = presented(who);
  const isThem = (person: (typeof people)[number]): boolean =>
    address.includes('@')
      ? person.email.toLowerCase() === address
      : badge?.kind === 'badge' && person.badgeCode === badge.code;
  return people.filter(isThem).map(({ id }) => id);
}

/**
 * The desk says whose phone it is. Once more changes nothing; another person takes the first one's place. The audit names
 * whose page it was. too-many-requests when helpers let more phones in than come to a desk, or to one person.
 * @param helper the session of whoever helps for tonight; null for organisers
 */
export function letPhoneIn(
  services: Services,
  eventId: EventId,
  number: string,
  person: AttendeeId,
  helper: string | null,
): Result<undefined, Refusal> {
  const { evenings, waiting, helpersPhones } = services;
  const phone = waiting.find(eventId, number);
  if (!evenings.get(eventId)?.people.has(person) || !phone) return refused(refusal('not-found'));
  if (helper !== null && phone.person !== person) {
    if (helpersPhones.tooMany(helper, person)) return refused(refusal('too-many-requests'));
    helpersPhones.note(helper, person);
  }
  waiting.letIn(eventId, number, person);
  tellAudit({ person });
  services.evenings.listenersChanged(eventId);
  return ok(undefined);
}
