import type { MailState } from '@lapwing/shared/event/mail';
import type { AttendeeId, EventId, MemberId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { and, asc, count, desc, eq, gte, inArray, isNull, like, lt, lte, min, ne, notLike, or, sql } from 'drizzle-orm';
import { events, mails } from '../schema.ts';
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

/** A mail that has not gone out is not there any more: another says what it would have said. */
export const dropUnsent = (tx: Tx, attendeeId: AttendeeId, keyBegin: string): void =>
  void tx
    .delete(mails)
    .where(
      and(eq(mails.attendeeId, attendeeId), like(mails.key, `${keyBegin}%`), inArray(mails.state, ['draft', 'queued'])),
    )
    .run();

/** Lets a mail that was taken back go out after all. @param at when; null: it waits as a draft, since there is no mail server */
export const releaseMail = (tx: Tx, key: string, at: Instant | null): void => {
  tx.update(mails)
    .set({ state: at === null ? 'draft' : 'queued', nextAttemptAt: at })
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

/** When mails whose key begins like this were written to these people since then, the newest first. */
export const mailedSince = (tx: Tx, people: readonly AttendeeId[], keyBegin: string, since: Instant): Instant[] =>
  tx
    .select({ at: mails.createdAt })
    .from(mails)
    .where(and(inArray(mails.attendeeId, [...people]), gte(mails.createdAt, since), like(mails.key, `${keyBegin}%`)))
    .orderBy(desc(mails.createdAt))
    .all()
    .map(({ at }) => at);

/** How many mails whose key begins like this were written to an address since then, whoever brought them about. */
export const mailedToAddress = (tx: Tx, to: string, keyBegin: string, since: Instant): number =>
  tx
    .select({ id: mails.id })
    .from(mails)
    // between two keys: the index of keys finds them, as a pattern does not
    .where(and(gte(mails.key, keyBegin), lt(mails.key, `${keyBegin}~`), eq(mails.to, to), gte(mails.createdAt, since)))
    .all().length;

/** When mails whose key begins like this were written to a member since then, the newest first. */
export const mailedToMember = (tx: Tx, memberId: MemberId, keyBegin: string, since: Instant): Instant[] =>
  tx
    .select({ at: mails.createdAt })
    .from(mails)
    .where(and(eq(mails.memberId, memberId), gte(mails.createdAt, since), like(mails.key, `${keyBegin}%`)))
    .orderBy(desc(mails.createdAt))
    .all()
    .map(({ at }) => at);

/** Mails to a member at one address. */
export const listMailsOfMember = (tx: Tx, memberId: MemberId, to: string): StoredMail[] =>
  tx
    .select()
    .from(mails)
    .where(and(eq(mails.memberId, memberId), eq(mails.to, to)))
    .all();

/** Goes out although the evening is cancelled: what says so, and links that somebody asked for. */
const SAID_ANYWAY: StoredMail['kind'][] = ['calledOff', 'takesPlace', 'cancelled'];

/** Mail of an event that was deleted stays where it is, and of one that is cancelled (E10) until that is taken back. */
const ofLivingEvent = or(
  isNull(mails.eventId),
  and(
    isNull(events.deletedAt),
    or(
      isNull(events.cancelledAt),
      inArray(mails.kind, SAID_ANYWAY),
      and(eq(mails.kind, 'links'), notLike(mails.key, 'links:%')),
    ),
  ),
);

/** The queued mail whose turn it is. */
export const nextDueMail = (tx: Tx, now: Instant): StoredMail | undefined =>
  tx
    .select({ mail: mails })
    .from(mails)
    .leftJoin(events, eq(events.id, mails.eventId))
    .where(and(eq(mails.state, 'queued'), lte(mails.nextAttemptAt, now), ofLivingEvent))
    .orderBy(asc(mails.nextAttemptAt), sql`${mails}.rowid`)
    .limit(1)
    .get()?.mail;

/** When the next queued mail is due; null when none waits. */
export const nextMailAt = (tx: Tx): Instant | null =>
  tx
    .select({ at: min(mails.nextAttemptAt) })
    .from(mails)
    .leftJoin(events, eq(events.id, mails.eventId))
    .where(and(eq(mails.state, 'queued'), ofLivingEvent))
    .get()?.at ?? null;

/** Writes down that a mail is handed over now. Answers false where it is not queued any more. */
export const markSending = (tx: Tx, id: string): boolean =>
  tx
    .update(mails)
    .set({ state: 'sending', attempts: sql`${mails.attempts} + 1`, nextAttemptAt: null })
    .where(and(eq(mails.id, id), eq(mails.state, 'queued')))
    .run().changes > 0;

export type Outcome = Pick<StoredMail, 'state' | 'nextAttemptAt' | 'lastError' | 'sentAt'>;

/** Writes down what became of a mail that was being handed over. */
export const settleMail = (tx: Tx, id: string, outcome: Outcome): void =>
  void tx
    .update(mails)
    .set(outcome)
    .where(and(eq(mails.id, id), eq(mails.state, 'sending')))
    .run();

/** Every mail in one state becomes another. @returns how many */
export const turnAll = (tx: Tx, from: MailState, to: MailState): number =>
  tx.update(mails).set({ state: to, nextAttemptAt: null }).where(eq(mails.state, from)).run().changes;

/** How many calendar entries were written for a person: the sequence of the next one. */
export const countCalendars = (tx: Tx, attendeeId: AttendeeId): number =>
  tx
    .select({ entries: count() })
    .from(mails)
    .where(and(eq(mails.attendeeId, attendeeId), ne(mails.calendar, '')))
    .get()?.entries ?? 0;

/** The newest calendar entry of everybody of an event, without those that were taken back before they went. */
export const newestCalendars = (tx: Tx, eventId: EventId): Map<AttendeeId, string> =>
  new Map(
    tx
      .select({ attendeeId: mails.attendeeId, calendar: mails.calendar })
      .from(mails)
      .where(and(eq(mails.eventId, eventId), ne(mails.calendar, ''), ne(mails.state, 'stopped')))
      .orderBy(asc(mails.createdAt), sql`rowid`)
      .all()
      .flatMap(({ attendeeId, calendar }) => (attendeeId === null ? [] : [[attendeeId, calendar] as const])),
  );

/** Mails of the community of which nobody can say that they arrived, the newest first. */
export const listMissedOfCommunity = (tx: Tx, most: number): StoredMail[] =>
  tx
    .select()
    .from(mails)
    .where(and(eq(mails.kind, 'community'), isNull(mails.eventId), inArray(mails.state, ['refused', 'unsure'])))
    .orderBy(desc(mails.createdAt), sql`${mails}.rowid desc`)
    .limit(most)
    .all();

export const findMailOfCommunity = (tx: Tx, id: string): StoredMail | undefined =>
  tx
    .select()
    .from(mails)
    .where(and(eq(mails.id, id), eq(mails.kind, 'community'), isNull(mails.eventId)))
    .get();
