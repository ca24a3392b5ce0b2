import { existsSync, readFileSync } from 'node:fs';

/** How far the write-ahead log of a database reaches, as SQLite itself counts it: every commit moves it. */
export interface WalMark {
  readonly frames: number;
  /** Running sum over everything up to the last frame. */
  readonly checksum: readonly [number, number];
  /** Two numbers that a log gets when it begins anew: the first is one higher than before, the second is drawn. */
  readonly salt: readonly [number, number];
}

/** The part of SQLite's shared index (the file that ends in -shm) that says how far the log reaches. */
export const INDEX_HEAD_BYTES = 48;
const HEADER_BYTES = 32;
const FRAME_HEAD_BYTES = 24;
const MAGIC_BIG = 0x377f0683;
const MAGIC_LITTLE = 0x377f0682;

/** Reads the mark out of the head of the shared index; null while there is none. */
export function markIn(index: Buffer): WalMark | null {
  const initialised = index[12] === 1;
  if (index.length < INDEX_HEAD_BYTES || !initialised) return null;
  // The index is memory: in the machine's own order, and the salts as they lie in the log.
  return {
    frames: index.readUInt32LE(16),
    checksum: [index.readUInt32LE(24), index.readUInt32LE(28)],
    salt: [index.readUInt32BE(32), index.readUInt32BE(36)],
  };
}

/**
 * Whether a log that was found after a crash still holds everything up to the mark. One that began anew since (at most
 * so many times as a server may in a second) holds other frames; what the mark spoke of is in the database by then.
 */
export function holds(walFile: string, mark: WalMark): boolean {
  if (mark.frames === 0) return true;
  const wal = existsSync(walFile) ? readFileSync(walFile) : Buffer.alloc(0);
  if (wal.length < HEADER_BYTES) return false;
  const salt = [wal.readUInt32BE(16), wal.readUInt32BE(20)] as const;
  if (salt[0] !== mark.salt[0] || salt[1] !== mark.salt[1]) {
    const begunAnew = (salt[0] - mark.salt[0]) >>> 0;
    return begunAnew > 0 && begunAnew < 1_000;
  }
  const sum = sumUpTo(wal, mark.frames);
  return sum !== null && sum[0] === mark.checksum[0] && sum[1] === mark.checksum[1];
}

/** SQLite's own sum over the first `frames` frames; null where the log is shorter or a frame does not fit its sum. */
function sumUpTo(wal: Buffer, frames: number): readonly [number, number] | null {
  const magic = wal.readUInt32BE(0);
  if (magic !== MAGIC_BIG && magic !== MAGIC_LITTLE) return null;
  const read = magic === MAGIC_BIG ? wal.readUInt32BE.bind(wal) : wal.readUInt32LE.bind(wal);
  const pageBytes = wal.readUInt32BE(8);
  const frameBytes = FRAME_HEAD_BYTES + pageBytes;
  if (wal.length < HEADER_BYTES + frames * frameBytes) return null;
  let one = 0;
  let two = 0;
  const add = (from: number, to: number): void => {
    for (let at = from; at < to; at += 8) {
      one = (one + read(at) + two) >>> 0;
      two = (two + read(at + 4) + one) >>> 0;
    }
  };
  add(0, 24);
  for (let frame = 0; frame < frames; frame++) {
    const at = HEADER_BYTES + frame * frameBytes;
    add(at, at + 8);
    add(at + FRAME_HEAD_BYTES, at + frameBytes);
    if (wal.readUInt32BE(at + 16) !== one || wal.readUInt32BE(at + 20) !== two) return null;
  }
  return [one, two];
}
