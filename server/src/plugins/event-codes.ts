import { refusal } from '@lapwing/shared/kernel/refusal';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../services/services.ts';
import { refuse } from './refusals.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Too many wrong codes came from where this one comes from: nothing is told of it, neither that it is right nor wrong. */
    codeHeldBack: boolean;
  }
}

/** Everything behind the code of an event begins so. */
const BEHIND_CODE = '/e/:code';
/** Pages come without the event, and their script says why. */
const PAGES: ReadonlySet<string> = new Set(['/e/:code', '/e/:code/student', '/e/:code/mentor']);

/** Slows down whoever tries codes out, on whatever route. */
export function registerEventCodes(app: FastifyInstance, services: Services): void {
  app.decorateRequest('codeHeldBack', false);
  app.addHook('onRequest', (request, reply, done) => {
    const { url = '' } = request.routeOptions;
    if (!url.startsWith(BEHIND_CODE)) return done();
    const { code } = request.params as { code: string };
    request.codeHeldBack = !services.eventCodes.mayLook(code.toUpperCase(), request.ip);
    if (!request.codeHeldBack || (request.method !== 'POST' && request.method !== 'PUT' && PAGES.has(url)))
      return done();
    refuse(reply, refusal('too-many-requests'));
  });
}
