import type { StaffRole } from '@lapwing/shared/event/staff';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { Statement } from 'better-sqlite3';
import { and, desc, eq, getTableColumns, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Db } from '../connection.ts';
import { links, sessions } from '../schema.ts';
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
  WHERE s.hash = ? AND s.ended_by IS NULL AND (s.link_hash IS NULL OR (l.hash IS NOT NULL AND l.revoked_at IS NULL))`;
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

/** Devices that were put out and are told why when they ask again; whoever opens a link over and over leaves no more rows. */
const MOST_ENDED = 8;

/** The devices on which a personal link is open, the newest first. */
export const devicesOf = (tx: Tx, linkHash: string): readonly Device[] => devices(tx, linkHash, false);

/** A browser in which a personal link is open. `mailbox` is null where it came by a link that was shown, not mailed. */
export type Device = Pick<SessionRow, 'hash' | 'mailbox' | 'createdAt'>;

const devices = (tx: Tx, linkHash: string, ended: boolean): readonly Device[] =>
  tx
    .select({ hash: sessions.hash, mailbox: sessions.mailbox, createdAt: sessions.createdAt })
    .from(sessions)
    .where(
      and(
        ...[eq(sessions.linkHash, linkHash), eq(sessions.kind, 'attendee')],
        ended ? isNotNull(sessions.endedBy) : isNull(sessions.endedBy),
      ),
    )
    .orderBy(desc(sessions.createdAt), desc(sql`rowid`))
    .all();

/** Ends sessions of a link. That they were stays known for a while. */
export function endDevices(tx: Tx, linkHash: string, ended: readonly string[], by: SessionRow['endedBy']): void {
  for (const hash of ended) tx.update(sessions).set({ endedBy: by }).where(eq(sessions.hash, hash)).run();
  for (const { hash } of devices(tx, linkHash, true).slice(MOST_ENDED)) removeSession(tx, hash);
}

/** This device has shown that it opened a link out of this mailbox. */
export const saveMailbox = (tx: Tx, hash: string, mailbox: string): void => {
  tx.update(sessions).set({ mailbox }).where(eq(sessions.hash, hash)).run();
};

/** The session goes on with another link than it came with. */
export const moveSession = (tx: Tx, hash: string, linkHash: string): void => {
  tx.update(sessions).set({ linkHash }).where(eq(sessions.hash, hash)).run();
};

/** A session of this person that opens nothing any more, and the link it came with. */
export const findEnded = (tx: Tx, hash: string, attendeeId: AttendeeId) =>
  tx
    .select({ endedBy: sessions.endedBy, eventId: sessions.eventId, link: links })
    .from(sessions)
    .innerJoin(links, eq(links.hash, sessions.linkHash))
    .where(and(eq(sessions.hash, hash), eq(sessions.attendeeId, attendeeId)))
    .get();

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

/** Of one event's forms only so many are remembered: the oldest are forgotten, which is as if they had never been sent. */
export const keepNewestKeys = (tx: Tx, eventId: EventId, most: number): void => {
  const older = tx
    .select({ hash: sessions.hash })
    .from(sessions)
    .where(and(eq(sessions.kind, 'registration'), eq(sessions.eventId, eventId)))
    .orderBy(desc(sessions.createdAt))
    .limit(most)
    .offset(most);
  tx.delete(sessions).where(inArray(sessions.hash, older)).run();
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
