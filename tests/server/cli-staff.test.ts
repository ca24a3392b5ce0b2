import { afterEach, describe, expect, it, vi } from 'vitest';
import { staffCommand } from '../../server/src/cli/staff.ts';
import { lockFolder } from '../../server/src/db/folder-lock.ts';
import { sealFindings } from '../../server/src/db/seal.ts';
import { type TestApp, testApp } from '../support/test-app.ts';

const ADA = { name: 'Ada', email: 'ada@example.org', password: 'purple kettle walks home' };
const NEW_PASSWORD = 'green teapot sings low';

afterEach(() => vi.unstubAllEnvs());

async function withAda(): Promise<TestApp> {
  const t = await testApp();
  vi.stubEnv('DATA_DIR', t.dataDir);
  await t.stranger().post('/api/console/join', { secret: t.setup.value, ...ADA });
  return t;
}

async function link(email = ADA.email): Promise<string> {
  const end = await staffCommand(['link', email]);
  if (end.exit !== 0) throw new Error(end.line);
  return (end.json as { url: string }).url;
}

describe('staff link', () => {
  it('beside a running server, lets somebody back in who lost password and second factor, once', async () => {
    const t = await withAda();
    const ada = t.stranger();
    await ada.post('/api/auth/sign-in/email', { email: ADA.email, password: ADA.password });
    t.db.$client.prepare('UPDATE staff SET two_factor_enabled = 1').run();
    const running = lockFolder(t.dataDir);
    const secret = new URL(await link('ADA@example.org')).hash.slice(1);
    running?.release();
    const back = t.stranger();
    const join = { ...ADA, secret, password: NEW_PASSWORD };
    expect((await back.post('/api/console/session', { secret })).json()).toEqual({
      join: { name: 'Ada', email: ADA.email },
    });
    expect((await back.post('/api/console/join', join)).statusCode).toBe(204);
    expect((await back.get('/api/console/door')).json()).toMatchObject({ me: { firstName: 'Ada', role: 'owner' } });
    expect((await ada.get('/api/events')).statusCode, 'who was in with the lost password is out').toBe(401);
    const signIn = (password: string) => t.stranger().post('/api/auth/sign-in/email', { email: ADA.email, password });
    expect((await signIn(ADA.password)).statusCode).toBe(401);
    expect((await signIn(NEW_PASSWORD)).json()).not.toHaveProperty('twoFactorRedirect', true);
    expect((await t.stranger().post('/api/console/session', { secret })).statusCode, 'once').toBe(404);
    const lines = t.db.$client.prepare('SELECT by, act FROM audit_lines').raw().all();
    expect(lines).toContainEqual(['the command line', 'invited']);
  });

  it('works on a folder that no server runs on; the next one finds nothing wrong with it', async () => {
    const t = await withAda();
    await t.close();
    expect(await link()).toMatch(/^http:\/\/localhost:3000\/#[\w-]{43}$/u);
    const lock = lockFolder(t.dataDir);
    expect(lock, 'the folder is free again').not.toBeNull();
    lock?.release();
    expect(sealFindings(t.dataDir)).toEqual([]);
  });

  it('is for accounts alone, and says what it takes', async () => {
    const t = await withAda();
    await t.close();
    expect(await staffCommand(['link', 'eve@example.org'])).toMatchObject({
      exit: 2,
      line: expect.stringContaining('eve@example.org'),
    });
    for (const words of [[], ['link'], ['remove', ADA.email], ['link', ADA.email, 'x']])
      expect(await staffCommand(words)).toMatchObject({ exit: 2, line: expect.stringContaining('staff link EMAIL') });
    vi.stubEnv('DATA_DIR', `${t.dataDir}/none`);
    expect(await staffCommand(['link', ADA.email])).toMatchObject({
      exit: 2,
      line: expect.stringContaining('lapwing.db'),
    });
  });
});
