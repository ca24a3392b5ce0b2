import type { AddressInfo } from 'node:net';
import type { ServerMessage } from '@lapwing/shared/protocol/messages';
import WebSocket from 'ws';
import type { App } from '../../server/src/routes/app-type.ts';
import { type Caller, ORIGIN } from './test-caller.ts';

type Kind = ServerMessage['t'];
type Of<K extends Kind> = Extract<ServerMessage, { t: K }>;

/** A page's socket: everything it ever heard, in order. */
export interface TestSocket {
  readonly socket: WebSocket;
  readonly texts: readonly string[];
  readonly messages: readonly ServerMessage[];
  /** How it was closed. */
  readonly closed: Promise<{ code: number; reason: string }>;
  all<K extends Kind>(kind: K): Of<K>[];
  last<K extends Kind>(kind: K): Of<K>;
  /** Forgets what was heard, so that `until` waits for what comes next. */
  forget(): void;
  /** Resolves when everything the server had sent until now has come in. */
  settled(): Promise<void>;
  /** Resolves when a message of this kind suits; looks at past ones too. */
  until<K extends Kind>(kind: K, suits?: (message: Of<K>) => boolean): Promise<Of<K>>;
}

/** Collects what a socket hears. Call it before the first message can come. */
export function listenTo(socket: WebSocket): TestSocket {
  const texts: string[] = [];
  const messages: ServerMessage[] = [];
  const waiting = new Set<() => void>();
  let asked = 0;
  socket.on('message', (data) => {
    texts.push(String(data));
    messages.push(JSON.parse(String(data)) as ServerMessage);
    for (const look of [...waiting]) look();
  });
  socket.on('error', () => {});
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }));
  });
  const all = <K extends Kind>(kind: K): Of<K>[] => messages.filter((message): message is Of<K> => message.t === kind);
  const until: TestSocket['until'] = (kind, suits = () => true) =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = all(kind).find(suits);
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return {
    socket,
    texts,
    messages,
    closed,
    all,
    last(kind) {
      const found = all(kind).at(-1);
      if (!found) throw new Error(`no ${kind} came`);
      return found;
    },
    forget() {
      texts.length = 0;
      messages.length = 0;
    },
    async settled() {
      asked += 1;
      const a = asked / 1_000;
      socket.send(JSON.stringify({ t: 'c', a }));
      await until('c', (answer) => answer.a === a);
    },
    until,
  };
}

/**
 * Opens a socket of the app as a page with these cookies. Rejects with the status where the upgrade is refused.
 * @param headers other headers; an `origin` of '' sends none
 */
export async function openSocket(
  app: App,
  path: string,
  caller: Caller | null,
  headers: Record<string, string> = {},
): Promise<TestSocket> {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const cookie = caller?.cookieHeader() ?? '';
  const all = Object.entries({ origin: ORIGIN, cookie, ...headers }).filter(([, value]) => value !== '');
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers: Object.fromEntries(all) });
  const heard = listenTo(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('unexpected-response', (request, answer) => {
      request.destroy();
      reject(new Error(`refused with ${answer.statusCode}`));
    });
  });
  return heard;
}
