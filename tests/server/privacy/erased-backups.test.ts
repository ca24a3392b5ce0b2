import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { backupCommand, restoreCommand } from '../../../server/src/cli/data.ts';
import { openDataFolder } from '../../../server/src/db/data-folder.ts';
import { eraseAgain, erasedFile } from '../../../server/src/db/erased-list.ts';
import { makeEvening } from '../../support/evening-builder.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { MIGRATIONS, testApp } from '../../support/test-app.ts';

/** An evening of which a backup was made, and from which Student1 was erased after. */
async function erasedSinceBackup() {
  const t = await testApp();
  const evening = await makeEvening(t);
  const [ann, bob] = evening.students;
  if (!ann || !bob) throw new Error('students are needed');
  vi.stubEnv('DATA_DIR', t.dataDir);
  onTestFinished(() => void vi.unstubAllEnvs());
  const made = await backupCommand([]);
  const backup = made.exit === 0 ? (made.json as { backup: string }).backup : '';
  expect(existsSync(backup)).toBe(true);
  await (await t.organiser()).delete(`${evening.url}/people/${ann.id}`);
  return { t, evening, ann, bob, backup };
}

const bytesOf = (dataDir: string): string => readFileSync(join(dataDir, 'lapwing.db'), 'latin1');

describe('a backup that is older than an erasure', () => {
  it('does not bring anybody back when it is restored', async () => {
    const { t, evening, ann, bob, backup } = await erasedSinceBackup();
    await t.close();
    expect(JSON.parse(readFileSync(erasedFile(t.dataDir), 'utf8'))).toEqual([ann.id]);
    expect(statSync(erasedFile(t.dataDir)).mode & 0o777).toBe(0o600);
    const restored = await restoreCommand([backup]);
    expect(restored).toMatchObject({ exit: 0, notes: expect.stringContaining('way back') });
    expect(bytesOf(t.dataDir)).toContain(bob.email);
    expect(bytesOf(t.dataDir)).not.toContain(ann.email);
    const again = await testApp({ dataDir: t.dataDir });
    const people = again.services.evenings.get(evening.id)?.people;
    expect([people?.has(ann.id), people?.has(bob.id), people?.size]).toEqual([false, true, 8]);
  });

  it('nor when the server died before it wrote the ids beside the backups', async () => {
    const { t, evening, ann, backup } = await erasedSinceBackup();
    await t.close();
    writeFileSync(erasedFile(t.dataDir), '[]');
    expect((await restoreCommand([backup])).exit).toBe(0);
    const again = await testApp({ dataDir: t.dataDir });
    expect(again.services.evenings.get(evening.id)?.people.has(ann.id)).toBe(false);
  });

  it('is put right at the next start, however it came to lie there; twice is as once', async () => {
    const { t, evening, ann } = await erasedSinceBackup();
    writeFileSync(erasedFile(t.dataDir), JSON.stringify([ann.id, evening.students[2]?.id]));
    await t.close();
    const folder = await openDataFolder(t.dataDir, MIGRATIONS, fakeClock());
    const left = folder.db.$client.prepare('SELECT count(*) FROM attendees').pluck();
    expect(left.get()).toBe(7);
    expect(eraseAgain(folder.db, t.dataDir, fakeClock().now())).toBe(0);
    expect(left.get()).toBe(7);
    await folder.close();
  });
});

describe('a backup that is older than a tick taken back', () => {
  it('puts nobody back on file', async () => {
    const t = await testApp();
    const evening = await makeEvening(t);
    const [ann] = evening.students;
    if (!ann) throw new Error('a student is needed');
    const phone = await evening.phone(ann);
    const agree = async (keep: boolean) =>
      (
        await phone.put(`/me/${ann.id}/consents`, {
          consents: { publicCard: false, introductions: false, keep },
          photo: '',
        })
      ).statusCode;
    expect(await agree(true)).toBe(200);
    vi.stubEnv('DATA_DIR', t.dataDir);
    onTestFinished(() => void vi.unstubAllEnvs());
    const made = await backupCommand([]);
    const backup = made.exit === 0 ? (made.json as { backup: string }).backup : '';
    expect(await agree(false)).toBe(200);
    await t.close();
    expect((await restoreCommand([backup])).exit).toBe(0);
    const again = await testApp({ dataDir: t.dataDir });
    expect(again.db.$client.prepare('SELECT count(*) FROM members').pluck().get()).toBe(0);
    const consents = again.services.evenings.get(evening.id)?.people.get(ann.id)?.registration.consents;
    expect(consents?.keep).toBeUndefined();
  });
});

describe('the log of the database', () => {
  it('is emptied a second after somebody was erased, and the seal knows', async () => {
    const { t } = await erasedSinceBackup();
    await t.close();
    const clock = fakeClock();
    const folder = await openDataFolder(t.dataDir, MIGRATIONS, clock);
    folder.db.$client.exec("UPDATE attendees SET name = 'Somebody Marked' WHERE role = 'mentor'");
    folder.db.$client.exec("DELETE FROM attendees WHERE name = 'Somebody Marked'");
    const log = (): Buffer => readFileSync(join(t.dataDir, 'lapwing.db-wal'));
    expect(log().toString('latin1')).toContain('Somebody Marked');
    folder.keepErased();
    clock.advance(1_000);
    expect(log()).toHaveLength(0);
    expect(bytesOf(t.dataDir)).not.toContain('Somebody Marked');
    clock.advance(1_000);
    folder.db.$client.exec("UPDATE attendees SET name = 'Somebody Else'");
    clock.advance(1_000);
    await folder.close();
    await (await openDataFolder(t.dataDir, MIGRATIONS, fakeClock())).close();
  });
});
