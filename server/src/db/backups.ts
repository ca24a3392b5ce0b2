import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Instant, instant, minutes } from '@lapwing/shared/kernel/time';
import Database from 'better-sqlite3';
import { flushFile, flushFolder } from '../durable-file.ts';
import type { Clock } from '../system-clock.ts';
import { findingsIn } from './integrity.ts';

/** How many of the backups made by the clock are kept: four hours of an evening. */
const KEPT = 24;
const EVERY = minutes(10);
/** Soon after a start, but not in its way. */
const FIRST_AFTER = minutes(1);
/** Copied in one go between two requests: a few milliseconds at most. */
const PAGES_AT_ONCE = 50;

export const backupsFolder = (dataDir: string): string => join(dataDir, 'backups');

/** "2026-11-22T18-30-00Z": sorts by time, and is a file name everywhere. */
export const stampOf = (at: Instant): string => `${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z`;

/** The key file that belongs to a backup, which holds what the links of its time were made with. */
export const keyBeside = (backup: string): string => backup.replace(/\.db$/u, '.key');

/**
 * A copy of everything that is in an open database, made while it is in use; its owner's eyes only, whole or not there at
 * all. With a data folder the key of its links is copied beside it.
 */
export async function backUp(client: Database.Database, copy: string, dataDir: string | null): Promise<void> {
  const draft = `${copy}.part`;
  rmSync(draft, { force: true });
  try {
    writeFileSync(draft, '', { mode: 0o600 });
    await client.backup(draft, { progress: () => PAGES_AT_ONCE });
    asOneFile(draft);
    flushFile(draft);
    if (dataDir !== null && existsSync(join(dataDir, 'links.key')))
      copyFileSync(join(dataDir, 'links.key'), keyBeside(copy));
    renameSync(draft, copy);
    flushFolder(dirname(copy));
  } catch (error) {
    for (const left of [draft, `${draft}-journal`]) rmSync(left, { force: true });
    throw error;
  }
}

/** As `backUp`, of a data folder that a server may be running on. @throws what the disk or SQLite says */
export async function backUpFolder(dataDir: string, copy: string): Promise<void> {
  mkdirSync(dirname(copy), { recursive: true, mode: 0o700 });
  const client = new Database(join(dataDir, 'lapwing.db'), { readonly: true });
  try {
    await backUp(client, copy, dataDir);
  } finally {
    client.close();
  }
}

/** Without a log beside it: a backup is looked at and moved as one file. */
function asOneFile(path: string): void {
  const copy = new Database(path);
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

/** Every backup in the data folder, the newest first; those made before a migration come last. */
export function listBackups(dataDir: string): string[] {
  const folder = backupsFolder(dataDir);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.db'));
  const dated = names.filter((name) => /^\d{4}-/u.test(name)).sort();
  const others = names.filter((name) => !/^\d{4}-/u.test(name)).sort();
  return [...dated.reverse(), ...others.reverse()].map((name) => join(folder, name));
}

/** The newest backup that can be read from end to end; null where there is none. */
export function newestGoodBackup(dataDir: string): string | null {
  return listBackups(dataDir).find((file) => findingsOf(file).length === 0) ?? null;
}

/** What is wrong with a database file that nobody has open. */
export function findingsOf(file: string): string[] {
  let client: Database.Database | undefined;
  try {
    // Only to be read: closing it otherwise would move the log into a file that may be damaged.
    client = new Database(file, { readonly: true });
    return findingsIn(client);
  } catch (error) {
    return [(error as Error).message];
  } finally {
    client?.close();
  }
}

export interface BackupSchedule {
  /** Resolves when the copy that is being made, if any, is whole. */
  made(): Promise<void>;
  /** No more copies; resolves as `made` does. */
  stop(): Promise<void>;
}

/** Makes a backup every ten minutes in which anything was written, and lets the oldest go. */
export function scheduleBackups(
  client: Database.Database,
  dataDir: string,
  clock: Clock,
  failed: (error: unknown) => void,
): BackupSchedule {
  const changes = client.prepare('SELECT total_changes()').pluck();
  let copied = listBackups(dataDir).some((file) => !file.includes('before-migration')) ? changes.get() : -1;
  let cancel = (): void => {};
  let running: Promise<void> = Promise.resolve();

  async function make(): Promise<void> {
    const now = changes.get();
    if (now === copied) return;
    try {
      mkdirSync(backupsFolder(dataDir), { recursive: true, mode: 0o700 });
      await backUp(client, join(backupsFolder(dataDir), `${stampOf(clock.now())}.db`), dataDir);
      copied = now;
      letOldOnesGo(dataDir);
    } catch (error) {
      // A full disk costs a backup, never the night; the next one is tried in its time.
      failed(error);
    }
  }
  const next = (wait: number): void => {
    cancel = clock.alarm(instant(clock.now() + wait), () => {
      running = make();
      next(EVERY);
    });
  };
  next(FIRST_AFTER);
  return {
    made: () => running,
    stop() {
      cancel();
      return running;
    },
  };
}

function letOldOnesGo(dataDir: string): void {
  const dated = listBackups(dataDir).filter((file) => !file.includes('before-migration'));
  for (const old of dated.slice(KEPT)) for (const file of [old, keyBeside(old)]) rmSync(file, { force: true });
}
