import type { EventId } from '@lapwing/shared/kernel/ids';
import { and, desc, eq, notInArray, or } from 'drizzle-orm';
import { nightCommands, plans } from '../schema.ts';
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

const drafts = (tx: Tx, eventId: EventId, published: number) =>
  tx
    .select()
    .from(plans)
    .where(and(eq(plans.eventId, eventId), or(eq(plans.forStart, false), eq(plans.version, published))))
    .orderBy(desc(plans.version));

/** The latest plan that somebody asked for, or the published one if that is later. */
export const latestDraft = (tx: Tx, eventId: EventId, published: number): StoredPlan | undefined =>
  drafts(tx, eventId, published).limit(1).get();

/** Those that somebody asked for and the published one, newest first. */
export const listDrafts = (tx: Tx, eventId: EventId, published: number): StoredPlan[] =>
  drafts(tx, eventId, published).all();

/** Each look at *Start* while people come in, and each repair somebody thinks of, leaves a draft; so many are kept. */
const DRAFTS_KEPT = 20;

/** Adds a plan under the next free version and answers with it. Old drafts that nobody ever followed go. */
export function insertPlan(tx: Tx, plan: Omit<StoredPlan, 'version'>): StoredPlan {
  const version = (latestPlan(tx, plan.eventId)?.version ?? 0) + 1;
  const stored = { ...plan, version };
  tx.insert(plans).values(stored).run();
  const { eventId, forStart } = plan;
  // those that somebody asked for are not pushed out by those that nobody did
  const alike = and(eq(plans.eventId, eventId), eq(plans.forStart, forStart));
  const newest = tx.select({ version: plans.version }).from(plans).where(alike).orderBy(desc(plans.version));
  const forgettable = and(alike, notInArray(plans.version, newest.limit(DRAFTS_KEPT)));
  tx.delete(plans)
    .where(and(forgettable, notInArray(plans.version, followedVersions(tx, plan.eventId))))
    .run();
  return stored;
}

/** Plans that were published or started with: undo may lead back to any of them. */
function followedVersions(tx: Tx, eventId: EventId): number[] {
  const commands = tx
    .select({ command: nightCommands.command })
    .from(nightCommands)
    .where(eq(nightCommands.eventId, eventId))
    .all();
  return commands.flatMap(({ command }) => ('planVersion' in command ? [command.planVersion] : []));
}
