import { lastBell } from '@lapwing/shared/introductions/last-bell';
import type { EventId } from '@lapwing/shared/kernel/ids';
import type { Moment } from '@lapwing/shared/live/state';
import type { Db } from '../db/connection.ts';
import { findSending, saveSending } from '../db/repositories/introductions.ts';
import { commit } from '../db/transact.ts';

/** Writes the last bell down when it rings, and takes it back where an undo did: what follows it makes it no later. */
export function keepBell(db: Db, eventId: EventId, moment: Moment): void {
  const { bellAt } = findSending(db, eventId);
  const bell = lastBell(moment, bellAt);
  if (bell !== bellAt) commit(db, (tx) => saveSending(tx, eventId, { bellAt: bell }));
}
