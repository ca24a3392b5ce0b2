import { CLOSED_INVITATION, type Invitation } from '@lapwing/shared/event/invitation';
import type { EventId } from '@lapwing/shared/kernel/ids';
import { eq } from 'drizzle-orm';
import { invitations } from '../schema.ts';
import type { Tx } from '../transact.ts';

/** The public side of an event: closed where nobody has said anything about it. */
export function findInvitation(tx: Tx, eventId: EventId): Invitation {
  const row = tx.select().from(invitations).where(eq(invitations.eventId, eventId)).get();
  if (!row) return CLOSED_INVITATION;
  const { eventId: _, ...invitation } = row;
  return invitation;
}

export function saveInvitation(tx: Tx, eventId: EventId, invitation: Invitation): void {
  tx.insert(invitations)
    .values({ eventId, ...invitation })
    .onConflictDoUpdate({ target: invitations.eventId, set: invitation })
    .run();
}

/** Whether the organiser has said anything about the public side of an event, open or closed. */
export const hasInvitation = (tx: Tx, eventId: EventId): boolean =>
  tx.select({ id: invitations.eventId }).from(invitations).where(eq(invitations.eventId, eventId)).get() !== undefined;
