import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { refusal } from '@lapwing/shared/kernel/refusal';
import { ownCookie, personSession } from '../plugins/doors.ts';
import type { Services } from '../services/services.ts';
import { type Session, touch } from '../services/session-service.ts';
import type { App } from './app-type.ts';
import { phoneListens, SOCKETS } from './sockets.ts';

/** The addresses of sockets, whatever comes after the `?`. */
const IS_SOCKET = Object.values(SOCKETS).map(
  (url) => new RegExp(`^${url.replace(/:\w+/gu, '[^/?]{1,200}')}(?:\\?|$)`, 'u'),
);
/** Fastify and all that hangs on it never hear of these: it would take the socket, and log where to. */
const NO_SOCKET = [
  'HTTP/1.1 404 Not Found',
  'content-type: application/json; charset=utf-8',
  "content-security-policy: default-src 'none'; frame-ancestors 'none'",
  'cache-control: no-store',
  'connection: close',
  '',
  JSON.stringify({ error: refusal('not-found') }),
].join('\r\n');
/** From its head to the open socket: whoever is refused on the way keeps no line open. An open one has its own clock. */
const UPGRADE_WITHIN_MS = 5_000;

const PHONE_SOCKET = /^\/me\/([\w-]{1,64})\/live$/u;

/**
 * Refuses upgrades where no socket is, before anything is looked up or written down.
 *
 * Lets phones in without a detour: what a full hall asks at once after a restart is half as dear without the request, the
 * reply and the hooks that a route takes. The same checks decide, by the same functions; whoever does not pass them goes the
 * ordinary way and is refused there, so there is one place that refuses.
 */
export function phoneUpgrades(app: App, services: Services): void {
  const { server, websocketServer } = app;
  const ordinary = server.listeners('upgrade') as ((...args: [IncomingMessage, Duplex, Buffer]) => void)[];
  server.removeAllListeners('upgrade');
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy());
    if (!IS_SOCKET.some((address) => address.test(request.url ?? ''))) {
      stream.end(NO_SOCKET, () => stream.destroy());
      return;
    }
    if (stream instanceof Socket) stream.setTimeout(UPGRADE_WITHIN_MS, () => stream.destroy());
    const session = welcome(services, request);
    if (!session) for (const way of ordinary) way.call(server, request, stream, head);
    else
      websocketServer.handleUpgrade(request, stream, head, (socket) => phoneListens(services, socket, stream, session));
  });
}

/** The person whose phone this is; null for everybody else, and where anything is unusual. */
function welcome(services: Services, { url, headers }: IncomingMessage): Session | null {
  const id = PHONE_SOCKET.exec(url ?? '')?.[1];
  if (id === undefined || headers.origin === undefined || !services.origins.allowed(headers.origin)) return null;
  try {
    const session = personSession(services, id, cookieOf(headers.cookie ?? '', ownCookie(id)));
    if (session) touch(services, session);
    return session;
  } catch {
    // the ordinary way tells of it
    return null;
  }
}

/** A cookie as we set it: never quoted or escaped. Of two with one name the first counts. */
function cookieOf(header: string, name: string): string | undefined {
  const found = header.split(';').find((part) => part.trim().startsWith(`${name}=`));
  return found?.trim().slice(name.length + 1);
}
