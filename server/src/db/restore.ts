import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import Database from 'better-sqlite3';
import { flushFile, flushFolder, renameDurably } from '../durable-file.ts';
import { keyBeside } from './backups.ts';
import { findingsIn } from './integrity.ts';
import { sealClosed } from './seal.ts';

export interface Restored {
  readonly restored: string;
  /** The command's argument that takes this restore back; null where there was nothing before. */
  readonly wayBack: string | null;
}

/**
 * Puts a backup in the place of the data file. It is copied and read from end to end before anything is touched; what was
 * there is kept under `kept/` with its log and its key, and restoring that is the way back. The caller holds the folder's
 * lock.
 * @param known how many migrations this server knows; a file of a newer server is refused
 * @param stamp names the folder of what was there
 * @param called what the file is to the person, where `from` is only what was unpacked from it
 */
export function restore(
  dataDir: string,
  from: string,
  known: number,
  stamp: string,
  called = from,
): Result<Restored, string> {
  const file = resolve(from);
  if (!existsSync(file)) return refused(`${called}: no such file.`);
  const workshop = join(dataDir, 'restoring');
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true, mode: 0o700 });
  try {
    const draft = join(workshop, 'lapwing.db');
    copyFileSync(file, draft);
    // What was kept by an earlier restore, or lies where it crashed, has the newest commands in its log.
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${draft}-wal`);
    const wrong = checked(draft, known);
    if (wrong !== null) return refused(`${called}: ${wrong} Nothing was changed.`);
    const keyFile = keyOf(file);
    if (keyFile !== null) copyFileSync(keyFile, join(workshop, 'links.key'));
    const wayBack = keep(dataDir, join(dataDir, 'kept', stamp));
    putInPlace(dataDir, workshop);
    return ok({ restored: resolve(called), wayBack });
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** A sentence where the file is no good; otherwise it is one whole file from now on. */
function checked(draft: string, known: number): string | null {
  let client: Database.Database | undefined;
  try {
    client = new Database(draft);
    const findings = findingsIn(client);
    if (findings.length > 0) return `it is damaged (${findings.slice(0, 2).join('; ')}).`;
    const tables = client
      .prepare("SELECT name FROM sqlite_schema WHERE name IN ('events', '__drizzle_migrations')")
      .all();
    if (tables.length < 2) return 'it is a database, but not of Lapwing.';
    const { n } = client.prepare('SELECT count(*) AS n FROM __drizzle_migrations').get() as { n: number };
    if (n > known) return 'it was written by a newer Lapwing than this one.';
    client.pragma('journal_mode = DELETE');
    return null;
  } catch (error) {
    return `it cannot be read (${(error as Error).message}).`;
  } finally {
    client?.close();
  }
}

/** The key of the links of that time: beside a backup under its name, in a data folder under its own. */
function keyOf(file: string): string | null {
  const own = basename(file) === 'lapwing.db' ? join(dirname(file), 'links.key') : keyBeside(file);
  return existsSync(own) ? own : null;
}

function keep(dataDir: string, folder: string): string | null {
  const parts = ['lapwing.db', 'lapwing.db-wal', 'links.key'].filter((name) => existsSync(join(dataDir, name)));
  if (!parts.includes('lapwing.db')) return null;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of parts) {
    copyFileSync(join(dataDir, name), join(folder, name));
    chmodSync(join(folder, name), 0o600);
    flushFile(join(folder, name));
  }
  flushFolder(folder);
  return join(folder, 'lapwing.db');
}

/** The old log goes before the new file comes: the other way round it would be played onto the wrong file. */
function putInPlace(dataDir: string, workshop: string): void {
  for (const name of ['lapwing.db-wal', 'lapwing.db-shm']) rmSync(join(dataDir, name), { force: true });
  for (const name of ['links.key', 'lapwing.db']) {
    const draft = join(workshop, name);
    if (!existsSync(draft)) continue;
    chmodSync(draft, 0o600);
    flushFile(draft);
    renameDurably(draft, join(dataDir, name));
  }
  sealClosed(dataDir);
}
