import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { after, type Instant, minutes } from '@lapwing/shared/kernel/time';
import type { Pairing } from '@lapwing/shared/protocol/api';
import { CLOSE } from '@lapwing/shared/protocol/messages';
import { insertSession, removeSession, setFirstName } from '../db/repositories/sessions.ts';
import { commit } from '../db/transact.ts';
import { hashOf, sameSecret } from '../secrets.ts';
import { type Services, wholeNow } from './services.ts';
import type { Session } from './session-service.ts';

/** Signed in for this long without a sign of life, and for this long at most. */
const IDLE_MS = 12 * 3_600_000;
const ABSOLUTE_MS = 7 * 24 * 3_600_000;

/** The secret in the console's address: made at every start, good for one sign-in. */
export interface SetupSecret {
  readonly value: string;
  used: boolean;
  /** Secrets that sign one more device in, until the instant beside them. Kept in memory: after a restart pair anew. */
  readonly pairings: Map<string, Instant>;
}

const PAIRING_VALID = minutes(5);
/** Nobody pairs so many phones at once: the oldest code goes. */
const MOST_PAIRINGS = 10;

/** An address that signs one more device in, once and within five minutes. */
export function pair(services: Services, setup: SetupSecret): Pairing {
  const secret = services.secrets.newSecret();
  const validUntil = after(wholeNow(services.clock), PAIRING_VALID);
  const [oldest] = setup.pairings.keys();
  if (setup.pairings.size >= MOST_PAIRINGS && oldest !== undefined) setup.pairings.delete(oldest);
  setup.pairings.set(secret, validUntil);
  return { url: `${services.linkOrigin()}/#${secret}`, validUntil };
}

/** Uses a secret up: the one of this start, or a pairing that is still good. */
function redeem(services: Services, setup: SetupSecret, secret: string): Refusal | null {
  const pairing = [...setup.pairings.keys()].find((known) => sameSecret(secret, known));
  if (pairing !== undefined) {
    const validUntil = setup.pairings.get(pairing);
    setup.pairings.delete(pairing);
    return validUntil !== undefined && services.clock.now() < validUntil ? null : refusal('setup-link-used');
  }
  if (!sameSecret(secret, setup.value)) return refusal('link-invalid');
  if (setup.used) return refusal('setup-link-used');
  setup.used = true;
  return null;
}

/** Exchanges the one-time secret for a cookie. setup-link-used the second time, link-invalid for anything else. */
export function signIn(services: Services, setup: SetupSecret, secret: string): Result<{ token: string }, Refusal> {
  const wrong = redeem(services, setup, secret);
  if (wrong) return refused(wrong);
  const token = services.secrets.newSecret();
  const at = wholeNow(services.clock);
  const session = {
    hash: hashOf(token),
    kind: 'console' as const,
    eventId: null,
    attendeeId: null,
    displayId: null,
    linkHash: null,
    firstName: '',
    createdAt: at,
    lastSeenAt: at,
  };
  commit(services.db, (tx) => insertSession(tx, session));
  return ok({ token });
}

/** False when the session lay idle too long or is too old. */
export function consoleSessionAlive(session: Session, now: number): boolean {
  return now - session.lastSeenAt < IDLE_MS && now - session.createdAt < ABSOLUTE_MS;
}

/** Ends a console session and its open sockets. */
export function signOut(services: Services, session: Session): void {
  commit(services.db, (tx) => removeSession(tx, session.hash));
  services.hub.closeWhere((listener) => listener.sessionHash === session.hash, CLOSE.notAllowed, 'signed out');
}

/** The name that the log shows for what this session does. */
export function nameOrganiser(services: Services, session: Session, firstName: string): void {
  commit(services.db, (tx) => setFirstName(tx, session.hash, firstName));
}
