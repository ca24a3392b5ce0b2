import type { PairRule } from '@lapwing/shared/event/registration';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { and, asc, eq } from 'drizzle-orm';
import { pairRules } from '../schema.ts';
import type { Tx } from '../transact.ts';

/** A rule counts both ways, so it is kept under one order of the two. */
const inOrder = (one: AttendeeId, other: AttendeeId) => (one < other ? { one, other } : { one: other, other: one });

/** In the order in which they were made. */
export const listPairRules = (tx: Tx, eventId: EventId): PairRule[] =>
  tx
    .select({ one: pairRules.one, other: pairRules.other, kind: pairRules.kind })
    .from(pairRules)
    .where(eq(pairRules.eventId, eventId))
    .orderBy(asc(pairRules.createdAt), asc(pairRules.one), asc(pairRules.other))
    .all();

/** Puts the rule of these two in place of the one they had. */
export function savePairRule(tx: Tx, eventId: EventId, { one, other, kind }: PairRule, createdAt: Instant): void {
  tx.insert(pairRules)
    .values({ ...inOrder(one, other), eventId, kind, createdAt })
    .onConflictDoUpdate({ target: [pairRules.one, pairRules.other], set: { kind } })
    .run();
}

export function removePairRule(tx: Tx, eventId: EventId, one: AttendeeId, other: AttendeeId): void {
  const pair = inOrder(one, other);
  tx.delete(pairRules)
    .where(and(eq(pairRules.eventId, eventId), eq(pairRules.one, pair.one), eq(pairRules.other, pair.other)))
    .run();
}
