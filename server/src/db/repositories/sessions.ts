import type { Instant } from '@lapwing/shared/kernel/time';
import { eq } from 'drizzle-orm';
import { sessions } from '../schema.ts';
import type { Tx } from '../transact.ts';

export type StoredSession = typeof sessions.$inferSelect;

export const insertSession = (tx: Tx, session: StoredSession): void => {
  tx.insert(sessions).values(session).run();
};

export const findSession = (tx: Tx, hash: string): StoredSession | undefined =>
  tx.select().from(sessions).where(eq(sessions.hash, hash)).get();

export const touchSession = (tx: Tx, hash: string, lastSeenAt: Instant): void => {
  tx.update(sessions).set({ lastSeenAt }).where(eq(sessions.hash, hash)).run();
};

export const setFirstName = (tx: Tx, hash: string, firstName: string): void => {
  tx.update(sessions).set({ firstName }).where(eq(sessions.hash, hash)).run();
};

export const removeSession = (tx: Tx, hash: string): void => {
  tx.delete(sessions).where(eq(sessions.hash, hash)).run();
};
