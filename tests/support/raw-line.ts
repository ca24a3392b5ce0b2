import { type AddressInfo, connect, type Socket } from 'node:net';
import type { App } from '../../server/src/routes/app-type.ts';

/** A bare connection to the server, for what no HTTP library would send. */
export interface RawLine {
  readonly socket: Socket;
  /** All that came back until the server hung up, or until `within` milliseconds were over. */
  heard(within?: number): Promise<string>;
}

export async function rawLine(app: App, text: string): Promise<RawLine> {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  let come = '';
  socket.on('data', (bytes) => {
    come += bytes.toString('latin1');
  });
  socket.on('error', () => {});
  const over = new Promise<void>((done) => {
    socket.on('close', () => done());
  });
  await new Promise<void>((ready) => {
    socket.once('connect', () => ready());
  });
  socket.write(text);
  return {
    socket,
    async heard(within = 1_000) {
      await Promise.race([over, new Promise((late) => setTimeout(late, within))]);
      socket.destroy();
      return come;
    },
  };
}
