import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { backUp, backupsFolder } from './backups.ts';
import * as schema from './schema.ts';
import { leaveLogAlone } from './seal.ts';

export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database };

/** PRAGMA synchronous: 2 is FULL. */
const FULL = 2;

/**
 * Opens (and at the first start makes) the database of `dataDir` and brings it to the newest schema.
 * A backup is made before a migration touches a filled file.
 * @throws when the file cannot be opened, a migration fails, or SQLite does not keep to synchronous=FULL
 */
export async function openDb(dataDir: string, migrationsDir: string): Promise<Db> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'lapwing.db');
  const fresh = !existsSync(file);
  const client = new Database(file);
  chmodSync(file, 0o600);
  setPragmas(client);
  const db = drizzle(client, { schema }) as Db;
  if (!fresh) await backUpBeforeMigration(client, dataDir, migrationsDir);
  migrateWithoutLoss(db, migrationsDir);
  return db;
}

/**
 * One more connection to the data of a server that runs, for a small act of the command line; moving the log is left to the
 * server. Null where that server is of another version.
 */
export function openBeside(dataDir: string, migrationsDir: string): Db | null {
  const client = new Database(join(dataDir, 'lapwing.db'), { fileMustExist: true });
  setPragmas(client);
  leaveLogAlone(client);
  if (migrationsApplied(client) === migrationsKnown(migrationsDir)) return drizzle(client, { schema }) as Db;
  client.close();
  return null;
}

/** Named after the schema it still has, so that no later migration writes over it. */
async function backUpBeforeMigration(client: Database.Database, dataDir: string, migrationsDir: string): Promise<void> {
  const applied = migrationsApplied(client);
  if (applied >= migrationsKnown(migrationsDir)) return;
  mkdirSync(backupsFolder(dataDir), { recursive: true, mode: 0o700 });
  await backUp(client, join(backupsFolder(dataDir), `before-migration-${applied + 1}.db`), dataDir);
}

/** better-sqlite3 chooses synchronous=NORMAL for WAL without a word, and NORMAL loses commits at a power cut. */
function setPragmas(client: Database.Database): void {
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.pragma('busy_timeout = 5000');
  client.pragma('secure_delete = ON');
  client.pragma('foreign_keys = ON');
  // people of an import are put together in a temporary table: no copy of them outside of the data folder
  client.pragma('temp_store = MEMORY');
  assertDurable(client);
}

/** @throws when this connection would not keep an acknowledged commit through a power cut */
export function assertDurable(client: Database.Database): void {
  client.prepare('SELECT count(*) FROM sqlite_schema').get();
  const synchronous = client.pragma('synchronous', { simple: true });
  if (synchronous !== FULL) throw new Error(`SQLite runs with synchronous=${synchronous}, not FULL (2).`);
}

/**
 * Drizzle rebuilds a table by dropping it inside a transaction, where foreign keys cannot be switched off: child rows
 * would go with it, silently. So they are off around the whole migration, and checked before they are on again.
 */
export function migrateWithoutLoss(db: Db, migrationsDir: string): void {
  const client = db.$client;
  client.pragma('foreign_keys = OFF');
  migrate(db, { migrationsFolder: migrationsDir });
  const orphans = client.pragma('foreign_key_check') as unknown[];
  if (orphans.length > 0) throw new Error(`The migration left ${orphans.length} rows without their parent.`);
  client.pragma('foreign_keys = ON');
  assertDurable(client);
}

function migrationsApplied(client: Database.Database): number {
  const known = client.prepare("SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'").get();
  if (!known) return 0;
  return (client.prepare('SELECT count(*) AS applied FROM __drizzle_migrations').get() as { applied: number }).applied;
}

/** How many migrations this server knows. */
export const migrationsKnown = (migrationsDir: string): number =>
  (JSON.parse(readFileSync(join(migrationsDir, 'meta', '_journal.json'), 'utf8')) as { entries: unknown[] }).entries
    .length;
