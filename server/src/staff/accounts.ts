import { isMailAddress } from '@lapwing/shared/event/mail-address';
import { passwordFault } from '@lapwing/shared/event/password';
import type { StaffRole } from '@lapwing/shared/event/staff';
import { type StaffId, staffId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { after, days, type Instant } from '@lapwing/shared/kernel/time';
import { tidyLine } from '@lapwing/shared/registration/tidy';
import { removeSession } from '../db/repositories/sessions.ts';
import {
  changeStaff,
  countOwners,
  endSessionsOf,
  findInvitation,
  findStaff,
  findStaffByEmail,
  forgetOldInvitations,
  forgetSecondProofs,
  insertInvitation,
  insertPassword,
  insertStaff,
  isNameOfOther,
  removeInvitation,
  removeStaff,
} from '../db/repositories/staff.ts';
import { type Tx, transact } from '../db/transact.ts';
import { hashOf, sameSecret } from '../secrets.ts';
import { type Services, wholeNow } from '../services/services.ts';
import type { Session } from '../services/session-service.ts';
import { nameFault, organiserName } from './names.ts';
import type { Passwords } from './passwords.ts';
import { isPlainHttp } from './plain-http.ts';
import { closeSessions, isNew, type SetupSecret, signInAs } from './sign-in.ts';

const INVITATION_VALID = days(7);

/** Somebody with a secret that invites them, and what they say about themselves. */
export interface Newcomer {
  readonly secret: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export const plainEmail = (email: string): string => email.trim().toLowerCase();

/**
 * Makes an account, or gives one that exists a new password: the printed address makes the first owner, an invitation whom
 * it names. Afterwards they are signed in, and whoever was `before` in this browser is not.
 * @returns what their cookie holds; password-weak (details: `fault`), name-taken by another account or what looks like it,
 *   name-mixed, bad-request for no address, setup-link-used and link-invalid as `openConsole`
 */
export async function join(
  services: Services,
  setup: SetupSecret,
  passwords: Passwords,
  newcomer: Newcomer,
  device: string,
  before: Session | null,
): Promise<Result<{ token: string }, Refusal>> {
  const who = invited(services, services.db, setup, newcomer);
  if (!who.ok) return who;
  const name = organiserName(newcomer.name);
  // whoever has an account keeps its name
  const wrong = findStaffByEmail(services.db, who.value.email) ? null : nameFault(name, 'name');
  if (wrong) return refused(wrong);
  const fault = passwordFault(newcomer.password, [name, who.value.email]);
  if (fault) return refused(refusal('password-weak', { fault }));
  const password = await passwords.hash(newcomer.password);
  const ended: string[] = [];
  const joined = transact<{ token: string }, Refusal>(services.db, (tx) => {
    // somebody else may have used the secret while the password was hashed
    const still = invited(services, tx, setup, newcomer);
    if (!still.ok) return still;
    const { email, role } = still.value;
    const known = findStaffByEmail(tx, email);
    const at = new Date(wholeNow(services.clock));
    const id = known?.id ?? staffId(services.secrets.newId());
    if (known) {
      insertPassword(tx, id, password, at);
      forgetSecondProofs(tx, id);
      ended.push(...endSessionsOf(tx, id));
    } else {
      if (isNameOfOther(tx, name, null)) return refused(refusal('name-taken'));
      const flags = { emailVerified: true, twoFactorEnabled: false, image: null };
      insertStaff(tx, { id, name, email, role, createdAt: at, updatedAt: at, ...flags }, password);
    }
    removeInvitation(tx, email);
    if (before) {
      removeSession(tx, before.hash);
      ended.push(before.hash);
    }
    return ok({ token: signInAs(services, tx, { staffId: id }, device) });
  });
  closeSessions(services, ended);
  return joined;
}

function invited(
  services: Services,
  tx: Tx,
  setup: SetupSecret,
  { secret, email }: Newcomer,
): Result<{ email: string; role: StaffRole }, Refusal> {
  if (sameSecret(secret, setup.value)) {
    if (!isNew({ db: tx as Services['db'] })) return refused(refusal('setup-link-used'));
    const own = plainEmail(email);
    return isMailAddress(own) ? ok({ email: own, role: 'owner' }) : refused(refusal('bad-request', { field: 'email' }));
  }
  const invitation = findInvitation(tx, hashOf(secret), wholeNow(services.clock));
  return invitation ? ok(invitation) : refused(refusal('link-invalid'));
}

/**
 * A one-time address, good for seven days, with which somebody joins; for somebody who has an account it is the way back in
 * after a lost password or telephone. An older one of theirs dies.
 * @returns bad-request for something that is no address
 */
export function invite(
  services: Pick<Services, 'db' | 'clock' | 'secrets' | 'origins' | 'linkOrigin'>,
  person: { readonly name: string; readonly email: string; readonly role: StaffRole },
): Result<{ url: string; validUntil: Instant }, Refusal> {
  const email = plainEmail(person.email);
  if (!isMailAddress(email)) return refused(refusal('bad-request', { field: 'email' }));
  const secret = services.secrets.newSecret();
  const createdAt = wholeNow(services.clock);
  const validUntil = after(createdAt, INVITATION_VALID);
  return transact(services.db, (tx) => {
    forgetOldInvitations(tx, createdAt);
    const known = findStaffByEmail(tx, email);
    const name = known?.name ?? tidyLine(person.name);
    insertInvitation(tx, {
      hash: hashOf(secret),
      email,
      name,
      role: known?.role ?? person.role,
      createdAt,
      validUntil,
    });
    // where other machines may sign in, they can open it too
    const origin = isPlainHttp(services, false) ? services.origins.forConsole() : services.linkOrigin();
    return ok({ url: `${origin}/#${secret}`, validUntil });
  });
}

/** Another role for somebody; their pages are cut and they sign in again. last-owner where nobody would be left to do this. */
export function giveRole(services: Services, id: StaffId, role: StaffRole): Result<undefined, Refusal> {
  const ended: string[] = [];
  const given = transact<undefined, Refusal>(services.db, (tx) => {
    const person = findStaff(tx, id);
    if (!person) return refused(refusal('not-found'));
    if (person.role === role) return ok(undefined);
    if (person.role === 'owner' && countOwners(tx) === 1) return refused(refusal('last-owner'));
    changeStaff(tx, id, { role });
    ended.push(...endSessionsOf(tx, id));
    return ok(undefined);
  });
  closeSessions(services, ended);
  return given;
}

/** Takes an account away, with its sessions and open pages. last-owner where nobody would be left to give one. */
export function dismiss(services: Services, id: StaffId): Result<undefined, Refusal> {
  const ended: string[] = [];
  const gone = transact<undefined, Refusal>(services.db, (tx) => {
    const person = findStaff(tx, id);
    if (!person) return refused(refusal('not-found'));
    if (person.role === 'owner' && countOwners(tx) === 1) return refused(refusal('last-owner'));
    ended.push(...endSessionsOf(tx, id));
    removeInvitation(tx, person.email);
    removeStaff(tx, id);
    return ok(undefined);
  });
  closeSessions(services, ended);
  return gone;
}
