import type { MemberId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { and, count, eq, isNull } from 'drizzle-orm';
import { slicesOf } from '../../breathe.ts';
import { communityImportRows, communityImports, communityProfiles, introductions, members } from '../schema.ts';
import type { Tx } from '../transact.ts';
import type { ProfileRow } from './community-profiles.ts';
import type { MemberRow } from './members.ts';

export type ImportRow = typeof communityImports.$inferSelect;
export type ImportedMember = typeof communityImportRows.$inferSelect;

export const insertImport = (tx: Tx, row: ImportRow): void => {
  tx.insert(communityImports).values(row).run();
};

export const findImport = (tx: Tx, id: string): ImportRow | undefined =>
  tx.select().from(communityImports).where(eq(communityImports.id, id)).get();

/** Answers whether this was the first to take it back. */
export const markUndone = (tx: Tx, id: string, undoneAt: Instant): boolean =>
  tx
    .update(communityImports)
    .set({ undoneAt })
    .where(and(eq(communityImports.id, id), isNull(communityImports.undoneAt)))
    .run().changes > 0;

/** A statement takes at most 32,766 values. */
const AT_ONCE = 250;

/** Writes what an import adds, hundreds of rows with one statement. */
export function insertMany(
  tx: Tx,
  newMembers: readonly MemberRow[],
  profiles: readonly ProfileRow[],
  notes: readonly ImportedMember[],
): void {
  for (const part of slicesOf(newMembers, AT_ONCE))
    tx.insert(members)
      .values([...part])
      .run();
  for (const part of slicesOf(profiles, AT_ONCE))
    tx.insert(communityProfiles)
      .values([...part])
      .run();
  for (const part of slicesOf(notes, AT_ONCE))
    tx.insert(communityImportRows)
      .values([...part])
      .run();
}

export const listImported = (tx: Tx, importId: string): ImportedMember[] =>
  tx.select().from(communityImportRows).where(eq(communityImportRows.importId, importId)).all();

/** Members of an import who have not said yet that they want to be one. */
export const listUnasked = (tx: Tx, importId: string): ProfileRow[] =>
  tx
    .select({ profile: communityProfiles })
    .from(communityImportRows)
    .innerJoin(communityProfiles, eq(communityProfiles.memberId, communityImportRows.memberId))
    .where(and(eq(communityImportRows.importId, importId), isNull(communityProfiles.confirmedAt)))
    .all()
    .map(({ profile }) => profile);

export const countImportedIntroductions = (tx: Tx, importId: string): number =>
  tx.select({ made: count() }).from(introductions).where(eq(introductions.importId, importId)).get()?.made ?? 0;

export const dropImportedIntroductions = (tx: Tx, importId: string): void => {
  tx.delete(introductions).where(eq(introductions.importId, importId)).run();
};

/** Of later imports that changed somebody too, so that the older one leaves them. */
export const forgetImported = (tx: Tx, importId: string, memberId: MemberId): void => {
  tx.delete(communityImportRows)
    .where(and(eq(communityImportRows.importId, importId), eq(communityImportRows.memberId, memberId)))
    .run();
};
