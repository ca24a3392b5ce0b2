import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { instant, seconds } from '@lapwing/shared/kernel/time';
import { keyFrom } from '../secrets.ts';
import type { Clock } from '../system-clock.ts';
import { findingsOf, newestGoodBackup, scheduleBackups } from './backups.ts';
import { damaged, folderInUse, inWords, openToOthers } from './cannot-open.ts';
import { type Db, openDb } from './connection.ts';
import { eraseAgain, writeErased } from './erased-list.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { breakSeal, sealClosed, sealer, sealFindings } from './seal.ts';

const LOOK_EVERY = seconds(1);

/** The data folder, held by this process alone. */
export interface DataFolder {
  readonly db: Db;
  /** What the secrets of links are made from. */
  readonly key: Buffer;
  /** From now on backups are made by the clock. */
  keepBackups(clock: Clock, failed: (error: unknown) => void): void;
  /** After people were erased: their ids go beside the backups, and what the log still holds of them goes. */
  keepErased(): void;
  /** Writes everything into the one file, seals it and lets go of the folder. */
  close(): Promise<void>;
}

/**
 * Takes the folder, looks whether the data is as it was left, and opens it.
 * @throws CannotOpen with sentences for whoever started the server; nothing was changed then
 */
export async function openDataFolder(dataDir: string, migrationsDir: string, clock: Clock): Promise<DataFolder> {
  const lock = take(dataDir);
  try {
    const findings = sealFindings(dataDir);
    const found = findings.length > 0 ? findings : findingsInFile(dataDir);
    if (found.length > 0) throw damaged(dataDir, found, newestGoodBackup(dataDir));
    breakSeal(dataDir);
    const db = await openDb(dataDir, migrationsDir);
    eraseAgain(db, dataDir, instant(Math.floor(clock.now())));
    writeErased(db, dataDir);
    return opened(dataDir, lock, db, keyFrom(dataDir), clock);
  } catch (error) {
    lock.release();
    throw inWords(error, dataDir);
  }
}

function take(dataDir: string): FolderLock {
  let lock: FolderLock | null;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    keepToOneself(dataDir);
    lock = lockFolder(dataDir);
  } catch (error) {
    throw inWords(error, dataDir);
  }
  if (lock === null) throw folderInUse(dataDir);
  return lock;
}

/**
 * Others on this machine reach nothing in the folder, however it came to be wider: a copy by hand, an archive unpacked.
 * Where the disk does not keep to that, as a USB stick or a share may not, nothing is opened.
 */
function keepToOneself(dataDir: string): void {
  if (process.platform === 'win32') return;
  chmodSync(dataDir, 0o700);
  if ((statSync(dataDir).mode & 0o077) !== 0) throw openToOthers(dataDir);
}

function findingsInFile(dataDir: string): string[] {
  const file = join(dataDir, 'lapwing.db');
  if (!existsSync(file) || statSync(file).size === 0) return [];
  return findingsOf(file);
}

function opened(dataDir: string, lock: FolderLock, db: Db, key: Buffer, clock: Clock): DataFolder {
  const seal = sealer(dataDir, db.$client);
  let cancel = (): void => {};
  const look = (): void => {
    try {
      seal.look();
    } catch {
      // A full disk: the seal of a second ago is as good, and the next second comes.
    }
    cancel = clock.alarm(instant(clock.now() + LOOK_EVERY), look);
  };
  look();
  let stopBackups = async (): Promise<void> => {};
  return {
    db,
    key,
    keepBackups(time, failed) {
      stopBackups = scheduleBackups(db.$client, dataDir, time, failed).stop;
    },
    keepErased() {
      writeErased(db, dataDir);
      seal.emptyLog();
    },
    async close() {
      cancel();
      await stopBackups();
      breakSeal(dataDir);
      db.$client.pragma('wal_checkpoint(TRUNCATE)');
      db.$client.close();
      seal.end();
      sealClosed(dataDir);
      lock.release();
    },
  };
}
