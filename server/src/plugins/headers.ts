import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import fastify, { type FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A page that search engines may keep: no person's, no evening's. */
    indexable?: boolean;
  }
}

/** What the plugin does not know. */
export const FIXED_HEADERS = {
  'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
  'x-robots-tag': 'noindex',
} as const;

/**
 * Browser protection, the same on every answer. The plugin puts it together anew for each request, which was a tenth of
 * what a phone costs that comes back after a restart; so it is asked once. Plain http on a LAN must
 * go on working: no upgrade to https and no HSTS unless the address is https.
 */
export async function registerHeaders(app: FastifyInstance, https: boolean): Promise<void> {
  const fixed = await headersOf({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        // Older Safari does not count ws: as 'self'; the upgrade checks Origin anyway.
        connectSrc: ["'self'", 'ws:', 'wss:'],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
    crossOriginOpenerPolicy: https ? { policy: 'same-origin' } : false,
    originAgentCluster: https,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
  });
  app.addHook('onRequest', (_request, { raw }, done) => {
    for (const [name, value] of fixed) raw.setHeader(name, value);
    done();
  });
  app.addHook('onSend', async (request, reply) => {
    reply.headers(FIXED_HEADERS);
    if (request.routeOptions.config.indexable && reply.statusCode === 200) reply.removeHeader('x-robots-tag');
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
}

async function headersOf(options: FastifyHelmetOptions): Promise<[string, string][]> {
  const once = fastify();
  await once.register(helmet, options);
  once.get('/', async (_request, { raw }) => raw.getHeaders());
  const answer = await once.inject('/');
  return Object.entries(answer.json<Record<string, string>>());
}
