import type { AskAnswer, MentorAsk } from '@lapwing/shared/event/mentor-asks';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { events, mentorAsks } from '../schema.ts';
import type { Tx } from '../transact.ts';

export type StoredAsk = typeof mentorAsks.$inferSelect & MentorAsk;

export const insertAsk = (tx: Tx, ask: StoredAsk): void => {
  tx.insert(mentorAsks).values(ask).run();
};

export const findAsk = (tx: Tx, id: string): StoredAsk | undefined =>
  tx.select().from(mentorAsks).where(eq(mentorAsks.id, id)).get();

/** In the order in which they were sent. */
export const listAsks = (tx: Tx, eventId: EventId): StoredAsk[] =>
  tx
    .select()
    .from(mentorAsks)
    .where(eq(mentorAsks.eventId, eventId))
    .orderBy(asc(mentorAsks.askedAt), sql`rowid`)
    .all();

export const saveAnswer = (tx: Tx, id: string, answer: AskAnswer | null, answeredAt: Instant | null): void => {
  tx.update(mentorAsks).set({ answer, answeredAt }).where(eq(mentorAsks.id, id)).run();
};

/** Places of mentors, in events that are not deleted, for which somebody is thinking it over. */
export function placesAskedFor(tx: Tx): { readonly eventId: EventId; readonly leaver: AttendeeId }[] {
  const open = tx
    .select({ eventId: mentorAsks.eventId, leaver: mentorAsks.insteadOf })
    .from(mentorAsks)
    .innerJoin(events, eq(events.id, mentorAsks.eventId))
    .where(and(isNull(mentorAsks.answer), isNotNull(mentorAsks.insteadOf), isNull(events.deletedAt)))
    .groupBy(mentorAsks.eventId, mentorAsks.insteadOf)
    .all();
  return open.flatMap(({ eventId, leaver }) => (leaver === null ? [] : [{ eventId, leaver }]));
}
