import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { LinksRenewed } from '@lapwing/shared/protocol/api';
import { CLOSE } from '@lapwing/shared/protocol/messages';
import { tellAudit } from '../db/audit-pen.ts';
import { type AttendeeRow, findAttendee, listAttendees, setLinkGeneration } from '../db/repositories/attendees.ts';
import { revokeLinks } from '../db/repositories/links.ts';
import { forgetRegistrationKeys } from '../db/repositories/sessions.ts';
import { type Tx, transact } from '../db/transact.ts';
import { grantAttendeeLink } from './link-service.ts';
import { type Services, wholeNow } from './services.ts';

/**
 * Gives one person of an event, or everybody, a new personal link: the old one opens nothing any more, and pages that are
 * open with it go dark at once. not-found for somebody of another event.
 */
export function renewLinks(
  services: Services,
  eventId: EventId,
  only: AttendeeId | null,
): Result<LinksRenewed, Refusal> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  const done = transact<readonly AttendeeId[], Refusal>(services.db, (tx) => {
    const one = only === null ? undefined : findAttendee(tx, eventId, only);
    if (only !== null && !one) return refused(refusal('not-found'));
    const people = one ? [one] : listAttendees(tx, eventId);
    for (const person of people) renew(services, tx, eventId, person);
    const ids = people.map(({ id }) => id);
    // a form that shows its sender their link must not show the new one to whoever has the form
    forgetRegistrationKeys(tx, ...ids);
    tellAudit({ count: ids.length });
    return ok(ids);
  });
  if (!done.ok) return done;
  const renewed = new Set(done.value);
  services.hub.closeWhere(
    ({ attendeeId }) => attendeeId !== null && renewed.has(attendeeId),
    CLOSE.notAllowed,
    'renewed',
  );
  return ok({ people: renewed.size });
}

/** Takes back the link that this person had, and writes down the next. @returns its hash */
export function renew(
  { secrets, clock }: Services,
  tx: Tx,
  eventId: EventId,
  { id, linkGeneration }: AttendeeRow,
): string {
  const now = wholeNow(clock);
  revokeLinks(tx, id, now);
  setLinkGeneration(tx, id, linkGeneration + 1);
  return grantAttendeeLink(tx, secrets, eventId, id, now, linkGeneration + 1);
}
