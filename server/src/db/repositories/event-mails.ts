import type { MailKind, MailState } from '@lapwing/shared/event/mail';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { and, asc, count, desc, eq, inArray, like, or, sql } from 'drizzle-orm';
import { mails } from '../schema.ts';
import type { Tx } from '../transact.ts';
import type { StoredMail } from './mails.ts';

/** How many mails of an event are in which state, by kind. */
export const countMails = (tx: Tx, eventId: EventId): { kind: MailKind; state: MailState; count: number }[] =>
  tx
    .select({ kind: mails.kind, state: mails.state, count: count() })
    .from(mails)
    .where(eq(mails.eventId, eventId))
    .groupBy(mails.kind, mails.state)
    .all();

/** Mails of an event, the newest first. @param find part of an address or a subject; '' for all */
export function listMails(tx: Tx, eventId: EventId, state: MailState | null, find: string, most: number): StoredMail[] {
  const part = `%${find.replaceAll(/[\\%_]/gu, '\\$&')}%`;
  const found = or(sql`${mails.to} LIKE ${part} ESCAPE '\\'`, sql`${mails.subject} LIKE ${part} ESCAPE '\\'`);
  return tx
    .select()
    .from(mails)
    .where(and(eq(mails.eventId, eventId), state ? eq(mails.state, state) : undefined, find === '' ? undefined : found))
    .orderBy(desc(mails.createdAt), sql`${mails}.rowid desc`)
    .limit(most)
    .all();
}

export const findMail = (tx: Tx, eventId: EventId, id: string): StoredMail | undefined =>
  tx
    .select()
    .from(mails)
    .where(and(eq(mails.eventId, eventId), eq(mails.id, id)))
    .get();

export const saveMail = (tx: Tx, id: string, changes: Partial<Omit<StoredMail, 'id' | 'key'>>): void =>
  void tx.update(mails).set(changes).where(eq(mails.id, id)).run();

/** The mails of one kind, or of all, go from one state to another. @returns how many */
export const turnMails = (
  tx: Tx,
  eventId: EventId,
  kind: MailKind | null,
  from: readonly MailState[],
  to: Pick<StoredMail, 'state' | 'nextAttemptAt'>,
): number =>
  tx
    .update(mails)
    .set(to)
    .where(
      and(
        eq(mails.eventId, eventId),
        inArray(mails.state, [...from]),
        kind === null ? undefined : eq(mails.kind, kind),
      ),
    )
    .run().changes;

/** Whether an event has a mail of this kind whose key ends like this. */
export const hasMailLike = (tx: Tx, eventId: EventId, kind: MailKind, keyEnd: string): boolean =>
  tx
    .select({ id: mails.id })
    .from(mails)
    .where(and(eq(mails.eventId, eventId), eq(mails.kind, kind), like(mails.key, `%${keyEnd}`)))
    .limit(1)
    .get() !== undefined;

/** What each was told last of whether the evening takes place; who was told nothing is not in it. */
export const lastToldOf = (tx: Tx, eventId: EventId): ReadonlyMap<AttendeeId, MailKind> =>
  new Map(
    tx
      .select({ id: mails.attendeeId, kind: mails.kind })
      .from(mails)
      .where(
        and(
          eq(mails.eventId, eventId),
          inArray(mails.kind, ['calledOff', 'takesPlace']),
          inArray(mails.state, ['sending', 'sent', 'unsure']),
        ),
      )
      .orderBy(asc(mails.createdAt), sql`rowid`)
      .all()
      .flatMap(({ id, kind }) => (id === null ? [] : [[id, kind] as const])),
  );

/** Mails of one kind that have not gone out are not there any more. */
export const dropUnsentOf = (tx: Tx, eventId: EventId, kind: MailKind): void =>
  void tx
    .delete(mails)
    .where(and(eq(mails.eventId, eventId), eq(mails.kind, kind), inArray(mails.state, ['draft', 'queued'])))
    .run();

/** All mails of one kind, by their keys. */
export const mailsByKey = (
  tx: Tx,
  eventId: EventId,
  kind: MailKind,
): ReadonlyMap<string, Pick<StoredMail, 'id' | 'state' | 'to' | 'lastError' | 'sentAt'>> =>
  new Map(
    tx
      .select({
        ...{ key: mails.key, id: mails.id, state: mails.state, to: mails.to },
        ...{ lastError: mails.lastError, sentAt: mails.sentAt },
      })
      .from(mails)
      .where(and(eq(mails.eventId, eventId), eq(mails.kind, kind)))
      .all()
      .map(({ key, ...mail }) => [key, mail]),
  );
