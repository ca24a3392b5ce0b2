import type { StaffId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { after, type Instant, minutes, seconds } from '@lapwing/shared/kernel/time';
import { CLOSE } from '@lapwing/shared/protocol/messages';
import type { Invited } from '@lapwing/shared/protocol/staff-api';
import { tellAudit } from '../db/audit-pen.ts';
import { insertSession, removeSession } from '../db/repositories/sessions.ts';
import { countStaff, findInvitation, findStaff } from '../db/repositories/staff.ts';
import { commit, type Tx } from '../db/transact.ts';
import { hashOf, sameSecret } from '../secrets.ts';
import { type Services, wholeNow } from '../services/services.ts';
import type { Session } from '../services/session-service.ts';
import { FRESH_SECONDS } from './fresh.ts';

/** Signed in for this long without a sign of life, and for this long at most. */
const IDLE_MS = 12 * 3_600_000;
const ABSOLUTE_MS = 7 * 24 * 3_600_000;

/** The secret in the console's address: made at every start, and good for one thing: the first account. */
export interface SetupSecret {
  readonly value: string;
  /** Secrets that sign one more device in, until the instant beside them. Kept in memory: after a restart pair anew. */
  readonly pairings: Map<string, Pairing>;
}

interface Pairing {
  readonly staffId: StaffId;
  /** When whoever shows it proved who they are: opening it proves nothing anew. */
  readonly provenAt: Instant;
  readonly validUntil: Instant;
}

export const setupSecret = (value: string): SetupSecret => ({ value, pairings: new Map() });

/** Whether nobody has an account yet: then the printed address makes the first. Afterwards it opens nothing, for ever. */
export const isNew = (services: Pick<Services, 'db'>): boolean => countStaff(services.db) === 0;

const PAIRING_VALID = minutes(5);
/** Nobody pairs so many phones at once: the oldest code goes. */
const MOST_PAIRINGS = 10;

/** An address that signs one more device of the same person in, once and within five minutes; null for no organiser. */
export function pair(
  services: Services,
  setup: SetupSecret,
  session: Session | null,
): { url: string; validUntil: Instant } | null {
  if (!session?.staffId) return null;
  const secret = services.secrets.newSecret();
  const validUntil = after(wholeNow(services.clock), PAIRING_VALID);
  const [oldest] = setup.pairings.keys();
  if (setup.pairings.size >= MOST_PAIRINGS && oldest !== undefined) setup.pairings.delete(oldest);
  setup.pairings.set(secret, { staffId: session.staffId, provenAt: provenAt(session), validUntil });
  return { url: `${services.linkOrigin()}/#${secret}`, validUntil };
}

/**
 * Exchanges the secret of a pairing for a session, which takes the place of the one `before` in this browser.
 * @returns what their cookie holds; for a secret that invites somebody what is known of them, since they say first who
 *   they are; setup-link-used for the first account's once it was used, and for one that is too old; link-invalid for
 *   anything else, a pairing that was used too
 */
export function openConsole(
  services: Services,
  setup: SetupSecret,
  secret: string,
  device: string,
  before: Session | null,
): Result<{ token: string } | { join: Invited }, Refusal> {
  const known = [...setup.pairings.keys()].find((one) => sameSecret(secret, one));
  const pairing = known === undefined ? undefined : setup.pairings.get(known);
  if (known !== undefined && pairing) {
    setup.pairings.delete(known);
    if (services.clock.now() >= pairing.validUntil) return refused(refusal('setup-link-used'));
    return ok({ token: signInAnew(services, pairing, device, before) });
  }
  if (sameSecret(secret, setup.value))
    return isNew(services) ? ok({ join: { name: '', email: '' } }) : refused(refusal('setup-link-used'));
  const invitation = findInvitation(services.db, hashOf(secret), wholeNow(services.clock));
  if (!invitation) return refused(refusal('link-invalid'));
  return ok({ join: { name: invitation.name, email: invitation.email } });
}

/** Who signs in. Without `provenAt` they have just proved who they are. */
interface Proven {
  readonly staffId: StaffId;
  readonly provenAt?: Instant;
}

/** A new session of somebody whose identity was proven. @returns what their cookie holds */
export function signInAs(
  services: Pick<Services, 'secrets' | 'clock'>,
  tx: Tx,
  { staffId, provenAt }: Proven,
  device: string,
): string {
  const token = services.secrets.newSecret();
  const at = wholeNow(services.clock);
  tellAudit({ by: findStaff(tx, staffId)?.name ?? '', byStaff: staffId });
  insertSession(tx, {
    hash: hashOf(token),
    kind: 'console',
    ...{ eventId: null, attendeeId: null, displayId: null, linkHash: null, firstName: '' },
    staffId,
    device,
    createdAt: at,
    lastSeenAt: at,
    provenAt: provenAt ?? null,
  });
  return token;
}

/**
 * As `signInAs`, in a transaction of its own. One browser is one session: `before`, which it had until now, ends. Its open
 * pages connect again with the new one, unless that is somebody else's: then they go dark.
 */
export function signInAnew(services: Services, who: Proven, device: string, before: Session | null = null): string {
  const token = commit(services.db, (tx) => {
    if (before) removeSession(tx, before.hash);
    return signInAs(services, tx, who, device);
  });
  if (before && before.staffId !== who.staffId) closeSessions(services, [before.hash]);
  else if (before)
    services.hub.closeWhere(({ sessionHash }) => sessionHash === before.hash, CLOSE.restarting, 'signed in');
  return token;
}

type Ages = Pick<Session, 'lastSeenAt' | 'createdAt' | 'provenAt'>;
const provenAt = (session: Ages): Instant => session.provenAt ?? session.createdAt;

/** False when the session lay idle too long, or nobody has proved for too long who they are: pairing on does not count. */
export const consoleSessionAlive = (session: Ages, now: number): boolean =>
  now - session.lastSeenAt < IDLE_MS && now - provenAt(session) < ABSOLUTE_MS;

/** Whether somebody proved minutes ago who they are: what the access table marks as `fresh` asks for that. */
export const isFresh = (session: Ages, now: Instant): boolean => now < after(provenAt(session), seconds(FRESH_SECONDS));

/** Ends a console session and its open sockets. */
export function signOut(services: Services, session: Session): void {
  commit(services.db, (tx) => removeSession(tx, session.hash));
  closeSessions(services, [session.hash]);
}

/** Cuts the open pages of sessions that have ended. */
export function closeSessions({ hub }: Pick<Services, 'hub'>, hashes: readonly string[]): void {
  const ended = new Set(hashes);
  hub.closeWhere((listener) => ended.has(listener.sessionHash), CLOSE.notAllowed, 'signed out');
}
