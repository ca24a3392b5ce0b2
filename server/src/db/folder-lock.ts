import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

export interface FolderLock {
  release(): void;
}

/**
 * Takes the data folder for this process alone; null when another process has it. The lock is an exclusive transaction
 * on a small database of its own: the operating system lets go of it when the process ends, however it ends, so that a
 * crash never leaves a stale lock behind, and it works wherever SQLite does.
 * @throws when the folder cannot be written
 */
export function lockFolder(dataDir: string): FolderLock | null {
  const file = join(dataDir, 'lapwing.lock');
  const lock = new Database(file, { timeout: 0 });
  try {
    // Nothing is ever written, so there is nothing to keep a journal of.
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return null;
    throw error;
  }
  chmodSync(file, 0o600);
  return { release: () => lock.close() };
}
