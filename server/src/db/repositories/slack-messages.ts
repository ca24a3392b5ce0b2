import type { EventId, IntroductionId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { SlackState } from '@lapwing/shared/slack/slack-message';
import { and, asc, count, desc, eq, inArray, isNull, lte, min, or, sql } from 'drizzle-orm';
import { events, slackMessages } from '../schema.ts';
import type { Tx } from '../transact.ts';

export type StoredSlackMessage = typeof slackMessages.$inferSelect;

/** Answers false, and writes nothing, where a message with this key is there already. */
export const insertSlackMessage = (tx: Tx, row: typeof slackMessages.$inferInsert): boolean =>
  tx.insert(slackMessages).values(row).onConflictDoNothing({ target: slackMessages.key }).run().changes > 0;

export const findSlackMessage = (tx: Tx, id: string): StoredSlackMessage | undefined =>
  tx.select().from(slackMessages).where(eq(slackMessages.id, id)).get();

/** The newest message of an introduction. */
export const slackMessageOf = (tx: Tx, id: IntroductionId): StoredSlackMessage | undefined =>
  tx.select().from(slackMessages).where(eq(slackMessages.introductionId, id)).orderBy(sql`rowid desc`).limit(1).get();

const OPEN: SlackState[] = ['queued', 'sending'];
/** What belongs to an event that was deleted stays where it is. */
const ofLivingEvent = or(isNull(slackMessages.eventId), isNull(events.deletedAt));

/** The message whose turn it is: to be asked after (`sending`), which goes first, or to be posted (`queued`). */
export const nextDueSlackMessage = (tx: Tx, now: Instant): StoredSlackMessage | undefined =>
  tx
    .select({ message: slackMessages })
    .from(slackMessages)
    .leftJoin(events, eq(events.id, slackMessages.eventId))
    .where(and(inArray(slackMessages.state, OPEN), lte(slackMessages.nextAttemptAt, now), ofLivingEvent))
    .orderBy(desc(slackMessages.state), asc(slackMessages.nextAttemptAt), sql`${slackMessages}.rowid`)
    .limit(1)
    .get()?.message;

/** When the next one is due; null when none waits. */
export const nextSlackMessageAt = (tx: Tx): Instant | null =>
  tx
    .select({ at: min(slackMessages.nextAttemptAt) })
    .from(slackMessages)
    .leftJoin(events, eq(events.id, slackMessages.eventId))
    .where(and(inArray(slackMessages.state, OPEN), ofLivingEvent))
    .get()?.at ?? null;

/** Writes down that a message is handed over now, into which conversation. Answers false where it is not queued any more. */
export const markPosting = (tx: Tx, id: string, channel: string): boolean =>
  tx
    .update(slackMessages)
    .set({ state: 'sending', channel, attempts: sql`${slackMessages.attempts} + 1`, nextAttemptAt: null })
    .where(and(eq(slackMessages.id, id), eq(slackMessages.state, 'queued')))
    .run().changes > 0;

export type SlackChange = Partial<
  Pick<StoredSlackMessage, 'state' | 'nextAttemptAt' | 'lastError' | 'sentAt' | 'attempts'>
>;

/** Changes a message that still is in this state. Answers false where it is not. */
export const settleSlackMessage = (tx: Tx, id: string, from: SlackState, change: SlackChange): boolean =>
  tx
    .update(slackMessages)
    .set(change)
    .where(and(eq(slackMessages.id, id), eq(slackMessages.state, from)))
    .run().changes > 0;

/** After a start: Slack is asked then about each message that was being handed over when the server went away. */
export const askAfterSending = (tx: Tx, at: Instant): void =>
  void tx.update(slackMessages).set({ nextAttemptAt: at }).where(eq(slackMessages.state, 'sending')).run();

export const slackMessagesIn = (tx: Tx, state: SlackState): StoredSlackMessage[] =>
  tx.select().from(slackMessages).where(eq(slackMessages.state, state)).orderBy(sql`rowid`).all();

/** Messages of no event of which nobody knows whether they are in Slack, the newest first. */
export const listDoubtfulOfCommunity = (tx: Tx, most: number): StoredSlackMessage[] =>
  tx
    .select()
    .from(slackMessages)
    .where(and(isNull(slackMessages.eventId), eq(slackMessages.state, 'unsure')))
    .orderBy(sql`rowid desc`)
    .limit(most)
    .all();

/** How many messages of an event, or of all, are in which state. */
export const countSlackMessages = (tx: Tx, eventId: EventId | null): { state: SlackState; count: number }[] =>
  tx
    .select({ state: slackMessages.state, count: count() })
    .from(slackMessages)
    .where(eventId === null ? undefined : eq(slackMessages.eventId, eventId))
    .groupBy(slackMessages.state)
    .all();

/** Messages of an event in these states, the newest first. */
export const listSlackMessages = (
  tx: Tx,
  eventId: EventId,
  states: readonly SlackState[],
  most: number,
): StoredSlackMessage[] =>
  tx
    .select()
    .from(slackMessages)
    .where(and(eq(slackMessages.eventId, eventId), inArray(slackMessages.state, [...states])))
    .orderBy(sql`rowid desc`)
    .limit(most)
    .all();
