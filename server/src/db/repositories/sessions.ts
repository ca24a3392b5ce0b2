import type { Instant } from '@lapwing/shared/kernel/time';
import { eq, sql } from 'drizzle-orm';
import { sessions } from '../schema.ts';
import type { Tx } from '../transact.ts';
import { preparedFor } from './prepared.ts';

export type StoredSession = typeof sessions.$inferSelect;

export const insertSession = (tx: Tx, session: StoredSession): void => {
  tx.insert(sessions).values(session).run();
};

const byHash = preparedFor((tx) =>
  tx
    .select()
    .from(sessions)
    .where(eq(sessions.hash, sql.placeholder('hash')))
    .prepare(),
);

export const findSession = (tx: Tx, hash: string): StoredSession | undefined => byHash(tx).get({ hash });

export const touchSession = (tx: Tx, hash: string, lastSeenAt: Instant): void => {
  tx.update(sessions).set({ lastSeenAt }).where(eq(sessions.hash, hash)).run();
};

export const setFirstName = (tx: Tx, hash: string, firstName: string): void => {
  tx.update(sessions).set({ firstName }).where(eq(sessions.hash, hash)).run();
};

export const removeSession = (tx: Tx, hash: string): void => {
  tx.delete(sessions).where(eq(sessions.hash, hash)).run();
};
