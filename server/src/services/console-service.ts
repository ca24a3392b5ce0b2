import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { CLOSE } from '@lapwing/shared/protocol/messages';
import { insertSession, removeSession, setFirstName } from '../db/repositories/sessions.ts';
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
}

/** Exchanges the one-time secret for a cookie. setup-link-used the second time, link-invalid for anything else. */
export function signIn(services: Services, setup: SetupSecret, secret: string): Result<{ token: string }, Refusal> {
  if (!sameSecret(secret, setup.value)) return refused(refusal('link-invalid'));
  if (setup.used) return refused(refusal('setup-link-used'));
  const token = services.secrets.newSecret();
  const at = wholeNow(services.clock);
  insertSession(services.db, {
    hash: hashOf(token),
    kind: 'console',
    eventId: null,
    attendeeId: null,
    displayId: null,
    linkHash: null,
    firstName: '',
    createdAt: at,
    lastSeenAt: at,
  });
  setup.used = true;
  return ok({ token });
}

/** False when the session lay idle too long or is too old. */
export function consoleSessionAlive(session: Session, now: number): boolean {
  return now - session.lastSeenAt < IDLE_MS && now - session.createdAt < ABSOLUTE_MS;
}

/** Ends a console session and its open sockets. */
export function signOut(services: Services, session: Session): void {
  removeSession(services.db, session.hash);
  services.hub.closeWhere((listener) => listener.sessionHash === session.hash, CLOSE.notAllowed, 'signed out');
}

/** The name that the log shows for what this session does. */
export function nameOrganiser(services: Services, session: Session, firstName: string): void {
  setFirstName(services.db, session.hash, firstName);
}
