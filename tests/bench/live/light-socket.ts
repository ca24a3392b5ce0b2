/**
 * A page's socket at its lightest: an upgrade, unmasked frames in, clock questions out. Checks no accept key and keeps
 * nothing it was told; ten thousand of these in one process have to leave the machine to the servers.
 */
import { connect, type Socket } from 'node:net';
import { machineNow } from './statistics.ts';

/** What a page sends to be let in. */
export interface Door {
  readonly port: number;
  readonly path: string;
  /** '' where nobody asks for one. */
  readonly cookie: string;
  readonly origin: string;
}

export interface Ears {
  opened(): void;
  /** One text frame: `text` lies in a buffer that is used again at once. `at` is the machine's time. */
  heard(frame: Buffer, at: number): void;
  closed(): void;
}

export interface LightSocket {
  send(text: string): void;
  close(): void;
}

const READ_SIZE = 64 * 1024;
/** Sockets of one process are read one after the other, so they share what they are read into. */
const shared = Buffer.alloc(READ_SIZE);
const HEADERS_END = Buffer.from('\r\n\r\n');
const TEXT = 0x81;

export function openLight(door: Door, ears: Ears): LightSocket {
  let open = false;
  let rest: Buffer | null = null;
  const take = (size: number, buffer: Buffer): boolean => {
    const at = machineNow();
    const fresh = buffer.subarray(0, size);
    let bytes = rest === null ? fresh : Buffer.concat([rest, fresh]);
    rest = null;
    if (!open) {
      const end = bytes.indexOf(HEADERS_END);
      if (end >= 0 && !bytes.subarray(0, 13).equals(SWITCHING)) socket.destroy();
      if (end >= 0 && !socket.destroyed) {
        open = true;
        ears.opened();
        bytes = bytes.subarray(end + HEADERS_END.length);
      }
    }
    const left = open ? eachFrame(bytes, (frame) => ears.heard(frame, at)) : bytes;
    if (left.length > 0) rest = Buffer.from(left);
    return true;
  };
  const onread = { buffer: shared, callback: take as (size: number, buffer: Uint8Array) => boolean };
  const socket: Socket = connect({ port: door.port, host: '127.0.0.1', noDelay: true, onread });
  socket.on('error', () => {});
  socket.on('close', () => ears.closed());
  socket.write(upgrade(door));
  return { send: (text) => void socket.write(masked(text)), close: () => void socket.destroy() };
}

const SWITCHING = Buffer.from('HTTP/1.1 101 ');

const upgrade = ({ port, path, cookie, origin }: Door): string =>
  [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: bGFwd2luZy1iZW5jaC1rZQ==',
    ...(origin === '' ? [] : [`Origin: ${origin}`]),
    ...(cookie === '' ? [] : [`Cookie: ${cookie}`]),
    '\r\n',
  ].join('\r\n');

/** Hands on every whole text frame and answers the bytes of the one that is not whole yet. */
function eachFrame(bytes: Buffer, hand: (frame: Buffer) => void): Buffer {
  let at = 0;
  while (bytes.length - at >= 2) {
    const short = (bytes[at + 1] as number) & 0x7f;
    const head = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (bytes.length - at < head) break;
    const size =
      short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
    if (bytes.length - at < head + size) break;
    if (bytes[at] === TEXT) hand(bytes.subarray(at + head, at + head + size));
    at += head + size;
  }
  return bytes.subarray(at);
}

/** Masked as a client must, with a mask of zeros. */
function masked(text: string): Buffer {
  const size = Buffer.byteLength(text);
  if (size > 125) throw new Error('Only short messages go upwards.');
  const frame = Buffer.alloc(6 + size);
  frame[0] = TEXT;
  frame[1] = 0x80 | size;
  frame.write(text, 6);
  return frame;
}
