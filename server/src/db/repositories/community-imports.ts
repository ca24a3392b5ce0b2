import type { MemberId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { and, count, desc, eq, inArray, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm';
import { slicesOf } from '../../breathe.ts';
import { communityImportRows, communityImports, communityProfiles, introductions, members, staff } from '../schema.ts';
import type { Tx } from '../transact.ts';
import type { ProfileRow } from './community-profiles.ts';
import type { MemberRow } from './members.ts';

export type ImportRow = typeof communityImports.$inferSelect;
export type ImportedMember = typeof communityImportRows.$inferSelect;

/** What undo would do to somebody or something that an import brought; gone: there is nothing left of it. */
export type Standing = 'removes' | 'restores' | 'their-word' | 'later-import' | 'introduced' | 'answered' | 'gone';

export const insertImport = (tx: Tx, row: typeof communityImports.$inferInsert): void => {
  tx.insert(communityImports).values(row).run();
};

export const findImport = (tx: Tx, id: string): ImportRow | undefined =>
  tx.select().from(communityImports).where(eq(communityImports.id, id)).get();

export const changeImport = (tx: Tx, id: string, changes: Partial<Omit<ImportRow, 'id'>>): void => {
  tx.update(communityImports).set(changes).where(eq(communityImports.id, id)).run();
};

/** The newest first, with the first name of who took it over; null once they have no account. */
export const listImports = (tx: Tx): { readonly row: ImportRow; readonly byName: string | null }[] =>
  tx
    .select({ row: communityImports, byName: staff.name })
    .from(communityImports)
    .leftJoin(staff, eq(staff.id, communityImports.by))
    .orderBy(desc(communityImports.appliedAt), sql`community_imports.rowid DESC`)
    .all();

/** Writes what an import adds, hundreds of rows with one statement. */
export function insertMany(
  tx: Tx,
  newMembers: readonly MemberRow[],
  profiles: readonly ProfileRow[],
  notes: readonly (typeof communityImportRows.$inferInsert)[],
): void {
  for (const part of slicesOf(newMembers))
    tx.insert(members)
      .values([...part])
      .run();
  for (const part of slicesOf(profiles))
    tx.insert(communityProfiles)
      .values([...part])
      .run();
  for (const part of slicesOf(notes))
    tx.insert(communityImportRows)
      .values([...part])
      .run();
}

/** Two imports may be of one millisecond. */
const CHANGED_LATER = sql`EXISTS (
  SELECT 1 FROM community_import_rows later JOIN community_imports other ON other.id = later.import_id
  WHERE later.member_id = ${communityImportRows.memberId}
    AND (other.applied_at, other.rowid) > (${communityImports.appliedAt}, community_imports.rowid))`;

const IS_INTRODUCED = sql`EXISTS (
  SELECT 1 FROM introductions made
  WHERE made.student_member = ${members.id} OR made.mentor_member = ${members.id})`;

/** Whoever confirmed what is kept of them, or typed it themselves: no file is newer. */
export const isTheirWord = ({ confirmedAt, origin }: Pick<ProfileRow, 'confirmedAt' | 'origin'>): boolean =>
  confirmedAt !== null || origin !== 'import';

/** The same, asked of thousands; what somebody typed once more would go with the profile it stands beside. */
const HAS_SAID = sql`(${communityProfiles.confirmedAt} IS NOT NULL OR ${communityProfiles.origin} <> 'import'
  OR ${communityProfiles.again} IS NOT NULL)`;

/** An introduction names members without a profile too, so only who would leave the file with it is held by one. */
const MEMBER_STANDING = sql<Standing>`CASE
  WHEN ${communityProfiles.memberId} IS NULL THEN 'gone'
  WHEN ${HAS_SAID} THEN 'their-word'
  WHEN ${CHANGED_LATER} THEN 'later-import'
  WHEN ${communityImportRows.before} IS NOT NULL THEN 'restores'
  WHEN NOT ${members.kept} AND ${IS_INTRODUCED} THEN 'introduced'
  ELSE 'removes' END`;

const HAS_ANSWER = sql`coalesce(${introductions.studentSaid}, ${introductions.mentorSaid},
  ${introductions.studentTouch}, ${introductions.mentorTouch}) IS NOT NULL`;

const INTRODUCTION_STANDING = sql<Standing>`CASE WHEN ${HAS_ANSWER} THEN 'answered' ELSE 'removes' END`;

const withProfile = eq(communityProfiles.memberId, communityImportRows.memberId);

/** Everybody whom an import added or changed, and what undo would do to them. */
export const listImported = (tx: Tx, importId: string): (ImportedMember & { readonly standing: Standing })[] =>
  tx
    .select({ row: communityImportRows, standing: MEMBER_STANDING })
    .from(communityImportRows)
    .innerJoin(communityImports, eq(communityImports.id, communityImportRows.importId))
    .innerJoin(members, eq(members.id, communityImportRows.memberId))
    .leftJoin(communityProfiles, withProfile)
    .where(eq(communityImportRows.importId, importId))
    .all()
    .map(({ row, standing }) => ({ ...row, standing }));

export interface StandingCount {
  readonly importId: string;
  readonly standing: Standing;
  readonly count: number;
}

/** Of all imports, how many people stand how. */
export const countImported = (tx: Tx): StandingCount[] =>
  tx
    .select({ importId: communityImportRows.importId, standing: MEMBER_STANDING, count: count() })
    .from(communityImportRows)
    .innerJoin(communityImports, eq(communityImports.id, communityImportRows.importId))
    .innerJoin(members, eq(members.id, communityImportRows.memberId))
    .leftJoin(communityProfiles, withProfile)
    .groupBy(communityImportRows.importId, MEMBER_STANDING)
    .all();

/** Of all imports, how many introductions stand how. */
export const countImportedIntroductions = (tx: Tx): StandingCount[] =>
  tx
    .select({ importId: sql<string>`${introductions.importId}`, standing: INTRODUCTION_STANDING, count: count() })
    .from(introductions)
    .where(isNotNull(introductions.importId))
    .groupBy(introductions.importId, INTRODUCTION_STANDING)
    .all();

/** Takes introductions of an import back, but those of which somebody has said what came. @returns how many there were */
export const dropImportedIntroductions = (tx: Tx, importId: string): number =>
  tx
    .delete(introductions)
    .where(and(eq(introductions.importId, importId), sql`NOT (${HAS_ANSWER})`))
    .run().changes;

/** Of who was taken back nothing is remembered: the import before is the newest that changed them. */
export function forgetImported(tx: Tx, importId: string, memberIds: readonly MemberId[]): void {
  for (const part of slicesOf(memberIds))
    tx.delete(communityImportRows)
      .where(and(eq(communityImportRows.importId, importId), inArray(communityImportRows.memberId, [...part])))
      .run();
}

/** Members of an import who have not said yet that they want to be one, and were never asked. */
const isUnasked = and(
  isNull(communityProfiles.confirmedAt),
  sql`NOT EXISTS (SELECT 1 FROM community_import_rows asked
    WHERE asked.member_id = ${communityImportRows.memberId} AND asked.asked_at IS NOT NULL)`,
);

export const listUnasked = (tx: Tx, importId: string): ProfileRow[] =>
  tx
    .select({ profile: communityProfiles })
    .from(communityImportRows)
    .innerJoin(communityProfiles, withProfile)
    .where(and(eq(communityImportRows.importId, importId), isUnasked))
    .all()
    .map(({ profile }) => profile);

/** How many are to be asked of each import that has any. */
export const countUnasked = (tx: Tx): ReadonlyMap<string, number> =>
  new Map(
    tx
      .select({ importId: communityImportRows.importId, count: count() })
      .from(communityImportRows)
      .innerJoin(communityProfiles, withProfile)
      .where(isUnasked)
      .groupBy(communityImportRows.importId)
      .all()
      .map((row) => [row.importId, row.count]),
  );

export function markAsked(tx: Tx, importId: string, memberIds: readonly MemberId[], askedAt: Instant): void {
  for (const part of slicesOf(memberIds))
    tx.update(communityImportRows)
      .set({ askedAt })
      .where(and(eq(communityImportRows.importId, importId), inArray(communityImportRows.memberId, [...part])))
      .run();
}

/** C17: what a file was called may say whom it is about; it goes with the mails of that time. */
export const forgetFileNames = (tx: Tx, before: Instant): void => {
  tx.update(communityImports)
    .set({ fileName: '' })
    .where(and(ne(communityImports.fileName, ''), lt(communityImports.appliedAt, before)))
    .run();
};
