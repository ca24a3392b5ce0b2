import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { mails } from '../schema.ts';
import type { Tx } from '../transact.ts';

export type StoredMail = typeof mails.$inferSelect;

/** Answers false, and writes nothing, where a mail with this key is there already. */
export const insertMail = (tx: Tx, row: typeof mails.$inferInsert): boolean =>
  tx.insert(mails).values(row).onConflictDoNothing({ target: mails.key }).run().changes > 0;

export const findMailByKey = (tx: Tx, key: string): StoredMail | undefined =>
  tx.select().from(mails).where(eq(mails.key, key)).get();

/** Takes back a mail that has not gone out; answers false where it has, or where there is none. */
export const withdrawMail = (tx: Tx, key: string): boolean =>
  tx
    .update(mails)
    .set({ state: 'stopped' })
    .where(and(eq(mails.key, key), inArray(mails.state, ['draft', 'queued'])))
    .run().changes > 0;

/** Lets a mail that was taken back go out after all. */
export const releaseMail = (tx: Tx, key: string, at: Instant): void => {
  tx.update(mails)
    .set({ state: 'queued', nextAttemptAt: at })
    .where(and(eq(mails.key, key), eq(mails.state, 'stopped')))
    .run();
};

/** The newest mail of this kind to a person. */
export const newestMailTo = (tx: Tx, attendeeId: AttendeeId, kind: StoredMail['kind']): StoredMail | undefined =>
  tx
    .select()
    .from(mails)
    .where(and(eq(mails.attendeeId, attendeeId), eq(mails.kind, kind)))
    .orderBy(desc(mails.createdAt))
    .limit(1)
    .get();
