import { EventEmitter, once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Random } from '@lapwing/shared/kernel/random';

/** A bad network on this machine: a relay between pages and the server. */
export interface Weather {
  /** One way, both ways. */
  readonly delayMs: number;
  readonly jitterMs: number;
  /** How likely a piece stalls as if it had to be sent again, of 100; and for how long. */
  readonly stallShare: number;
  readonly stallMs: number;
}

export const FAIR: Weather = { delayMs: 0, jitterMs: 0, stallShare: 0, stallMs: 0 };

interface Line {
  readonly near: Socket;
  readonly far: Socket;
}

/**
 * Carries bytes both ways. `silent`: both ends believe that they are connected and hear nothing (a cut cable); `deaf`:
 * what the server answers is dropped, so that a request arrives and its answer does not.
 */
export class Relay {
  private readonly server: Server;
  private readonly lines = new Set<Line>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly random: Random;
  weather: Weather;
  silent = false;
  deaf = false;
  /** How many lines the server itself has cut. */
  cutByServer = 0;
  private readonly cuts = new EventEmitter();

  private constructor(target: number, weather: Weather, random: Random) {
    this.weather = weather;
    this.random = random;
    this.server = createServer((near) => this.join(near, target));
  }

  static async open(target: number, random: Random, weather: Weather = FAIR): Promise<Relay> {
    const relay = new Relay(target, weather, random);
    await new Promise<void>((done) => relay.server.listen(0, '127.0.0.1', done));
    return relay;
  }

  get port(): number {
    const address = this.server.address();
    return address !== null && typeof address === 'object' ? address.port : 0;
  }

  /** Resolves with true when the server has cut so many lines, with false when it does not in all this time. */
  async untilCut(count: number, patienceMs: number): Promise<boolean> {
    const patience = AbortSignal.timeout(patienceMs);
    try {
      while (this.cutByServer < count) await once(this.cuts, 'cut', { signal: patience });
      return true;
    } catch {
      return false;
    }
  }

  /** Every line breaks with a reset. */
  breakLines(): void {
    for (const { near, far } of this.lines) {
      near.destroy();
      far.destroy();
    }
    this.lines.clear();
  }

  async close(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer);
    this.breakLines();
    await new Promise((done) => this.server.close(done));
  }

  private join(near: Socket, target: number): void {
    const far = connect(target, '127.0.0.1');
    const line = { near, far };
    this.lines.add(line);
    this.carry(near, far, false);
    this.carry(far, near, true);
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      socket.on('error', () => socket.destroy());
    }
    // A cable that was cut carries no farewell either.
    near.on('close', () => {
      const known = this.lines.delete(line);
      if (known && !this.silent) far.destroy();
    });
    far.on('close', () => {
      if (!this.lines.has(line)) return;
      this.cutByServer += 1;
      this.cuts.emit('cut');
      if (!this.silent) near.destroy();
    });
  }

  private carry(from: Socket, to: Socket, isAnswer: boolean): void {
    let free = 0;
    from.on('data', (bytes) => {
      if (this.silent || (isAnswer && this.deaf)) return;
      const { delayMs, jitterMs, stallShare, stallMs } = this.weather;
      if (delayMs + jitterMs + stallShare === 0 && free <= performance.now()) {
        to.write(bytes);
        return;
      }
      const stall = this.random.below(100) < stallShare ? stallMs : 0;
      // A stream keeps its order: what follows a stalled piece waits for it.
      free = Math.max(free, performance.now() + delayMs + this.random.below(jitterMs + 1) + stall);
      const timer = setTimeout(
        () => {
          this.timers.delete(timer);
          if (!this.silent && !to.destroyed) to.write(bytes);
        },
        Math.max(0, free - performance.now()),
      );
      this.timers.add(timer);
    });
  }
}
