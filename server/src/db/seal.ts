import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { writeDurably } from '../durable-file.ts';
import { holds, INDEX_HEAD_BYTES, markIn, type WalMark } from './wal-file.ts';

/**
 * What the data file was when the server last looked, kept beside it in `lapwing.seal`. SQLite believes any pages that fit
 * together, also those of another copy, and cuts off a damaged end of its log without a word; the seal tells.
 */
interface Seal {
  /** After a clean end: the file's own hash. */
  readonly closed?: string;
  /** While it runs: the hash of the file without its log; null while the log is being moved into it. */
  readonly base?: string | null;
  /** While it runs: how far the log reached. */
  readonly mark?: WalMark | null;
}

const sealFile = (dataDir: string): string => join(dataDir, 'lapwing.seal');
const dataFile = (dataDir: string): string => join(dataDir, 'lapwing.db');
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const hashOfFile = (path: string): string => hashOf(readFileSync(path));

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
  if (seal.base && hashOfFile(file) !== seal.base) return ['lapwing.db was changed, and not by a server'];
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

/** Writes down what the files are; called every second or so while the server runs. */
export interface Sealer {
  /** @throws when the disk does not take it: then the next second tries again */
  look(): void;
  /** At the next look everything is moved into the file and the log emptied: it holds what was deleted since it began. */
  emptyLog(): void;
  /** Only after the database is closed: closing these files earlier would drop SQLite's own locks on them. */
  end(): void;
}

/** Pages in the log after which it is moved into the file: SQLite's own number. */
const LONG_LOG = 1_000;

/** A commit over this connection does not move the log into the file, however long it is. */
export const leaveLogAlone = (client: Database.Database): unknown => client.pragma('wal_autocheckpoint = 0');

/**
 * From now on the log is moved into the file by the sealer alone, so that it always knows what the file is. Takes a few
 * milliseconds for a few thousand pages, as it did when SQLite did it by itself in the middle of a commit.
 */
export function sealer(dataDir: string, client: Database.Database): Sealer {
  leaveLogAlone(client);
  const file = openSync(dataFile(dataDir), 'r');
  const index = openSync(`${dataFile(dataDir)}-shm`, 'r');
  const head = Buffer.alloc(INDEX_HEAD_BYTES);
  let last = '';
  let base: string | null = null;
  let moved = '';
  let toBeEmptied = false;

  /** Until the file is hashed again nobody knows what it should be, and the seal says so before it changes. */
  function shorten(reached: WalMark): void {
    base = null;
    writeLastingly({ base, mark: null });
    client.pragma('wal_checkpoint(PASSIVE)');
    moved = JSON.stringify(reached);
  }
  /** Does not wait for whoever reads the log just now, such as a backup: then the next look tries again. */
  function empty(): void {
    base = null;
    writeLastingly({ base, mark: null });
    client.pragma('busy_timeout = 0');
    const [done] = client.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    client.pragma('busy_timeout = 5000');
    toBeEmptied = done?.busy !== 0;
  }
  function markNow(): WalMark | null {
    const bytes = readSync(index, head, 0, INDEX_HEAD_BYTES, 0);
    return bytes < INDEX_HEAD_BYTES ? null : markIn(head);
  }
  const writeLastingly = (seal: Seal): void => writeDurably(sealFile(dataDir), JSON.stringify(seal));

  return {
    look() {
      if (toBeEmptied) empty();
      const reached = markNow();
      // A log that was moved stays as long as it is until the next commit begins it anew.
      if (reached && reached.frames >= LONG_LOG && JSON.stringify(reached) !== moved) shorten(reached);
      if (base === null) {
        base = hashOf(contentsOf(file));
        writeLastingly({ base, mark: reached });
      }
      const text = JSON.stringify({ base, mark: reached } satisfies Seal);
      if (text === last) return;
      // Not flushed: losing the last second of it costs nothing but watchfulness.
      const draft = `${sealFile(dataDir)}.part`;
      writeFileSync(draft, text, { mode: 0o600 });
      renameSync(draft, sealFile(dataDir));
      last = text;
    },
    emptyLog() {
      toBeEmptied = true;
    },
    end() {
      closeSync(index);
      closeSync(file);
    },
  };
}

/** Through a descriptor that stays open. */
function contentsOf(file: number): Buffer {
  const bytes = Buffer.alloc(fstatSync(file).size);
  let read = 0;
  for (let got = -1; read < bytes.length && got !== 0; read += got)
    got = readSync(file, bytes, read, bytes.length - read, read);
  return bytes.subarray(0, read);
}
