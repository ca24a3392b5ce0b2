import { findSession } from '../db/repositories/sessions.ts';
import type { Services } from '../services/services.ts';
import { closeSessions, consoleSessionAlive } from './sign-in.ts';

/** Cuts open consoles whose sign-in is over by the clock: nobody asked for anything, so no door has noticed. */
export function cutEnded({ hub, db, clock }: Services): void {
  const now = clock.now();
  const isOver = (hash: string): boolean => {
    const session = findSession(db, hash);
    return session === undefined || !consoleSessionAlive(session, now);
  };
  const over = hub.sessionsEverywhere('staff').filter(isOver);
  if (over.length > 0) closeSessions({ hub }, over);
}
