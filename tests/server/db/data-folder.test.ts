import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backUp, listBackups, newestGoodBackup, scheduleBackups } from '../../../server/src/db/backups.ts';
import { CannotOpen } from '../../../server/src/db/cannot-open.ts';
import { migrationsKnown, openDb } from '../../../server/src/db/connection.ts';
import { type DataFolder, openDataFolder } from '../../../server/src/db/data-folder.ts';
import { restore } from '../../../server/src/db/restore.ts';
import { type FakeClock, fakeClock } from '../../support/fake-clock.ts';
import { MIGRATIONS, temporaryFolder } from '../../support/test-app.ts';

const MINUTE = 60_000;
const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

async function opened(dataDir: string, clock: FakeClock = fakeClock()): Promise<DataFolder> {
  const folder = await openDataFolder(dataDir, MIGRATIONS, clock);
  onTestFinished(async () => {
    if (folder.db.$client.open) await folder.close();
  });
  return folder;
}

const say = (folder: DataFolder, value: string): void =>
  void folder.db.$client.prepare("INSERT OR REPLACE INTO settings VALUES ('link-host', ?)").run(value);
const heard = (folder: DataFolder): unknown =>
  folder.db.$client.prepare("SELECT value FROM settings WHERE key = 'link-host'").pluck().get();

async function filled(value = 'first'): Promise<string> {
  const dataDir = join(temporaryFolder(), 'data');
  const folder = await openDataFolder(dataDir, MIGRATIONS, fakeClock());
  say(folder, value);
  await folder.close();
  return dataDir;
}

const refusalOf = (dataDir: string): Promise<string> =>
  openDataFolder(dataDir, MIGRATIONS, fakeClock()).then(
    async (folder) => {
      await folder.close();
      return 'opened';
    },
    (error: Error) => (error instanceof CannotOpen ? error.message : `thrown: ${error.message}`),
  );

describe('the data folder', () => {
  it('belongs to one server alone, until that ends', async () => {
    const dataDir = await filled();
    const first = await opened(dataDir);
    expect(await refusalOf(dataDir)).toMatch(/^Another Lapwing is running on .+ Stop it first/u);
    expect(heard(first)).toBe('first');
    await first.close();
    expect(await refusalOf(dataDir)).toBe('opened');
  });

  it('holds nothing that others may read', async () => {
    const dataDir = await filled();
    const folder = await opened(dataDir);
    await backUp(folder.db.$client, join(dataDir, 'copy.db'), dataDir);
    for (const name of readdirSync(dataDir)) expect(`${name} ${mode(join(dataDir, name))}`).toBe(`${name} 600`);
    expect(readdirSync(dataDir)).toEqual(
      expect.arrayContaining(['copy.db', 'copy.key', 'lapwing.lock', 'lapwing.seal']),
    );
  });

  it('is made its owner’s alone at the start, however wide it was', async () => {
    const dataDir = await filled();
    chmodSync(dataDir, 0o755);
    for (const name of ['lapwing.db', 'links.key', 'lapwing.lock'])
      if (existsSync(join(dataDir, name))) chmodSync(join(dataDir, name), 0o644);
    const { key } = await opened(dataDir);
    expect(key).toHaveLength(32);
    expect(mode(dataDir)).toBe('700');
    for (const name of ['lapwing.db', 'links.key', 'lapwing.lock'])
      expect(`${name} ${mode(join(dataDir, name))}`).toBe(`${name} 600`);
  });

  it('is not opened with a file that was changed behind its back, and changes nothing of it', async () => {
    const dataDir = await filled();
    const file = join(dataDir, 'lapwing.db');
    const bytes = readFileSync(file);
    bytes[bytes.length - 5] = (bytes.at(-5) ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(await refusalOf(dataDir)).toMatch(/was changed while no server ran.*Nothing was changed/u);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('is not begun anew where a file is missing', async () => {
    const dataDir = await filled();
    rmSync(join(dataDir, 'lapwing.db'));
    expect(await refusalOf(dataDir)).toMatch(/lapwing\.db is missing or empty/u);
    expect(existsSync(join(dataDir, 'lapwing.db'))).toBe(false);
    rmSync(join(dataDir, 'lapwing.seal'));
    expect(await refusalOf(dataDir)).toBe('opened');
  });

  it('notices a log that lacks what had been written when the process died', async () => {
    const dataDir = await filled();
    const clock = fakeClock();
    const folder = await opened(dataDir, clock);
    say(folder, 'second');
    clock.advance(1_000);
    const crashed = join(temporaryFolder(), 'crashed');
    mkdirSync(crashed);
    for (const name of ['lapwing.db', 'lapwing.db-wal', 'lapwing.seal', 'links.key'])
      copyFileSync(join(dataDir, name), join(crashed, name));
    const whole = readFileSync(join(crashed, 'lapwing.db-wal'));
    const sealed = readFileSync(join(crashed, 'lapwing.seal'));
    for (const wal of [Buffer.alloc(0), whole.subarray(0, 2_000), Buffer.alloc(whole.length)]) {
      writeFileSync(join(crashed, 'lapwing.db-wal'), wal);
      expect(await refusalOf(crashed)).toMatch(/lacks commands that had been written/u);
    }
    writeFileSync(join(crashed, 'lapwing.db-wal'), whole);
    writeFileSync(join(crashed, 'lapwing.seal'), sealed);
    expect(heard(await opened(crashed))).toBe('second');
  });

  it('offers the newest backup that is good', async () => {
    const dataDir = await filled();
    const folder = await opened(dataDir);
    mkdirSync(join(dataDir, 'backups'));
    for (const hour of ['18', '19'])
      await backUp(folder.db.$client, join(dataDir, 'backups', `2026-11-22T${hour}.db`), dataDir);
    writeFileSync(
      join(dataDir, 'backups', '2026-11-22T19.db'),
      'no longer a database, whatever it is called by its name',
    );
    expect(newestGoodBackup(dataDir)).toBe(join(dataDir, 'backups', '2026-11-22T18.db'));
    await folder.close();
    writeFileSync(join(dataDir, 'lapwing.db'), Buffer.alloc(9_000, 7));
    expect(await refusalOf(dataDir)).toMatch(/restore .+2026-11-22T18\.db/u);
  });
});

describe('backups by the clock', () => {
  it('are made soon after the start, and every ten minutes in which anything was written', async () => {
    const dataDir = await filled();
    const folder = await opened(dataDir);
    const clock = fakeClock();
    const schedule = scheduleBackups(folder.db.$client, dataDir, clock, (error) => expect(error).toBeUndefined());
    const countAfter = async (minutes: number): Promise<number> => {
      clock.advance(minutes * MINUTE);
      await schedule.made();
      return listBackups(dataDir).length;
    };
    expect([await countAfter(1), await countAfter(20)]).toEqual([1, 1]);
    say(folder, 'more');
    expect([await countAfter(10), await countAfter(10)]).toEqual([2, 2]);
    await schedule.stop();
    expect(clock.nextAlarm).toBeNull();
  });

  it('go on after one failed', async () => {
    const dataDir = await filled();
    const folder = await opened(dataDir);
    writeFileSync(join(dataDir, 'backups'), 'a file where the folder should be');
    const clock = fakeClock();
    const errors: unknown[] = [];
    const schedule = scheduleBackups(folder.db.$client, dataDir, clock, (error) => errors.push(error));
    clock.advance(MINUTE);
    expect(errors).toHaveLength(1);
    rmSync(join(dataDir, 'backups'));
    clock.advance(10 * MINUTE);
    await schedule.stop();
    expect(listBackups(dataDir)).toHaveLength(1);
  });

  it('keep a bounded number', async () => {
    const dataDir = await filled();
    const folder = await opened(dataDir);
    const clock = fakeClock();
    const schedule = scheduleBackups(folder.db.$client, dataDir, clock, (error) => expect(error).toBeUndefined());
    clock.advance(MINUTE);
    for (let made = 0; made < 30; made++) {
      await schedule.made();
      say(folder, `word ${made}`);
      clock.advance(10 * MINUTE);
    }
    await schedule.stop();
    expect(listBackups(dataDir)).toHaveLength(24);
    clock.advance(60 * MINUTE);
    expect(listBackups(dataDir), 'nothing was written since').toHaveLength(24);
  });
});

describe('restoring', () => {
  it('puts a backup in place, keeps what was there, and can be taken back', async () => {
    const dataDir = await filled('old');
    const folder = await opened(dataDir);
    const copy = join(dataDir, 'old.db');
    await backUp(folder.db.$client, copy, dataDir);
    say(folder, 'new');
    await folder.close();
    const known = migrationsKnown(MIGRATIONS);
    const done = restore(dataDir, copy, known, 'one');
    expect(done.ok && done.value.wayBack).toBe(join(dataDir, 'kept', 'one', 'lapwing.db'));
    const restored = await opened(dataDir);
    expect(heard(restored)).toBe('old');
    await restored.close();
    expect(restore(dataDir, join(dataDir, 'kept', 'one', 'lapwing.db'), known, 'two').ok).toBe(true);
    expect(heard(await opened(dataDir))).toBe('new');
  });

  it('takes the data as it is, where somebody changed it on purpose', async () => {
    const dataDir = await filled();
    const db = await openDb(dataDir, MIGRATIONS);
    db.$client.exec("UPDATE settings SET value = 'by hand'");
    db.$client.close();
    expect(await refusalOf(dataDir)).toMatch(/restore .+lapwing\.db/u);
    expect(restore(dataDir, join(dataDir, 'lapwing.db'), migrationsKnown(MIGRATIONS), 'one').ok).toBe(true);
    expect(heard(await opened(dataDir))).toBe('by hand');
  });

  it('refuses what is no good backup, before anything is touched', async () => {
    const dataDir = await filled();
    const before = readFileSync(join(dataDir, 'lapwing.db'));
    const bad = join(temporaryFolder(), 'bad.db');
    const why = (known = migrationsKnown(MIGRATIONS)): string => {
      const done = restore(dataDir, bad, known, 'one');
      return done.ok ? 'restored' : done.refusal;
    };
    expect(why()).toMatch(/no such file/u);
    writeFileSync(bad, 'a shopping list, and not a short one either, so that it has pages');
    expect(why()).toMatch(/not a database.*Nothing was changed/u);
    const bytes = Buffer.from(before);
    bytes.fill(255, 8_192, 9_000);
    writeFileSync(bad, bytes);
    expect(why()).toMatch(/damaged/u);
    writeFileSync(bad, before);
    expect(why(1)).toMatch(/newer Lapwing/u);
    expect(readFileSync(join(dataDir, 'lapwing.db')).equals(before)).toBe(true);
    expect(existsSync(join(dataDir, 'kept'))).toBe(false);
  });
});
