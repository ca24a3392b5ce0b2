import type { EventId } from '@lapwing/shared/kernel/ids';
import { refusal } from '@lapwing/shared/kernel/refusal';
import { ok, refused } from '@lapwing/shared/kernel/result';
import { ChangeLook, DisplayParams, TellState } from '@lapwing/shared/protocol/schemas';
import { answer } from '../plugins/refusals.ts';
import { changeLook, displayOf, isListed } from '../services/display-service.ts';
import type { Services } from '../services/services.ts';
import type { App } from './app-type.ts';
import { SCREEN_LIMIT } from './rate-limits.ts';

/** What a display says of itself: how it was set up where it stands, and what only its browser knows. */
export function displayRoutes(app: App, services: Services): void {
  const own = (session: { readonly eventId: EventId | null; readonly hash: string } | null) =>
    session?.eventId ? displayOf(services, session.eventId, session.hash) : null;
  app.put(
    '/display/:displayId/look',
    { schema: { params: DisplayParams, body: ChangeLook }, ...SCREEN_LIMIT },
    async ({ session, body }, reply) => {
      const display = own(session);
      return answer(reply, display ? changeLook(services, display, body) : refused(refusal('not-found')));
    },
  );
  app.put(
    '/display/:displayId/state',
    { schema: { params: DisplayParams, body: TellState }, ...SCREEN_LIMIT },
    async ({ session, body }, reply) => {
      const display = own(session);
      if (!session || !display) return answer(reply, refused(refusal('not-found')));
      // of a screen that is not listed nothing is kept
      if (!isListed(services, session.hash)) return answer(reply, ok(undefined));
      services.evenings.displayTold(display.eventId, display.id, body);
      return answer(reply, ok(undefined));
    },
  );
}
