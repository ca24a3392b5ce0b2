import type { CancelledNotice } from '@lapwing/shared/event/cancelled';
import type { StoredEvent } from '../db/repositories/events.ts';
import { findInvitation } from '../db/repositories/invitations.ts';
import type { Tx } from '../db/transact.ts';

/** What everybody of an evening that does not take place is told; null where it does. */
export function noticeOf(tx: Tx, { id, cancelled }: Pick<StoredEvent, 'id' | 'cancelled'>): CancelledNotice | null {
  if (cancelled === null) return null;
  const { contactName, contactEmail } = findInvitation(tx, id);
  return { reason: cancelled.reason, contactName, contactEmail };
}
