import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Random } from '@lapwing/shared/kernel/random';

const SECTOR = 512;
const PENDING = '.pending';
const HEAD_BYTES = 16;

/** Makes the shadow hold what a disk at rest holds: everything in the folder. */
export function shadowOf(dataDir: string, shadow: string): void {
  rmSync(shadow, { recursive: true, force: true });
  mkdirSync(shadow, { recursive: true });
  for (const path of filesUnder(dataDir, ''))
    if (!path.endsWith('-shm'))
      writeFileSync(join(shadow, path.replaceAll('/', '%')), readFileSync(join(dataDir, path)));
}

/**
 * Makes the folder what a disk may hold after the power went: everything that was flushed, and of what was written
 * since any part, sector by sector.
 * @param share how likely an unflushed sector has arrived, of 100
 */
export function powerCut(dataDir: string, shadow: string, share: number, random: Random): void {
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { mode: 0o700 });
  const names = readdirSync(shadow).filter((name) => !name.endsWith('.next'));
  for (const name of names.filter((one) => !one.endsWith(PENDING)))
    put(join(dataDir, name.replaceAll('%', '/')), readFileSync(join(shadow, name)));
  for (const name of names.filter((one) => one.endsWith(PENDING)))
    replay(join(dataDir, name.slice(0, -PENDING.length).replaceAll('%', '/')), join(shadow, name), share, random);
  shadowOf(dataDir, shadow);
}

function put(path: string, bytes: Buffer): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, bytes, { mode: 0o600 });
}

function replay(path: string, pendingFile: string, share: number, random: Random): void {
  const pending = readFileSync(pendingFile);
  if (!existsSync(path)) put(path, Buffer.alloc(0));
  let bytes = readFileSync(path);
  for (let at = 0; at + HEAD_BYTES <= pending.length; ) {
    const offset = Number(pending.readBigInt64LE(at));
    const length = Number(pending.readBigInt64LE(at + 8));
    at += HEAD_BYTES;
    if (length < 0) {
      if (random.below(100) < share) bytes = bytes.subarray(0, offset);
      continue;
    }
    const written = pending.subarray(at, at + length);
    at += written.length;
    for (let from = 0; from < written.length; from += SECTOR) {
      if (random.below(100) >= share) continue;
      const sector = written.subarray(from, from + SECTOR);
      const end = offset + from + sector.length;
      // A hole between what has arrived reads as zeros.
      if (end > bytes.length) bytes = Buffer.concat([bytes, Buffer.alloc(end - bytes.length)]);
      else bytes = Buffer.from(bytes);
      sector.copy(bytes, offset + from);
    }
  }
  writeFileSync(path, bytes, { mode: 0o600 });
}

function filesUnder(folder: string, below: string): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(folder, path) : [path];
  });
}

/** Damages a file: `count` bytes from `at` are other ones. */
export function flip(path: string, at: number, count: number): void {
  const bytes = readFileSync(path);
  for (let n = at; n < Math.min(at + count, bytes.length); n++) bytes[n] = (bytes[n] ?? 0) ^ 0xff;
  writeFileSync(path, bytes);
}
