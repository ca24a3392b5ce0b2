import { findSession, type StoredSession, touchSession } from '../db/repositories/sessions.ts';
import { hashOf } from '../secrets.ts';
import { type Services, wholeNow } from './services.ts';

/** Who calls: an organiser, or the person or display of an opened link. */
export type Session = StoredSession;

/** A session that is still good: its link was not revoked, its event not deleted. */
export function sessionOf(services: Services, token: string | undefined): Session | undefined {
  if (!token) return undefined;
  const session = findSession(services.db, hashOf(token));
  if (!session) return undefined;
  if (session.eventId !== null && !services.evenings.get(session.eventId)) return undefined;
  return session;
}

/** Whether this is the session that the link with this secret became, and no other. */
export const cameWith = (session: Session | null, secret: string): boolean =>
  session !== null && session.linkHash === hashOf(secret);

const TOUCH_EVERY_MS = 300_000;
/** Nothing ends a phone's or a display's session for being idle, and a hall that comes back must not be a hall of writes. */
const TOUCH_GUEST_EVERY_MS = 86_400_000;

/** Remembers that a session is in use: an organiser's at most every five minutes, any other at most once a day. */
export function touch(services: Services, session: Session): void {
  const now = wholeNow(services.clock);
  const every = session.kind === 'console' ? TOUCH_EVERY_MS : TOUCH_GUEST_EVERY_MS;
  if (now - session.lastSeenAt > every) touchSession(services.db, session.hash, now);
}
