import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { Statement } from 'better-sqlite3';
import { and, eq, getTableColumns } from 'drizzle-orm';
import type { Db } from '../connection.ts';
import { sessions } from '../schema.ts';
import type { Tx } from '../transact.ts';

export type StoredSession = typeof sessions.$inferSelect;

export const insertSession = (tx: Tx, session: StoredSession): void => {
  tx.insert(sessions).values(session).run();
};

const COLUMNS = Object.entries(getTableColumns(sessions))
  .map(([key, { name }]) => `s."${name}" AS "${key}"`)
  .join(', ');
/** A session outlives neither its link nor its link’s revocation; an organiser’s came with none. */
const STANDING = `SELECT ${COLUMNS} FROM sessions s LEFT JOIN links l ON l.hash = s.link_hash
  WHERE s.hash = ? AND (s.link_hash IS NULL OR (l.hash IS NOT NULL AND l.revoked_at IS NULL))`;

const statements = new WeakMap<Db, Statement<[string], StoredSession>>();

/**
 * The session with this hash, unless the link it came with was revoked. Compiled once for each database and asked in one
 * go: a whole hall that comes back after a restart asks it at the same time.
 */
export function findSession(db: Db, hash: string): StoredSession | undefined {
  const statement = statements.get(db) ?? db.$client.prepare<[string], StoredSession>(STANDING);
  statements.set(db, statement);
  return statement.get(hash);
}

export const touchSession = (tx: Tx, hash: string, lastSeenAt: Instant): void => {
  tx.update(sessions).set({ lastSeenAt }).where(eq(sessions.hash, hash)).run();
};

export const setFirstName = (tx: Tx, hash: string, firstName: string): void => {
  tx.update(sessions).set({ firstName }).where(eq(sessions.hash, hash)).run();
};

export const removeSession = (tx: Tx, hash: string): void => {
  tx.delete(sessions).where(eq(sessions.hash, hash)).run();
};

/** The form that somebody registered with says nothing any more. */
export const forgetRegistrationKeys = (tx: Tx, attendeeId: AttendeeId): void => {
  tx.delete(sessions)
    .where(and(eq(sessions.attendeeId, attendeeId), eq(sessions.kind, 'registration')))
    .run();
};
