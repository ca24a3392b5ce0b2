import { connect, createServer, type Socket } from 'node:net';
import { BAD_300_MS, type NetworkKind, wayThrough } from './networks.ts';
import { machineNow } from './statistics.ts';

/** A bad network in front of a server: what comes in on its port goes there and back late. */
export interface Relay {
  readonly port: number;
  /** From now on nothing gets through for so long, in either direction; what was said meanwhile comes afterwards. */
  outage(milliseconds: number): void;
  close(): void;
}

/** TCP’s first wait for an answer at 300 ms there and back; it doubles each time. */
const FIRST_WAIT_FROM_MS = 400;
const FIRST_WAIT_TO_MS = 800;

/** Each direction of each connection is late by its own network, and never overtakes itself: TCP keeps order. */
export async function badRelay(
  serverPort: number,
  random: () => number,
  kind: NetworkKind = BAD_300_MS,
): Promise<Relay> {
  let outageUntil = 0;
  const open = new Set<Socket>();

  /** When a segment that is sent at `at` gets a chance: while nothing gets through it is said again, ever more rarely. */
  function getsThrough(at: number): number {
    let wait = FIRST_WAIT_FROM_MS + (FIRST_WAIT_TO_MS - FIRST_WAIT_FROM_MS) * random();
    let tried = at;
    while (tried < outageUntil) {
      tried += wait;
      wait *= 2;
    }
    return tried;
  }

  function late(from: Socket, to: Socket): void {
    const way = wayThrough(kind, random);
    const queue: { at: number; bytes: Buffer }[] = [];
    let last = 0;
    const deliver = (): void => {
      while (queue[0] && queue[0].at <= machineNow()) {
        const due = queue[0];
        if (due.at < outageUntil) {
          // it was under way when the network went: said again afterwards
          due.at = getsThrough(due.at) + way();
          break;
        }
        queue.shift();
        if (!to.destroyed) to.write(due.bytes);
      }
      if (queue[0]) setTimeout(deliver, Math.max(0, queue[0].at - machineNow()));
    };
    from.on('data', (bytes: Buffer) => {
      last = Math.max(last, getsThrough(machineNow()) + way());
      queue.push({ at: last, bytes });
      if (queue.length === 1) setTimeout(deliver, Math.max(0, last - machineNow()));
    });
  }

  const server = createServer({ noDelay: true }, (page) => {
    const behind = connect({ port: serverPort, host: '127.0.0.1', noDelay: true });
    for (const [one, other] of [
      [page, behind],
      [behind, page],
    ] as const) {
      open.add(one);
      late(one, other);
      one.on('error', () => one.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    outage(milliseconds) {
      outageUntil = machineNow() + milliseconds;
    },
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
