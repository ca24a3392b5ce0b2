import type { StaffId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { looksLike } from '@lapwing/shared/registration/look-alikes';
import { and, count, eq, gt, isNotNull, lte, ne, or, sql } from 'drizzle-orm';
import type { Db } from '../connection.ts';
import {
  helperDoors,
  sessions,
  staff,
  staffInvitations,
  staffLogins,
  staffPasskeys,
  staffProofs,
  staffSecondFactors,
  staffVerifications,
} from '../schema.ts';
import type { Tx } from '../transact.ts';

export type StoredStaff = typeof staff.$inferSelect;
export type StoredInvitation = typeof staffInvitations.$inferSelect;

export const countStaff = (db: Tx | Db): number => db.select({ all: count() }).from(staff).get()?.all ?? 0;
export const listStaff = (db: Db): StoredStaff[] => db.select().from(staff).orderBy(staff.name, staff.id).all();
export const findStaff = (db: Tx | Db, id: StaffId): StoredStaff | undefined =>
  db.select().from(staff).where(eq(staff.id, id)).get();
/** @param email in lower case, as it is kept */
export const findStaffByEmail = (db: Tx | Db, email: string): StoredStaff | undefined =>
  db.select().from(staff).where(eq(staff.email, email)).get();
/** Whether somebody else than `id` goes by this name here, or one that looks like it: in the lists of who did what they would be one. */
export const isNameOfOther = (tx: Tx | Db, name: string, id: StaffId | null): boolean =>
  tx
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .all()
    .some((one) => one.id !== id && looksLike(one.name, name));
export const countOwners = (tx: Tx): number =>
  tx.select({ all: count() }).from(staff).where(eq(staff.role, 'owner')).get()?.all ?? 0;

/** An account with a password, as better-auth keeps them. */
export function insertStaff(tx: Tx, person: StoredStaff, password: string): void {
  tx.insert(staff).values(person).run();
  insertPassword(tx, person.id, password, person.createdAt);
}

/** @param password hashed */
export function insertPassword(tx: Tx, id: StaffId, password: string, at: Date): void {
  const dates = { createdAt: at, updatedAt: at };
  tx.delete(staffLogins)
    .where(and(eq(staffLogins.userId, id), eq(staffLogins.providerId, 'credential')))
    .run();
  tx.insert(staffLogins)
    .values({ id: `${id}-${at.getTime()}`, accountId: id, providerId: 'credential', userId: id, password, ...dates })
    .run();
}

export const changeStaff = (tx: Tx, id: StaffId, change: Partial<Pick<StoredStaff, 'name' | 'role'>>): void => {
  tx.update(staff).set(change).where(eq(staff.id, id)).run();
};
/** With everything that hangs on the account: passwords, passkeys, second factors, sessions. */
export const removeStaff = (tx: Tx, id: StaffId): void => {
  tx.delete(staff).where(eq(staff.id, id)).run();
};
export const passkeysOf = (db: Db, id: StaffId): number =>
  db.select({ all: count() }).from(staffPasskeys).where(eq(staffPasskeys.userId, id)).get()?.all ?? 0;
/** Whoever lost password or telephone begins anew: no authenticator app, no passkey, no recent proof. */
export function forgetSecondProofs(tx: Tx, id: StaffId): void {
  tx.delete(staffProofs).where(eq(staffProofs.userId, id)).run();
  tx.delete(staffSecondFactors).where(eq(staffSecondFactors.userId, id)).run();
  tx.delete(staffPasskeys).where(eq(staffPasskeys.userId, id)).run();
  tx.update(staff).set({ twoFactorEnabled: false }).where(eq(staff.id, id)).run();
}

export const insertInvitation = (tx: Tx, invitation: StoredInvitation): void => {
  tx.delete(staffInvitations).where(eq(staffInvitations.email, invitation.email)).run();
  tx.insert(staffInvitations).values(invitation).run();
};
export const findInvitation = (db: Tx | Db, hash: string, now: Instant): StoredInvitation | undefined =>
  db
    .select()
    .from(staffInvitations)
    .where(and(eq(staffInvitations.hash, hash), gt(staffInvitations.validUntil, now)))
    .get();
export const listInvitations = (db: Db, now: Instant): StoredInvitation[] =>
  db.select().from(staffInvitations).where(gt(staffInvitations.validUntil, now)).all();
export const removeInvitation = (tx: Tx, email: string): void => {
  tx.delete(staffInvitations).where(eq(staffInvitations.email, email)).run();
};
export const forgetOldInvitations = (tx: Tx, now: Instant): void => {
  tx.delete(staffInvitations).where(lte(staffInvitations.validUntil, now)).run();
};

/** Half-done sign-ins of this address, and those whose time is over by the clock of the machine, which better-auth goes by. */
export const forgetHalfDone = (db: Tx | Db, nobody: string): void => {
  const { expiresAt, value } = staffVerifications;
  db.delete(staffVerifications)
    .where(or(lte(expiresAt, sql`unixepoch() * 1000`), eq(value, JSON.stringify({ email: nobody }))))
    .run();
};

/** The sessions of somebody, the newest first. */
export const sessionsOfStaff = (db: Db, id: StaffId) =>
  db
    .select()
    .from(sessions)
    .where(eq(sessions.staffId, id))
    .all()
    .sort((one, other) => other.lastSeenAt - one.lastSeenAt);
/** @returns the hashes of the sessions that ended; `but` stays */
export function endSessionsOf(tx: Tx, id: StaffId, but = ''): string[] {
  const which = and(isNotNull(sessions.staffId), eq(sessions.staffId, id), ne(sessions.hash, but));
  const ended = tx.select({ hash: sessions.hash }).from(sessions).where(which).all();
  tx.delete(sessions).where(which).run();
  return ended.map(({ hash }) => hash);
}

/** `openUntil` of a door that was closed. */
export const CLOSED = 0 as Instant;
export type StoredHelperDoor = typeof helperDoors.$inferSelect;
export const findHelperDoor = (db: Tx | Db, eventId: StoredHelperDoor['eventId']): StoredHelperDoor | undefined =>
  db.select().from(helperDoors).where(eq(helperDoors.eventId, eventId)).get();
/** Doors that are open at `now`, or were when last looked at. */
export const listHelperDoors = (db: Tx | Db): StoredHelperDoor[] =>
  db.select().from(helperDoors).where(gt(helperDoors.openUntil, CLOSED)).all();
export const saveHelperDoor = (tx: Tx, door: StoredHelperDoor): void => {
  tx.insert(helperDoors).values(door).onConflictDoUpdate({ target: helperDoors.eventId, set: door }).run();
};
/** Who helps at an event, in the order in which they joined. */
export const listHelpers = (db: Tx | Db, eventId: StoredHelperDoor['eventId']) =>
  db
    .select({ hash: sessions.hash, firstName: sessions.firstName, createdAt: sessions.createdAt })
    .from(sessions)
    .where(and(eq(sessions.kind, 'helper'), eq(sessions.eventId, eventId)))
    .orderBy(sessions.createdAt)
    .all();
/** @returns the hashes of the helpers' sessions that ended */
export function endHelpers(tx: Tx, eventId: StoredHelperDoor['eventId']): string[] {
  const which = and(eq(sessions.kind, 'helper'), eq(sessions.eventId, eventId));
  const ended = tx.select({ hash: sessions.hash }).from(sessions).where(which).all();
  tx.delete(sessions).where(which).run();
  return ended.map(({ hash }) => hash);
}
