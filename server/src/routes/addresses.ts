import { LinkHost } from '@lapwing/shared/protocol/schemas';
import { answer } from '../plugins/refusals.ts';
import { chooseLinkHost, linkAddress } from '../services/address-service.ts';
import type { Services } from '../services/services.ts';
import type { App } from './app-type.ts';

/** Which of this machine's addresses links and QR codes carry. */
export function addressRoutes(app: App, services: Services): void {
  app.get('/api/link-address', async () => linkAddress(services));
  app.put('/api/link-address', { schema: { body: LinkHost } }, async (request, reply) =>
    answer(reply, chooseLinkHost(services, request.body.host)),
  );
}
