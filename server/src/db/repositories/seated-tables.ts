import type { EventId, TableId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { and, eq, ne } from 'drizzle-orm';
import { seatedTables } from '../schema.ts';
import type { Tx } from '../transact.ts';

/** Tables of a round at which somebody said that all are here. */
export const listSeated = (tx: Tx, eventId: EventId, round: number): Set<TableId> =>
  new Set(
    tx
      .select({ tableId: seatedTables.tableId })
      .from(seatedTables)
      .where(and(eq(seatedTables.eventId, eventId), eq(seatedTables.round, round)))
      .all()
      .map(({ tableId }) => tableId),
  );

/** The first to say so counts; answers whether this was the first. */
export const insertSeated = (tx: Tx, eventId: EventId, round: number, tableId: TableId, at: Instant): boolean =>
  tx.insert(seatedTables).values({ eventId, round, tableId, at }).onConflictDoNothing().run().changes > 0;

/** Forgets what was said of every round but this one; null: of all of them. */
export const forgetSeated = (tx: Tx, eventId: EventId, except: number | null): void => {
  const others = except === null ? undefined : ne(seatedTables.round, except);
  tx.delete(seatedTables)
    .where(and(eq(seatedTables.eventId, eventId), others))
    .run();
};
