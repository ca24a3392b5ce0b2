import type { EventId } from '@lapwing/shared/kernel/ids';
import { and, desc, eq } from 'drizzle-orm';
import { plans } from '../schema.ts';
import type { Tx } from '../transact.ts';

export type StoredPlan = typeof plans.$inferSelect;

export const findPlan = (tx: Tx, eventId: EventId, version: number): StoredPlan | undefined =>
  tx
    .select()
    .from(plans)
    .where(and(eq(plans.eventId, eventId), eq(plans.version, version)))
    .get();

export const latestPlan = (tx: Tx, eventId: EventId): StoredPlan | undefined =>
  tx.select().from(plans).where(eq(plans.eventId, eventId)).orderBy(desc(plans.version)).limit(1).get();

/** Adds a plan under the next free version and answers with it. */
export function insertPlan(tx: Tx, plan: Omit<StoredPlan, 'version'>): StoredPlan {
  const version = (latestPlan(tx, plan.eventId)?.version ?? 0) + 1;
  const stored = { ...plan, version };
  tx.insert(plans).values(stored).run();
  return stored;
}
