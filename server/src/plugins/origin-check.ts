import { refusal } from '@lapwing/shared/kernel/refusal';
import type { FastifyInstance } from 'fastify';
import type { Origins } from '../origins.ts';
import { refuse } from './refusals.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses changes and sockets from pages of other origins. Browsers always send Origin with both. */
export function registerOriginCheck(app: FastifyInstance, origins: Origins): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    const upgrade = request.headers.upgrade !== undefined;
    if (SAFE.has(request.method) && !upgrade) return done();
    const site = request.headers['sec-fetch-site'];
    const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
    // A programme without a browser sends no Origin on a POST; it holds no cookie that somebody else could misuse.
    const missingIsFine = !upgrade && !foreignSite;
    if (origin === undefined ? missingIsFine : origins.allowed(origin)) return done();
    refuse(reply, refusal('foreign-origin'));
  });
}
