import { refusal } from '@lapwing/shared/kernel/refusal';
import type { FastifyInstance } from 'fastify';

/** Header fields of one request: browsers send some twenty, proxies add a few. */
const MOST_FIELDS = 100;

/** What a request may look like before anybody reads it: few header fields, and bodies only as JSON. */
export function registerLimits(app: FastifyInstance): void {
  // Node drops what comes after this many without a word; one more than may be shows that there were more.
  app.server.maxHeadersCount = MOST_FIELDS + 1;
  // The other kind that Fastify reads unasked is the one that any page may send without being asked about.
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', (request, reply, done) => {
    // names and values stand one after the other
    if (request.raw.rawHeaders.length <= 2 * MOST_FIELDS) return done();
    reply.code(431).send({ error: refusal('too-large') });
  });
}
