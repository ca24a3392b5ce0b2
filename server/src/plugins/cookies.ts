import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../services/services.ts';
import { hostCookiesSince, sessionOf } from '../services/session-service.ts';

/** Attributes of our cookies. On plain http (a laptop in the hall) a Secure cookie would never come back. */
export const cookieOptions = (path: string, https: boolean) => ({
  path,
  httpOnly: true,
  secure: https,
  sameSite: 'lax' as const,
  maxAge: 30 * 86_400,
});

/** In which browser a form was filled, for a day: says nothing of whom it was for, and opens nothing. */
export const FORM_COOKIE = 'lapwing_form';

/** Gives a browser that opens a form what tells it from others. */
export function markFormBrowser(request: FastifyRequest, reply: FastifyReply, token: string, https: boolean): void {
  if (request.cookies[FORM_COOKIE] !== undefined) return;
  reply.setCookie(FORM_COOKIE, token, { ...cookieOptions('/e/', https), maxAge: 86_400 });
}

export const CONSOLE_COOKIE = 'lapwing_console';
export const HELPER_COOKIE = 'lapwing_helper';
type Name = typeof CONSOLE_COOKIE | typeof HELPER_COOKIE;

/** Over https a browser takes this name from our very host alone: no neighbour of the domain can slip us a session of theirs. */
const onTheWire = (name: Name, https: boolean): string => (https ? `__Host-${name}` : name);

/** Strict: no page of another origin ever acts as somebody. Without `maxAge` for what is cleared; Secure even then. */
const optionsOf = (https: boolean) => ({ ...cookieOptions('/', https), sameSite: 'strict' as const });

/** Gives the browser a session that is good for the whole of this server. */
export const giveCookie = (reply: FastifyReply, name: Name, token: string, https: boolean): FastifyReply =>
  reply.setCookie(onTheWire(name, https), token, optionsOf(https));

export function clearCookie(reply: FastifyReply, name: Name, https: boolean): FastifyReply {
  const { maxAge: _, ...options } = optionsOf(https);
  return reply.clearCookie(onTheWire(name, https), options);
}

/**
 * Whoever reads these cookies reads them under one name, whatever it is on the wire. Over https a session that has only the
 * plain name counts if it is older than our use of the other one, and is given that: nobody is signed out by an update, or
 * by a certificate.
 */
export function registerHostCookies(app: FastifyInstance, services: Services, https: boolean): void {
  if (!https) return;
  const since = hostCookiesSince(services);
  const isOlder = (token: string): boolean => {
    const session = sessionOf(services, token);
    return session !== undefined && session.createdAt < since;
  };
  const settle = (request: FastifyRequest, reply: FastifyReply, name: Name): void => {
    const plain = request.cookies[name];
    const own = request.cookies[onTheWire(name, true)];
    if (own === undefined && plain !== undefined && isOlder(plain)) {
      giveCookie(reply, name, plain, true);
      clearCookie(reply, name, false);
    } else request.cookies[name] = own;
  };
  app.addHook('onRequest', (request, reply, done) => {
    settle(request, reply, CONSOLE_COOKIE);
    settle(request, reply, HELPER_COOKIE);
    done();
  });
}
