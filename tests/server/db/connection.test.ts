import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { assertDurable, type Db, openDb } from '../../../server/src/db/connection.ts';
import { MIGRATIONS, temporaryFolder } from '../../support/test-app.ts';

async function opened(folder: string, migrations = MIGRATIONS): Promise<Db> {
  const db = await openDb(folder, migrations);
  onTestFinished(() => void (db.$client.open && db.$client.close()));
  return db;
}

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('the database file', () => {
  it('is opened so that an answered commit survives a power cut', async () => {
    const { $client } = await opened(temporaryFolder());
    const pragma = (name: string): unknown => $client.pragma(name, { simple: true });
    expect({
      journal: pragma('journal_mode'),
      synchronous: pragma('synchronous'),
      foreignKeys: pragma('foreign_keys'),
      secureDelete: pragma('secure_delete'),
      busyTimeout: pragma('busy_timeout'),
    }).toEqual({ journal: 'wal', synchronous: 2, foreignKeys: 1, secureDelete: 1, busyTimeout: 5000 });
  });

  it('is refused when SQLite would not wait for the disk', async () => {
    const { $client } = await opened(temporaryFolder());
    expect(() => assertDurable($client)).not.toThrow();
    $client.pragma('synchronous = NORMAL');
    expect(() => assertDurable($client)).toThrow(/synchronous=1, not FULL/u);
  });

  it('is readable by its owner only, with everything beside it', async () => {
    const folder = join(temporaryFolder(), 'data');
    const db = await opened(folder);
    db.$client.exec('CREATE TABLE more (id)');
    expect(mode(folder)).toBe('700');
    for (const file of ['lapwing.db', 'lapwing.db-wal', 'lapwing.db-shm']) expect(mode(join(folder, file))).toBe('600');
  });

  it('is not opened when it is no database', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'lapwing.db'), 'a shopping list, and not a short one either, so that it has pages');
    await expect(openDb(folder, MIGRATIONS)).rejects.toThrow(/not a database/u);
  });

  it('makes no backup when there is nothing to migrate', async () => {
    const folder = temporaryFolder();
    (await opened(folder)).$client.close();
    await opened(folder);
    expect(existsSync(join(folder, 'backups'))).toBe(false);
  });
});
