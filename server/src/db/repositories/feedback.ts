import type { FeedbackAnswers } from '@lapwing/shared/event/feedback';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { asc, eq } from 'drizzle-orm';
import { anonymousFeedback, feedback } from '../schema.ts';
import type { Tx } from '../transact.ts';

export const findFeedback = (tx: Tx, of: AttendeeId): FeedbackAnswers | undefined =>
  tx.select({ answers: feedback.answers }).from(feedback).where(eq(feedback.attendeeId, of)).get()?.answers;

/** All answers of an event without a word of whose they are, in the order in which they were said. */
export function listFeedback(tx: Tx, eventId: EventId): FeedbackAnswers[] {
  const { answers, at, attendeeId } = feedback;
  const nobodys = anonymousFeedback;
  const rows = [
    ...tx.select({ answers: nobodys.answers }).from(nobodys).where(eq(nobodys.eventId, eventId)).all(),
    ...tx
      .select({ answers })
      .from(feedback)
      .where(eq(feedback.eventId, eventId))
      .orderBy(asc(at), asc(attendeeId))
      .all(),
  ];
  return rows.map((row) => row.answers);
}

export function saveFeedback(tx: Tx, said: typeof feedback.$inferInsert): void {
  const { answers, at } = said;
  tx.insert(feedback).values(said).onConflictDoUpdate({ target: feedback.attendeeId, set: { answers, at } }).run();
}

/** From now on the answers of an event are nobody's (K15). Inside the caller's transaction. @returns whether there were any */
export function makeFeedbackAnonymous(tx: Tx, eventId: EventId): boolean {
  const { answers } = feedback;
  const said = tx
    .select({ eventId: feedback.eventId, answers })
    .from(feedback)
    .where(eq(feedback.eventId, eventId))
    // not in the order in which they came
    .orderBy(asc(answers))
    .all();
  if (said.length === 0) return false;
  for (const row of said) tx.insert(anonymousFeedback).values(row).run();
  tx.delete(feedback).where(eq(feedback.eventId, eventId)).run();
  return true;
}
