import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { MIGRATIONS } from '../boot.ts';
import { backUpFolder, backupsFolder, findingsOf, stampOf } from '../db/backups.ts';
import { folderInUse, inWords } from '../db/cannot-open.ts';
import { migrationsKnown } from '../db/connection.ts';
import { openDataFolder } from '../db/data-folder.ts';
import { backUpEncrypted, isEncrypted, withDecrypted } from '../db/encrypted-backup.ts';
import { saveErasedOf } from '../db/erased-list.ts';
import { lockFolder } from '../db/folder-lock.ts';
import { type Restored, restore } from '../db/restore.ts';
import { readEnv } from '../env.ts';
import { systemClock } from '../system-clock.ts';
import { lockOf, unlockOf } from './age-keys.ts';
import type { CliOptions, CommandEnd } from './arguments.ts';

/**
 * `backup [FILE]`: a copy of the data and of the links' key, also while the server runs; with `--to` in one encrypted
 * file.
 */
export async function backupCommand(files: readonly string[], options: CliOptions = {}): Promise<CommandEnd> {
  const [path, ...others] = files;
  if (options.to !== undefined) return encryptedBackup(files, options.to, options);
  if (options.recipient || options['passphrase-file'] !== undefined)
    return { exit: 2, line: 'An encrypted backup needs a place to go to: --to FILE.age.' };
  if (others.length > 0) return { exit: 2, line: 'backup takes one FILE.' };
  if (path !== undefined && !path.endsWith('.db'))
    return { exit: 2, line: `${path}: give it a name that ends in .db.` };
  const env = readEnv(process.env, process.cwd());
  if (!env.ok) return { exit: 2, line: env.refusal };
  const { dataDir } = env.value;
  const file = join(dataDir, 'lapwing.db');
  if (!existsSync(file)) return { exit: 2, line: `${dataDir} holds no lapwing.db.` };
  const copy = path === undefined ? join(backupsFolder(dataDir), `${stampOf(systemClock().now())}.db`) : resolve(path);
  try {
    await backUpFolder(dataDir, copy);
  } catch (error) {
    return { exit: 2, line: inWords(error, dataDir).message };
  }
  const findings = findingsOf(copy);
  if (findings.length > 0) return { exit: 3, line: `${copy}: the copy is damaged, and so is the data: ${findings[0]}` };
  return { exit: 0, json: { backup: copy } };
}

async function encryptedBackup(files: readonly string[], to: string, options: CliOptions): Promise<CommandEnd> {
  if (files.length > 0) return { exit: 2, line: 'With --to, backup takes no other FILE.' };
  if (!isEncrypted(to)) return { exit: 2, line: `${to}: give it a name that ends in .age.` };
  const env = readEnv(process.env, process.cwd());
  if (!env.ok) return { exit: 2, line: env.refusal };
  const { dataDir } = env.value;
  if (!existsSync(join(dataDir, 'lapwing.db'))) return { exit: 2, line: `${dataDir} holds no lapwing.db.` };
  const lock = await lockOf(options);
  if (!lock.ok) return { exit: 2, line: lock.refusal };
  try {
    const made = await backUpEncrypted(dataDir, resolve(to), lock.value);
    return made.ok ? { exit: 0, json: { backup: resolve(to) } } : { exit: 2, line: made.refusal };
  } catch (error) {
    return { exit: 2, line: inWords(error, dataDir).message };
  }
}

/**
 * `restore FILE`: puts a backup in the place of the data; the server must not run. Who was erased since the backup was
 * made is erased from it before anybody opens it.
 */
export async function restoreCommand(files: readonly string[], options: CliOptions = {}): Promise<CommandEnd> {
  const [path, ...others] = files;
  if (path === undefined || others.length > 0) return { exit: 2, line: 'restore needs one FILE.' };
  const env = readEnv(process.env, process.cwd());
  if (!env.ok) return { exit: 2, line: env.refusal };
  const { dataDir } = env.value;
  const unlock = isEncrypted(path) ? await unlockOf(options) : null;
  if (unlock?.ok === false) return { exit: 2, line: unlock.refusal };
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const lock = lockFolder(dataDir);
    if (lock === null) return { exit: 2, line: folderInUse(dataDir).message };
    let restored: Restored;
    try {
      const put = (file: string) => {
        saveErasedOf(dataDir);
        return restore(dataDir, file, migrationsKnown(MIGRATIONS), stampOf(systemClock().now()), path);
      };
      const done = unlock ? await withDecrypted(dataDir, path, unlock.value, put) : put(path);
      if (!done.ok) return { exit: 2, line: done.refusal };
      restored = done.value;
    } finally {
      lock.release();
    }
    await (await openDataFolder(dataDir, MIGRATIONS, systemClock())).close();
    const { wayBack } = restored;
    const notes = wayBack === null ? {} : { notes: `The way back: npm run -s cli -- restore ${wayBack}` };
    return { exit: 0, json: restored, ...notes };
  } catch (error) {
    return { exit: 2, line: inWords(error, dataDir).message };
  }
}
