import { AskForLink } from '@lapwing/shared/protocol/registration-schemas';
import { answer } from '../plugins/refusals.ts';
import { createAskedLinks } from '../services/asked-links.ts';
import type { Services } from '../services/services.ts';
import type { App } from './app-type.ts';
import { NEW_LINK_LIMIT } from './rate-limits.ts';

/** Asking for one's personal link by mail. */
export function newLinkRoutes(app: App, services: Services): void {
  const asked = createAskedLinks(services, (error) => app.log.error({ err: error }, 'failed'));
  app.addHook('preClose', async () => asked.stop());
  app.post('/new-link', { schema: { body: AskForLink }, ...NEW_LINK_LIMIT }, async ({ body, ip }, reply) =>
    answer(reply, asked.ask(body, ip)),
  );
}
