import type { Profile } from '@lapwing/shared/community/profile';
import { AT_INVENTED } from '@lapwing/shared/event/invented-address';
import type { MemberId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { and, asc, eq, inArray, isNotNull, isNull, like, lt, min, notLike } from 'drizzle-orm';
import { slicesOf } from '../../breathe.ts';
import { communityProfiles, introRequests, mails, members } from '../schema.ts';
import type { Tx } from '../transact.ts';

export type ProfileRow = typeof communityProfiles.$inferSelect;

export const findProfile = (tx: Tx, id: MemberId): ProfileRow | undefined =>
  tx.select().from(communityProfiles).where(eq(communityProfiles.memberId, id)).get();

/** Everybody at these addresses: several may share one. */
export const findProfilesAt = (tx: Tx, addresses: readonly string[]): ProfileRow[] =>
  tx
    .select()
    .from(communityProfiles)
    .where(inArray(communityProfiles.email, [...addresses]))
    .orderBy(asc(communityProfiles.joinedAt))
    .all();

/** Writes a profile; one that is there is written over. */
export const saveProfile = (tx: Tx, row: typeof communityProfiles.$inferInsert): void => {
  tx.insert(communityProfiles).values(row).onConflictDoUpdate({ target: communityProfiles.memberId, set: row }).run();
};

export const changeProfile = (tx: Tx, id: MemberId, changes: Partial<Omit<ProfileRow, 'memberId'>>): void => {
  tx.update(communityProfiles).set(changes).where(eq(communityProfiles.memberId, id)).run();
};

/** Everybody with a profile, whether they confirmed it or not. */
export const listProfiles = (tx: Tx): ProfileRow[] => tx.select().from(communityProfiles).all();

/** The same with their last sign of life, by name. */
export const listMembersWithProfile = (tx: Tx): { readonly profile: ProfileRow; readonly lastSeenAt: Instant }[] =>
  tx
    .select({ profile: communityProfiles, lastSeenAt: members.lastSeenAt })
    .from(communityProfiles)
    .innerJoin(members, eq(members.id, communityProfiles.memberId))
    .orderBy(asc(members.nameKey), asc(communityProfiles.memberId))
    .all();

/** Who may be introduced: they said that it was they, and agreed that their address goes to the other side. */
export const listIntroducible = (tx: Tx): ProfileRow[] =>
  tx
    .select()
    .from(communityProfiles)
    .where(and(isNotNull(communityProfiles.confirmedAt), isNotNull(communityProfiles.introductionsConsentAt)))
    .all();

const INVENTED = `%${AT_INVENTED}`;

/** Whom the demo made up (C22). */
export const listInvented = (tx: Tx): MemberId[] =>
  tx
    .select({ id: communityProfiles.memberId })
    .from(communityProfiles)
    .where(like(communityProfiles.email, INVENTED))
    .all()
    .map(({ id }) => id);

/** When the first member confirmed whom nobody made up; null: everybody here is invented, or has not confirmed. */
export const realSince = (tx: Tx): Instant | null =>
  tx
    .select({ at: min(communityProfiles.confirmedAt) })
    .from(communityProfiles)
    .where(notLike(communityProfiles.email, INVENTED))
    .get()?.at ?? null;

/** Takes profiles away with what was asked for; whoever is on file by it alone goes with it. */
export function removeProfiles(tx: Tx, all: readonly MemberId[]): void {
  for (const part of slicesOf(all)) {
    const ids = [...part];
    tx.delete(members)
      .where(and(inArray(members.id, ids), eq(members.kept, false)))
      .run();
    tx.delete(introRequests).where(inArray(introRequests.memberId, ids)).run();
    tx.delete(mails).where(inArray(mails.memberId, ids)).run();
    tx.delete(communityProfiles).where(inArray(communityProfiles.memberId, ids)).run();
  }
}

/** The same for one. */
export const removeProfile = (tx: Tx, id: MemberId): void => removeProfiles(tx, [id]);

/** What was typed on the page before then and never confirmed, at most so many. @returns how many there were */
export function forgetUnconfirmed(tx: Tx, before: Instant, most: number): number {
  const typed = and(
    isNull(communityProfiles.confirmedAt),
    eq(communityProfiles.origin, 'joined'),
    lt(communityProfiles.joinedAt, before),
  );
  const due = tx.select({ id: communityProfiles.memberId }).from(communityProfiles).where(typed).limit(most).all();
  removeProfiles(
    tx,
    due.map(({ id }) => id),
  );
  return due.length;
}

/** What was typed once more before then, and nobody took over. */
export const forgetAgain = (tx: Tx, before: Instant): void => {
  tx.update(communityProfiles).set({ again: null, againAt: null }).where(lt(communityProfiles.againAt, before)).run();
};

/** As the member knows it. */
export function profileOf(row: ProfileRow): Profile {
  const { name, email, headline, languages, industries, roles, years, perMonth, pausedUntil } = row;
  return { name, email, headline, languages, industries, roles, years, perMonth, pausedUntil };
}
