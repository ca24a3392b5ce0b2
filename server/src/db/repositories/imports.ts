import type { EventId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { and, eq, sql } from 'drizzle-orm';
import { imports } from '../schema.ts';
import type { Tx } from '../transact.ts';

export type StoredImport = typeof imports.$inferSelect;
/** A row as it was before an import, and how that left them standing. */
export type BeforeImport = StoredImport['changed'][number];

/** @param row.changed the JSON of `BeforeImport[]`: of thousands of people it is made bit by bit */
export const insertImport = (tx: Tx, row: Omit<StoredImport, 'changed'> & { readonly changed: string }): void => {
  tx.insert(imports)
    .values({ ...row, changed: sql`${row.changed}` })
    .run();
};

export const findImport = (tx: Tx, eventId: EventId, id: string): StoredImport | undefined =>
  tx
    .select()
    .from(imports)
    .where(and(eq(imports.eventId, eventId), eq(imports.id, id)))
    .get();

/** Null: not yet; undefined: there is no such import. */
export const whenUndone = (tx: Tx, eventId: EventId, id: string): Instant | null | undefined =>
  tx
    .select({ at: imports.undoneAt })
    .from(imports)
    .where(and(eq(imports.eventId, eventId), eq(imports.id, id)))
    .get()?.at;

/** Marks the import as taken back; what it remembered of people is no longer needed and goes. */
export const markImportUndone = (tx: Tx, id: string, undoneAt: Instant): void => {
  tx.update(imports).set({ undoneAt, changed: [] }).where(eq(imports.id, id)).run();
};
