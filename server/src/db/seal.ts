import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../durable-file.ts';
import { holds, INDEX_HEAD_BYTES, markIn, type WalMark } from './wal-file.ts';

/**
 * What the data file was when the server last looked, kept beside it in `lapwing.seal`. SQLite believes any pages that fit
 * together, also those of another copy, and cuts off a damaged end of its log without a word; the seal tells.
 */
interface Seal {
  /** After a clean end: the file's own hash. */
  readonly closed?: string;
  /** While it runs: how far the log reached. */
  readonly mark?: WalMark | null;
}

const sealFile = (dataDir: string): string => join(dataDir, 'lapwing.seal');
const dataFile = (dataDir: string): string => join(dataDir, 'lapwing.db');
const hashOfFile = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

function read(dataDir: string): Seal | null {
  try {
    return JSON.parse(readFileSync(sealFile(dataDir), 'utf8')) as Seal;
  } catch {
    // None, or torn by a power cut: then only the integrity check speaks.
    return null;
  }
}

/** What the seal finds wrong with the files as they lie there, before anything opens them. */
export function sealFindings(dataDir: string): string[] {
  const seal = read(dataDir);
  if (seal === null) return [];
  const file = dataFile(dataDir);
  if (!statSync(file, { throwIfNoEntry: false })?.size)
    return ['lapwing.db is missing or empty (to begin with a new one, delete lapwing.seal)'];
  const wal = `${file}-wal`;
  if (seal.closed !== undefined) {
    const beside = existsSync(wal) && statSync(wal).size > 0;
    if (beside) return ['beside lapwing.db lies a log (-wal) that is not its own'];
    return hashOfFile(file) === seal.closed ? [] : ['lapwing.db was changed while no server ran'];
  }
  if (seal.mark && !holds(wal, seal.mark)) return ['the log (lapwing.db-wal) lacks commands that had been written'];
  return [];
}

/** From now on the file changes: what was known of it at rest no longer counts. Lasting, before the first change. */
export function breakSeal(dataDir: string): void {
  // A folder that has none is being filled for the first time: a seal without a file would look like a loss.
  if (existsSync(sealFile(dataDir))) writeDurably(sealFile(dataDir), JSON.stringify({ mark: null } satisfies Seal));
}

/** The file lies still and whole. Called when nobody has it open. */
export const sealClosed = (dataDir: string): void =>
  writeDurably(sealFile(dataDir), JSON.stringify({ closed: hashOfFile(dataFile(dataDir)) } satisfies Seal));

/** Writes down how far the log reaches; called every second or so while the server runs. */
export interface Sealer {
  /** Not flushed: losing the last seconds of it costs nothing but watchfulness. */
  look(): void;
  /** Only after the database is closed: closing the index earlier would drop SQLite's own locks on it. */
  end(): void;
}

export function sealer(dataDir: string): Sealer {
  const index = openSync(`${dataFile(dataDir)}-shm`, 'r');
  const head = Buffer.alloc(INDEX_HEAD_BYTES);
  let last = '';
  return {
    look() {
      const bytes = readSync(index, head, 0, INDEX_HEAD_BYTES, 0);
      const text = JSON.stringify({ mark: bytes < INDEX_HEAD_BYTES ? null : markIn(head) } satisfies Seal);
      if (text === last) return;
      const draft = `${sealFile(dataDir)}.part`;
      writeFileSync(draft, text, { mode: 0o600 });
      renameSync(draft, sealFile(dataDir));
      last = text;
    },
    end: () => closeSync(index),
  };
}
