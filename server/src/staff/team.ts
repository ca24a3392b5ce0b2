import type { StaffId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { Team } from '@lapwing/shared/protocol/staff-api';
import { removeSession } from '../db/repositories/sessions.ts';
import {
  changeStaff,
  endSessionsOf,
  findStaff,
  isNameOfOther,
  listInvitations,
  listStaff,
  passkeysOf,
  removeInvitation,
  sessionsOfStaff,
} from '../db/repositories/staff.ts';
import { commit, transact } from '../db/transact.ts';
import { type Services, wholeNow } from '../services/services.ts';
import type { Session } from '../services/session-service.ts';
import { plainEmail } from './accounts.ts';
import { closeSessions, consoleSessionAlive } from './sign-in.ts';

/**
 * Who runs evenings here, and where one is signed in oneself. Of others an organiser sees the name and the role; owners, who
 * answer for the accounts, see how they sign in, when they were last here, and who was invited.
 */
export function teamOf(services: Services, { staffId, staffRole, hash }: Session): Omit<Team, 'mails'> | null {
  if (staffId === null || staffRole === null) return null;
  const { db, clock } = services;
  const now = wholeNow(clock);
  const sessionsOf = (id: StaffId) => sessionsOfStaff(db, id).filter((one) => consoleSessionAlive(one, now));
  const people = listStaff(db).map(({ id, name, email, role, twoFactorEnabled }) =>
    staffRole === 'owner' || id === staffId
      ? {
          ...{ id, name, email, role },
          secondFactor: twoFactorEnabled || passkeysOf(db, id) > 0,
          lastSeenAt: (sessionsOf(id)[0]?.lastSeenAt ?? null) as Instant | null,
        }
      : { ...{ id, name, email: null, role }, secondFactor: null, lastSeenAt: null },
  );
  const invited = staffRole === 'owner' ? listInvitations(db, now) : [];
  return {
    me: staffId,
    role: staffRole,
    people,
    invited: invited.map(({ name, email, validUntil }) => ({ name, email, validUntil })),
    sessions: sessionsOf(staffId).map((one) => ({
      ...{ hash: one.hash, device: one.device, createdAt: one.createdAt, lastSeenAt: one.lastSeenAt },
      isThis: one.hash === hash,
    })),
    secondFactor: findStaff(db, staffId)?.twoFactorEnabled ?? false,
    passkeys: passkeysOf(db, staffId),
  };
}

/** Ends one of one's own sessions and its open pages; not-found for anybody else's. */
export function endSession(services: Services, session: Session, hash: string): Result<undefined, Refusal> {
  const isOwn =
    session.staffId !== null && sessionsOfStaff(services.db, session.staffId).some((one) => one.hash === hash);
  if (!isOwn) return refused(refusal('not-found'));
  commit(services.db, (tx) => removeSession(tx, hash));
  closeSessions(services, [hash]);
  return ok(undefined);
}

/** Ends all of one's sessions but this one. */
export function endOtherSessions(services: Services, session: Session): void {
  const { staffId, hash } = session;
  if (staffId === null) return;
  closeSessions(
    services,
    commit(services.db, (tx) => endSessionsOf(tx, staffId, hash)),
  );
}

/** The address that was given out opens nothing any more. */
export function withdrawInvitation(services: Services, email: string): Result<undefined, Refusal> {
  commit(services.db, (tx) => removeInvitation(tx, plainEmail(email)));
  return ok(undefined);
}

/** What the log calls somebody from now on. name-taken: nobody does things in the name of somebody else. */
export const rename = (services: Services, staffId: StaffId, name: string): Result<undefined, Refusal> =>
  transact<undefined, Refusal>(services.db, (tx) => {
    if (isNameOfOther(tx, name, staffId)) return refused(refusal('name-taken'));
    changeStaff(tx, staffId, { name });
    return ok(undefined);
  });
