import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file so that after a power cut it is there whole, or as it was before; readable by its owner only. */
export function writeDurably(path: string, bytes: Uint8Array | string): void {
  const draft = `${path}.part`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameDurably(draft, path);
}

/** Puts a flushed file in the place of another, lastingly. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to);
  flushFolder(dirname(to));
}

/** Makes names that were given or taken in a folder last. Not every system lets a folder be opened; then it needs no flush. */
export function flushFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    // Windows: names are kept in order by the file system itself.
  }
}

/** Flushes a file that somebody else has written. */
export function flushFile(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}
