import type { SeatLock, SeatLockChange } from '@lapwing/shared/event/seat-lock';
import type { EventId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { and, asc, eq } from 'drizzle-orm';
import { seatLocks } from '../schema.ts';
import type { Tx } from '../transact.ts';

/** In the order in which they were locked. */
export const listSeatLocks = (tx: Tx, eventId: EventId): SeatLock[] =>
  tx
    .select({ round: seatLocks.round, person: seatLocks.attendeeId, table: seatLocks.tableId })
    .from(seatLocks)
    .where(eq(seatLocks.eventId, eventId))
    .orderBy(asc(seatLocks.createdAt), asc(seatLocks.round), asc(seatLocks.attendeeId))
    .all();

/** Unlocks seats, and locks others: at another table than before where they were locked. */
export function changeSeatLocks(tx: Tx, eventId: EventId, { lock, unlock }: SeatLockChange, createdAt: Instant): void {
  for (const { round, person } of unlock)
    tx.delete(seatLocks)
      .where(and(eq(seatLocks.attendeeId, person), eq(seatLocks.round, round)))
      .run();
  for (const { round, person, table } of lock)
    tx.insert(seatLocks)
      .values({ eventId, attendeeId: person, round, tableId: table, createdAt })
      .onConflictDoUpdate({ target: [seatLocks.attendeeId, seatLocks.round], set: { tableId: table } })
      .run();
}
