import type { EventId } from '@lapwing/shared/kernel/ids';
import { CLOSE } from '@lapwing/shared/protocol/messages';
import { findSession } from '../db/repositories/sessions.ts';
import type { Services } from '../services/services.ts';
import { linksEndFrom, stands } from '../services/session-service.ts';
import { endPastHelpers } from './helper-door.ts';
import { closeSessions, consoleSessionAlive } from './sign-in.ts';

/** Cuts open pages whose sign-in or link is over by the clock: nobody asked for anything, so no door has noticed. */
export function cutEnded(services: Services): void {
  const { hub, db, clock } = services;
  const now = clock.now();
  const isOver = (hash: string): boolean => {
    const session = findSession(db, hash);
    return session === undefined || !consoleSessionAlive(session, now);
  };
  const over = hub.sessionsEverywhere('staff').filter(isOver);
  if (over.length > 0) closeSessions({ hub }, over);
  endPastHelpers(services);
  for (const eventId of hub.events()) cutEndedLinks(services, eventId);
}

/** Only where the evening is long over: before, no link can have ended, and a full hall costs nothing. */
function cutEndedLinks(services: Services, eventId: EventId): void {
  const { hub, evenings, clock, db } = services;
  const event = evenings.get(eventId)?.event;
  if (event && clock.now() < linksEndFrom(event.settings)) return;
  const over = new Set(
    (['phone', 'display'] as const)
      .flatMap((audience) => [...hub.sessionsOf(eventId, audience)])
      .filter((hash) => !stands(services, findSession(db, hash))),
  );
  if (over.size > 0) hub.closeWhere(({ sessionHash }) => over.has(sessionHash), CLOSE.notAllowed, 'ended');
}
