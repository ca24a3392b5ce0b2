import type { StaffRole } from '@lapwing/shared/event/staff';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { Statement } from 'better-sqlite3';
import { and, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { Db } from '../connection.ts';
import { sessions } from '../schema.ts';
import type { Tx } from '../transact.ts';

export type SessionRow = typeof sessions.$inferSelect;
/** A session and, of somebody with an account, who they are now: a changed role or name counts at once. */
export type StoredSession = SessionRow & {
  readonly staffRole: StaffRole | null;
  /** When the link was made that it came with. */
  readonly linkMadeAt: Instant | null;
};

/** A statement takes at most 32,766 values. */
const PEOPLE_AT_ONCE = 10_000;

/** `staffId` and `device` are those of people with an account. */
export const insertSession = (tx: Tx, session: typeof sessions.$inferInsert): void => {
  tx.insert(sessions).values(session).run();
};

const COLUMNS = Object.entries(getTableColumns(sessions))
  .map(([key, { name }]) => `s."${name}" AS "${key}"`)
  .join(', ');
/** A session outlives neither its link nor its link’s revocation; an organiser’s came with none. */
const STANDING = `SELECT ${COLUMNS}, NULL AS "staffRole", l.created_at AS "linkMadeAt"
  FROM sessions s LEFT JOIN links l ON l.hash = s.link_hash
  WHERE s.hash = ? AND (s.link_hash IS NULL OR (l.hash IS NOT NULL AND l.revoked_at IS NULL))`;
const WHO = 'SELECT name AS "firstName", role AS "staffRole" FROM staff WHERE id = ?';

interface Statements {
  readonly session: Statement<[string], StoredSession>;
  readonly person: Statement<[string], Pick<StoredSession, 'firstName' | 'staffRole'>>;
}
const statements = new WeakMap<Db, Statements>();

function statementsOf(db: Db): Statements {
  const made: Statements = { session: db.$client.prepare(STANDING), person: db.$client.prepare(WHO) };
  statements.set(db, made);
  return made;
}

/**
 * The session with this hash, unless the link it came with was revoked. Compiled once for each database and asked in one
 * go: a whole hall that comes back after a restart asks it at the same time, and has no accounts to look for.
 */
export function findSession(db: Db, hash: string): StoredSession | undefined {
  const asked = statements.get(db) ?? statementsOf(db);
  const found = asked.session.get(hash);
  return found?.staffId ? { ...found, ...asked.person.get(found.staffId) } : found;
}

export const touchSession = (tx: Tx, hash: string, lastSeenAt: Instant): void => {
  tx.update(sessions).set({ lastSeenAt }).where(eq(sessions.hash, hash)).run();
};

export const removeSession = (tx: Tx, hash: string): void => {
  tx.delete(sessions).where(eq(sessions.hash, hash)).run();
};

/** Ends all but the newest `kept` sessions that a link became. @returns their hashes */
export function endOldestDevices(tx: Tx, linkHash: string, kept: number): readonly string[] {
  const devices = tx
    .select({ hash: sessions.hash })
    .from(sessions)
    .where(and(eq(sessions.linkHash, linkHash), eq(sessions.kind, 'attendee')))
    .orderBy(desc(sessions.createdAt), desc(sql`rowid`))
    .all();
  const ended = devices.slice(kept).map(({ hash }) => hash);
  for (const hash of ended) removeSession(tx, hash);
  return ended;
}

/** Writes down what a form was sent with; one of these takes the place of an older one. */
export const saveRegistrationKey = (
  tx: Tx,
  key: Pick<SessionRow, 'hash' | 'eventId' | 'attendeeId' | 'createdAt'>,
): void => {
  const nobody = { displayId: null, linkHash: null, firstName: '' };
  tx.insert(sessions)
    .values({ ...key, ...nobody, kind: 'registration', lastSeenAt: key.createdAt })
    .onConflictDoUpdate({ target: sessions.hash, set: { attendeeId: key.attendeeId, createdAt: key.createdAt } })
    .run();
};

/** The forms that these people registered with write nothing any more. That they were sent stays known. */
export const forgetRegistrationKeys = (tx: Tx, ...people: readonly AttendeeId[]): void => {
  for (let from = 0; from < people.length; from += PEOPLE_AT_ONCE)
    tx.update(sessions)
      .set({ attendeeId: null })
      .where(
        and(inArray(sessions.attendeeId, people.slice(from, from + PEOPLE_AT_ONCE)), eq(sessions.kind, 'registration')),
      )
      .run();
};

/** Whether anybody has opened the personal link of this person. */
export const wasOpened = (tx: Tx, attendeeId: AttendeeId): boolean =>
  tx
    .select({ hash: sessions.hash })
    .from(sessions)
    .where(and(eq(sessions.attendeeId, attendeeId), eq(sessions.kind, 'attendee')))
    .limit(1)
    .get() !== undefined;
