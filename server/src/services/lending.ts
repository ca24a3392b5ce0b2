import { placesOf } from '@lapwing/shared/event/places';
import type { Instant } from '@lapwing/shared/kernel/time';
import { keptUntil, saidYes } from '@lapwing/shared/registration/lent-places';
import { type AttendeeRow, asAttendee } from '../db/repositories/attendees.ts';
import type { StoredEvent } from '../db/repositories/events.ts';
import { findInvitation } from '../db/repositories/invitations.ts';
import type { Tx } from '../db/transact.ts';
import { type Services, wholeNow } from './services.ts';

/** Whether places of this event are lent until a yes (P15): there is a limit, and a mail that asks. */
export const lends = ({ outbox }: Services, tx: Tx, { id, rehearsal }: StoredEvent): boolean =>
  outbox.from !== null && !rehearsal && placesOf(findInvitation(tx, id)) !== null;

/** Until when a place is kept that somebody gets now; null: it is theirs (P15). */
export const lentFromNow = (
  services: Services,
  tx: Tx,
  event: StoredEvent,
  person: Pick<AttendeeRow, 'role' | 'unproven' | 'unconfirmed'>,
): Instant | null =>
  person.role === 'student' && !saidYes(person) && lends(services, tx, event)
    ? keptUntil(wholeNow(services.clock), event.settings.startsAt)
    : null;

/** What somebody is told of their place who has not said yes: until when it is kept, or that a yes brings them forward in line. */
export function lentTo(
  services: Services,
  tx: Tx,
  event: StoredEvent,
  row: AttendeeRow,
): { readonly keptUntil: Instant | null; readonly asked: boolean } {
  const isAsked = row.role === 'student' && !saidYes(row) && lends(services, tx, event);
  return { keptUntil: isAsked ? asAttendee(row).keptUntil : null, asked: isAsked && row.standing === 'waiting' };
}
