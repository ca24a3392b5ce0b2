import type { IntroRequestId, MemberId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { and, asc, desc, eq, gt, inArray, lt, lte, min, sql } from 'drizzle-orm';
import { communityRuns, LIVE_STATES, type ProposalState, proposals } from '../schema.ts';
import type { Tx } from '../transact.ts';

export type ProposalRow = typeof proposals.$inferSelect;
export type RunRow = typeof communityRuns.$inferSelect;

export const insertProposal = (tx: Tx, row: typeof proposals.$inferInsert): void => {
  tx.insert(proposals).values(row).run();
};

export const findProposal = (tx: Tx, id: string): ProposalRow | undefined =>
  tx.select().from(proposals).where(eq(proposals.id, id)).get();

/** The one that a request is with now. */
export const liveProposalOf = (tx: Tx, requestId: IntroRequestId): ProposalRow | undefined =>
  tx
    .select()
    .from(proposals)
    .where(and(eq(proposals.requestId, requestId), inArray(proposals.state, [...LIVE_STATES])))
    .get();

export const listProposals = (tx: Tx, states: readonly ProposalState[]): ProposalRow[] =>
  tx
    .select()
    .from(proposals)
    .where(inArray(proposals.state, [...states]))
    .orderBy(asc(proposals.madeAt), sql`rowid`)
    .all();

/** Everything that was ever decided or asked. */
export const listDecided = (tx: Tx): ProposalRow[] =>
  tx.select().from(proposals).where(sql`${proposals.state} <> 'proposed'`).all();

/** Changes one while it is in this state. @returns whether it was: who comes second changes nothing */
export const moveProposal = (
  tx: Tx,
  id: string,
  from: ProposalState,
  changes: Partial<Omit<ProposalRow, 'id'>>,
): boolean =>
  tx
    .update(proposals)
    .set(changes)
    .where(and(eq(proposals.id, id), eq(proposals.state, from)))
    .run().changes > 0;

/** Those whose time to be taken back is over. */
export const listGoing = (tx: Tx, now: Instant): ProposalRow[] =>
  tx
    .select()
    .from(proposals)
    .where(and(eq(proposals.state, 'approved'), lte(proposals.goesAt, now)))
    .orderBy(asc(proposals.goesAt), sql`rowid`)
    .all();

/** Those to which the answer was no, or none, since then. */
export const listAnsweredSince = (tx: Tx, since: Instant): ProposalRow[] =>
  tx
    .select()
    .from(proposals)
    .where(and(inArray(proposals.state, ['no', 'silent']), gt(proposals.answeredAt, since)))
    .all();

/** The one that came in the place of one that was skipped. */
export const replacementOf = (tx: Tx, id: string): ProposalRow | undefined =>
  tx.select().from(proposals).where(eq(proposals.insteadOf, id)).get();

/** When the next of those goes; null when none waits. */
export const nextGoingAt = (tx: Tx): Instant | null =>
  tx
    .select({ at: min(proposals.goesAt) })
    .from(proposals)
    .where(eq(proposals.state, 'approved'))
    .get()?.at ?? null;

export const removeProposal = (tx: Tx, id: string): void => {
  tx.delete(proposals).where(eq(proposals.id, id)).run();
};

/** What nobody has decided goes, before a run makes it anew. */
export const dropUndecided = (tx: Tx): void => {
  tx.delete(proposals).where(eq(proposals.state, 'proposed')).run();
};

/** Asks that a member has not answered. */
export const listAskedOf = (tx: Tx, mentor: MemberId): ProposalRow[] =>
  tx
    .select()
    .from(proposals)
    .where(and(eq(proposals.mentor, mentor), eq(proposals.state, 'asked')))
    .orderBy(asc(proposals.askedAt))
    .all();

export const insertRun = (tx: Tx, row: RunRow): boolean =>
  tx.insert(communityRuns).values(row).onConflictDoNothing({ target: communityRuns.key }).run().changes > 0;

export const findRunByKey = (tx: Tx, key: string): RunRow | undefined =>
  tx.select().from(communityRuns).where(eq(communityRuns.key, key)).get();

export const newestRun = (tx: Tx): RunRow | undefined =>
  tx.select().from(communityRuns).orderBy(desc(communityRuns.at)).limit(1).get();

/** Takes back that runs were made before then. @param before null: all of them */
export const dropRunsBefore = (tx: Tx, before: Instant | null): void => {
  tx.delete(communityRuns)
    .where(before === null ? undefined : lt(communityRuns.at, before))
    .run();
};
