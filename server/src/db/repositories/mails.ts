import { eq } from 'drizzle-orm';
import { mails } from '../schema.ts';
import type { Tx } from '../transact.ts';

export type StoredMail = typeof mails.$inferSelect;

/** Answers false, and writes nothing, where a mail with this key is there already. */
export const insertMail = (tx: Tx, row: typeof mails.$inferInsert): boolean =>
  tx.insert(mails).values(row).onConflictDoNothing({ target: mails.key }).run().changes > 0;

export const findMailByKey = (tx: Tx, key: string): StoredMail | undefined =>
  tx.select().from(mails).where(eq(mails.key, key)).get();
