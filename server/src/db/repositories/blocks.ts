import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { and, asc, eq } from 'drizzle-orm';
import { blocks } from '../schema.ts';
import type { Tx } from '../transact.ts';

export type StoredBlock = typeof blocks.$inferSelect;

/** Of all events, in the order in which they were made. */
export const listBlocks = (tx: Tx): StoredBlock[] =>
  tx.select().from(blocks).orderBy(asc(blocks.createdAt), asc(blocks.one), asc(blocks.other)).all();

/** A block counts both ways, so it is kept under one order of the two. Made twice it is one. */
export function saveBlock(tx: Tx, eventId: EventId, pair: readonly [AttendeeId, AttendeeId], createdAt: Instant): void {
  const [one = pair[0], other = pair[1]] = [...pair].sort();
  tx.insert(blocks).values({ eventId, one, other, createdAt }).onConflictDoNothing().run();
}

export const removeBlock = (tx: Tx, { one, other }: Pick<StoredBlock, 'one' | 'other'>): void => {
  tx.delete(blocks)
    .where(and(eq(blocks.one, one), eq(blocks.other, other)))
    .run();
};
