import type { Ask } from '@lapwing/shared/community/profile';
import type { IntroRequestId, MemberId } from '@lapwing/shared/kernel/ids';
import { and, asc, eq } from 'drizzle-orm';
import { introRequests } from '../schema.ts';
import type { Tx } from '../transact.ts';

export type RequestRow = typeof introRequests.$inferSelect;

/** Answers false, and writes nothing, where the member has sent this key before. */
export const insertRequest = (tx: Tx, row: typeof introRequests.$inferInsert): boolean =>
  tx
    .insert(introRequests)
    .values(row)
    .onConflictDoNothing({ target: [introRequests.memberId, introRequests.key] })
    .run().changes > 0;

export const findRequest = (tx: Tx, id: IntroRequestId): RequestRow | undefined =>
  tx.select().from(introRequests).where(eq(introRequests.id, id)).get();

export const findRequestByKey = (tx: Tx, memberId: MemberId, key: string): RequestRow | undefined =>
  tx
    .select()
    .from(introRequests)
    .where(and(eq(introRequests.memberId, memberId), eq(introRequests.key, key)))
    .get();

/** Of one member, the oldest first. */
export const listRequestsOf = (tx: Tx, memberId: MemberId): RequestRow[] =>
  tx
    .select()
    .from(introRequests)
    .where(eq(introRequests.memberId, memberId))
    .orderBy(asc(introRequests.askedAt), asc(introRequests.id))
    .all();

export const listOpenRequests = (tx: Tx): RequestRow[] =>
  tx
    .select()
    .from(introRequests)
    .where(eq(introRequests.state, 'open'))
    .orderBy(asc(introRequests.askedAt), asc(introRequests.id))
    .all();

export const changeRequest = (tx: Tx, id: IntroRequestId, changes: Partial<Omit<RequestRow, 'id'>>): void => {
  tx.update(introRequests).set(changes).where(eq(introRequests.id, id)).run();
};

export const removeRequestsOf = (tx: Tx, memberId: MemberId): void => {
  tx.delete(introRequests).where(eq(introRequests.memberId, memberId)).run();
};

/** As its member asked. */
export const askOf = ({ industries, roles, stepsAhead, languages, line }: RequestRow): Ask => ({
  ...{ industries, roles, stepsAhead, languages, line },
});
