import type { EventId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { and, eq } from 'drizzle-orm';
import { imports } from '../schema.ts';
import type { Tx } from '../transact.ts';

export type StoredImport = typeof imports.$inferSelect;
/** A row as it was before an import, and how that left them standing. */
export type BeforeImport = StoredImport['changed'][number];

export const insertImport = (tx: Tx, row: StoredImport): void => {
  tx.insert(imports).values(row).run();
};

export const findImport = (tx: Tx, eventId: EventId, id: string): StoredImport | undefined =>
  tx
    .select()
    .from(imports)
    .where(and(eq(imports.eventId, eventId), eq(imports.id, id)))
    .get();

/** Marks the import as taken back; what it remembered of people is no longer needed and goes. */
export const markImportUndone = (tx: Tx, id: string, undoneAt: Instant): void => {
  tx.update(imports).set({ undoneAt, changed: [] }).where(eq(imports.id, id)).run();
};
