import type { Services } from '../services/services.ts';
import type { App } from './app-type.ts';

/** /healthz: the process is up. /readyz: it can serve; 503 while it closes or cannot read its file. */
export function healthRoutes(app: App, services: Services, draining: () => boolean): void {
  app.get('/healthz', { logLevel: 'silent' }, async () => ({ status: 'ok' }));
  app.get('/readyz', { logLevel: 'silent' }, async (_request, reply) => {
    const ready = !draining() && readable(services);
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });
}

function readable(services: Services): boolean {
  try {
    services.db.$client.prepare('SELECT 1 FROM events LIMIT 1').get();
    return true;
  } catch {
    return false;
  }
}
