import { EventEmitter, once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Random } from '@lapwing/shared/kernel/random';

const TEXT = 0x81;
/** How many room frames of a page are kept, to come once more on another line. */
const REMEMBERED = 6;

/**
 * A relay that understands the frames a server sends to a page, and brings those of the room in the wrong order: twice,
 * swapped with the next, or an old one of the page's last line after the new snapshot. Everything else passes as it is.
 */
export class FrameRelay {
  private readonly server: Server;
  private readonly random: Random;
  private readonly old = new Map<string, Buffer[]>();
  private readonly sockets = new Set<Socket>();
  private readonly upgraded = new Set<Socket>();
  private readonly joined = new EventEmitter();
  /** While false everything passes as it is, so that the last state comes through. */
  disturbing = true;
  disturbed = 0;

  private constructor(target: number, random: Random) {
    this.random = random;
    this.server = createServer((near) => this.join(near, target));
  }

  static async open(target: number, random: Random): Promise<FrameRelay> {
    const relay = new FrameRelay(target, random);
    await new Promise<void>((done) => relay.server.listen(0, '127.0.0.1', done));
    return relay;
  }

  get port(): number {
    const address = this.server.address();
    return address !== null && typeof address === 'object' ? address.port : 0;
  }

  /** Resolves when `count` pages are connected to the server. */
  async untilLines(count: number): Promise<void> {
    while (this.upgraded.size < count) await once(this.joined, 'join');
  }

  breakLines(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.breakLines();
    await new Promise((done) => this.server.close(done));
  }

  private join(near: Socket, target: number): void {
    const far = connect(target, '127.0.0.1');
    let path = '';
    near.once('data', (head: Buffer) => {
      path = /^GET (\S+)/u.exec(String(head))?.[1] ?? '';
    });
    near.pipe(far);
    const frames = new FrameReader();
    const line = new Disturbed(this.random, (frame) => void (near.destroyed || near.write(frame)));
    far.on('data', (bytes: Buffer) => {
      const { head, whole } = frames.read(bytes);
      if (head) {
        near.write(head);
        this.upgraded.add(far);
        this.joined.emit('join');
      }
      for (const frame of whole) this.pass(line, path, frame);
    });
    for (const socket of [near, far]) {
      this.sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.sockets.delete(socket);
        this.upgraded.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
  }

  private pass(line: Disturbed, path: string, frame: Buffer): void {
    const isRoom = frame[0] === TEXT && frame.includes('"t":"room"');
    if (!isRoom || !this.disturbing) {
      line.plainly(frame);
      return;
    }
    const known = this.old.get(path) ?? [];
    this.old.set(path, [...known, frame].slice(-REMEMBERED));
    const late = known[this.random.below(Math.max(1, known.length))];
    this.disturbed += line.somehow(frame, late) ? 1 : 0;
  }
}

/** One line to a page, on which frames may be held back until after the next. */
class Disturbed {
  private held: Buffer | null = null;
  private readonly random: Random;
  private readonly write: (frame: Buffer) => void;

  constructor(random: Random, write: (frame: Buffer) => void) {
    this.random = random;
    this.write = write;
  }

  plainly(frame: Buffer): void {
    this.write(frame);
    if (this.held) this.write(this.held);
    this.held = null;
  }

  /** Answers whether anything was other than it should be. */
  somehow(frame: Buffer, late: Buffer | undefined): boolean {
    const way = this.random.below(4);
    if (way === 3 && this.held === null) {
      this.held = frame;
      return true;
    }
    this.plainly(frame);
    if (way === 1) this.write(frame);
    if (way === 2 && late) this.write(late);
    return way !== 0;
  }
}

/** Cuts what a server sends into the answer to the upgrade and whole frames. */
class FrameReader {
  private rest = Buffer.alloc(0);
  private upgraded = false;

  read(bytes: Buffer): { head: Buffer | null; whole: Buffer[] } {
    this.rest = Buffer.concat([this.rest, bytes]);
    let head: Buffer | null = null;
    if (!this.upgraded) {
      const end = this.rest.indexOf('\r\n\r\n');
      if (end < 0) return { head: null, whole: [] };
      head = this.rest.subarray(0, end + 4);
      this.rest = this.rest.subarray(end + 4);
      this.upgraded = true;
    }
    const whole: Buffer[] = [];
    for (let length = this.frameLength(); length !== null; length = this.frameLength()) {
      whole.push(this.rest.subarray(0, length));
      this.rest = this.rest.subarray(length);
    }
    return { head, whole };
  }

  /** Of the first frame, header included; null while it is not all here. A server never masks. */
  private frameLength(): number | null {
    const { rest } = this;
    if (rest.length < 2) return null;
    const short = (rest[1] ?? 0) & 0x7f;
    if (short === 126 && rest.length < 4) return null;
    if (short === 127 && rest.length < 10) return null;
    const length =
      short === 126 ? 4 + rest.readUInt16BE(2) : short === 127 ? 10 + Number(rest.readBigUInt64BE(2)) : 2 + short;
    return rest.length >= length ? length : null;
  }
}
