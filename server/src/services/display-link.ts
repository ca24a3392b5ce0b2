import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { CLOSE } from '@lapwing/shared/protocol/messages';
import { findDisplay, findDisplayOfSession, removeDisplay, sessionsOfDisplay } from '../db/repositories/displays.ts';
import { findEvent, setDisplayGeneration } from '../db/repositories/events.ts';
import { revokeDisplayLinks } from '../db/repositories/links.ts';
import { moveSession, removeSession } from '../db/repositories/sessions.ts';
import { transact } from '../db/transact.ts';
import { grantDisplayLink } from './link-service.ts';
import { type Services, wholeNow } from './services.ts';

/**
 * Makes the link of an event's displays anew: the old one opens nothing any more.
 * @param screenId the one screen that goes dark, the others go on; null: all of them do
 */
export function renewDisplayLink(
  services: Services,
  eventId: EventId,
  screenId: string | null,
): Result<undefined, Refusal> {
  const { db, secrets, clock, hub, evenings } = services;
  const done = transact<readonly string[], Refusal>(db, (tx) => {
    const event = findEvent(tx, eventId);
    const screen = screenId === null ? undefined : findDisplay(tx, eventId, screenId);
    if (!event || (screenId !== null && !screen)) return refused(refusal('not-found'));
    const now = wholeNow(clock);
    const displayGeneration = event.displayGeneration + 1;
    revokeDisplayLinks(tx, event.displayId, now);
    setDisplayGeneration(tx, eventId, displayGeneration);
    const linkHash = grantDisplayLink(tx, secrets, { ...event, displayGeneration }, now);
    const all = sessionsOfDisplay(tx, event.displayId);
    const dark = screen ? [screen.sessionHash] : all;
    for (const hash of all.filter((one) => !dark.includes(one))) moveSession(tx, hash, linkHash);
    for (const hash of dark) {
      removeSession(tx, hash);
      const shown = findDisplayOfSession(tx, hash);
      if (shown) removeDisplay(tx, shown.id);
    }
    return ok(dark);
  });
  if (!done.ok) return done;
  const dark = new Set(done.value);
  hub.closeWhere(({ sessionHash }) => dark.has(sessionHash), CLOSE.notAllowed, 'renewed');
  evenings.changed(eventId);
  evenings.listenersChanged(eventId);
  return ok(undefined);
}
