import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';

/**
 * Stands in front of a real server, and can make its files those of the next build: other names in every page and script,
 * and nothing under the names of before.
 */
export interface NextBuild {
  readonly origin: string;
  deploy(): void;
  /** Nobody answers any more, until `back`. */
  away(): void;
  back(): void;
  close(): void;
}

const NAME = /([A-Za-z][\w-]*-[\w-]{8})\.(js|css)/gu;
/** Pages that hold other names have another revision, by which the worker knows them. */
const REVISION = /(revision:[`"'])([0-9a-f]{16})/gu;
const renamed = (text: string): string => text.replace(NAME, '$1.next.$2').replace(REVISION, '$1next$2');
const TEXT = /html|javascript|json|css/u;

export async function nextBuild(target: number, port: number): Promise<NextBuild> {
  let deployed = false;
  let gone = false;
  const sockets = new Set<Socket>();
  const answer = (asked: IncomingMessage, reply: ServerResponse): void => {
    const path = asked.url ?? '/';
    const isAsset = path.startsWith('/assets/');
    if (isAsset && deployed !== path.includes('.next.')) {
      reply.writeHead(404, { 'content-type': 'application/json' }).end('{"error":{"code":"not-found"}}');
      return;
    }
    const { 'accept-encoding': _, ...headers } = asked.headers;
    const onward = request(
      { host: '127.0.0.1', port: target, method: asked.method, path: path.replace('.next.', '.'), headers },
      (answered) => {
        const parts: Buffer[] = [];
        answered.on('data', (part: Buffer) => parts.push(part));
        answered.on('end', () => {
          const whole = Buffer.concat(parts);
          const isText = deployed && TEXT.test(String(answered.headers['content-type']));
          const body = isText ? Buffer.from(renamed(whole.toString())) : whole;
          const { 'content-length': _length, 'transfer-encoding': _encoding, ...kept } = answered.headers;
          reply.writeHead(answered.statusCode ?? 502, { ...kept, 'content-length': body.length }).end(body);
        });
      },
    );
    onward.on('error', () => reply.destroy());
    asked.pipe(onward);
  };
  const server = createServer(answer);
  server.on('connection', (socket) => {
    if (gone) socket.destroy();
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (asked: IncomingMessage, socket: Socket, head: Buffer) => {
    const onward = connect(target, '127.0.0.1', () => {
      const lines = asked.rawHeaders.reduce(
        (all, text, index) => all + (index % 2 === 0 ? `${text}: ` : `${text}\r\n`),
        `${asked.method} ${asked.url} HTTP/1.1\r\n`,
      );
      onward.write(`${lines}\r\n`);
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    for (const end of [onward, socket]) end.on('error', () => [onward, socket].forEach((one) => void one.destroy()));
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    origin: `http://localhost:${port}`,
    deploy() {
      deployed = true;
      cut();
    },
    away() {
      gone = true;
      cut();
    },
    back() {
      gone = false;
    },
    close() {
      cut();
      server.close();
    },
  };
}
