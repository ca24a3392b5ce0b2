import type { SeatLock } from '@lapwing/shared/event/seat-lock';
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

/** Locks somebody's seat of a round, at another table than before where they had one locked. */
export function saveSeatLock(tx: Tx, eventId: EventId, { round, person, table }: SeatLock, createdAt: Instant): void {
  tx.insert(seatLocks)
    .values({ eventId, attendeeId: person, round, tableId: table, createdAt })
    .onConflictDoUpdate({ target: [seatLocks.attendeeId, seatLocks.round], set: { tableId: table } })
    .run();
}

export function removeSeatLock(tx: Tx, { round, person }: Pick<SeatLock, 'round' | 'person'>): void {
  tx.delete(seatLocks)
    .where(and(eq(seatLocks.attendeeId, person), eq(seatLocks.round, round)))
    .run();
}
