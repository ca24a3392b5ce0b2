import type { Team } from '@lapwing/shared/protocol/staff-api';
import { describe, expect, it } from 'vitest';
import type { Mailer } from '../../../server/src/outbox/mailer.ts';
import { appCode } from '../../support/app-code.ts';
import { type TestApp, type TestAppOptions, testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

const EMAIL = 'ada@example.org';
const PASSWORD = 'purple kettle walks home';

async function withAda(options: TestAppOptions = {}) {
  const t = await testApp(options);
  const ada = t.stranger();
  await ada.post('/api/console/join', { secret: t.setup.value, name: 'Ada', email: EMAIL, password: PASSWORD });
  return { t, ada };
}

const signIn = (caller: Caller, password = PASSWORD, email = EMAIL) =>
  caller.post('/api/auth/sign-in/email', { email, password });
/** Who did what, the newest last. */
const lines = ({ db }: TestApp): unknown[] =>
  db.$client.prepare('SELECT by, act FROM audit_lines ORDER BY id').raw().all();
const isIn = async (caller: Caller) => (await caller.get('/api/events')).statusCode === 200;

const mail = () => {
  const letters: { to: string; body: string }[] = [];
  const mailer: Mailer = {
    ...{ from: 'us@example.org', lines: 1 },
    send: async ({ to, body }) => {
      letters.push({ to, body });
      return { kind: 'sent' } as never;
    },
    rest() {},
    close() {},
  };
  return { letters, mailer };
};
const tokenIn = (body: string): string => /#mailed-(\S+)/u.exec(body)?.[1] ?? '';

describe('a password', () => {
  it('signs in, whatever case the address is typed in; a wrong one, or an unknown address, gets the same answer', async () => {
    const { t } = await withAda();
    const ada = t.stranger();
    const right = await signIn(ada, PASSWORD, 'ADA@example.org');
    expect(right.statusCode).toBe(200);
    expect(right.body, 'nothing that signs in stands in an answer').not.toMatch(/token/u);
    expect(await isIn(ada)).toBe(true);
    const wrong = await signIn(t.stranger(), 'another kettle runs away');
    const unknown = await signIn(t.stranger(), PASSWORD, 'nobody@example.org');
    expect([wrong.statusCode, wrong.json()]).toEqual([401, { error: { code: 'wrong-credentials' } }]);
    expect([unknown.statusCode, unknown.body]).toEqual([wrong.statusCode, wrong.body]);
  });

  it('said once more in the same browser is still one session', async () => {
    const { t } = await withAda();
    const ada = t.stranger();
    await signIn(ada);
    const before = (await ada.get('/api/staff')).json<Team>().sessions.length;
    await signIn(ada);
    const { sessions } = (await ada.get('/api/staff')).json<Team>();
    expect([before, sessions.length, sessions.filter(({ isThis }) => isThis).length]).toEqual([2, 2, 1]);
  });

  it('that is guessed at has to wait, longer each time; who is in stays in, and others are not held up', async () => {
    const { t, ada } = await withAda();
    await t.organiser('Mei');
    for (let tries = 0; tries < 5; tries++) expect((await signIn(t.stranger(), 'wrong')).statusCode).toBe(401);
    const held = await signIn(t.stranger());
    expect([held.statusCode, held.headers['retry-after']]).toEqual([429, '5']);
    expect(await isIn(ada)).toBe(true);
    expect((await signIn(t.stranger(), PASSWORD, 'mei@staff.example.org')).statusCode).toBe(401);
    t.clock.advance(5_000);
    await signIn(t.stranger(), 'wrong');
    expect((await signIn(t.stranger())).headers['retry-after']).toBe('10');
    t.clock.advance(10_000);
    expect((await signIn(t.stranger())).statusCode).toBe(200);
    expect((await signIn(t.stranger(), 'wrong')).statusCode, 'and is forgiven').toBe(401);
  });

  it('is changed by who knows it, to one that is not guessed; other devices are out', async () => {
    const { t } = await withAda();
    const [here, there] = [t.stranger(), t.stranger()];
    await signIn(here);
    await signIn(there);
    const change = (currentPassword: string, newPassword: string) =>
      here.post('/api/auth/change-password', { currentPassword, newPassword });
    expect((await change('wrong', 'green teapot sings low')).json()).toEqual({ error: { code: 'wrong-credentials' } });
    expect((await change(PASSWORD, 'password1234')).json()).toMatchObject({ error: { code: 'password-weak' } });
    expect((await change(PASSWORD, 'green teapot sings low')).statusCode).toBe(200);
    expect(lines(t)).toEqual([
      ['Ada', 'joined'],
      ['Ada', 'signed-in'],
      ['Ada', 'signed-in'],
      ['Ada', 'password-changed'],
    ]);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    expect((await signIn(t.stranger())).statusCode).toBe(401);
    expect((await signIn(t.stranger(), 'green teapot sings low')).statusCode).toBe(200);
  });

  it('of a page of another origin is not even looked at', async () => {
    const { t } = await withAda();
    const foreign = await t.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { origin: 'http://evil.example' },
      payload: { email: EMAIL, password: PASSWORD },
    });
    expect([foreign.statusCode, foreign.cookies]).toEqual([403, []]);
  });
});

describe('a second factor', () => {
  async function withApp() {
    const { t } = await withAda();
    const ada = t.stranger();
    await signIn(ada);
    const begun = await ada.post('/api/auth/two-factor/enable', { password: PASSWORD });
    const { totpURI, backupCodes } = begun.json<{ totpURI: string; backupCodes: string[] }>();
    const secret = new URL(totpURI).searchParams.get('secret') ?? '';
    expect((await ada.get('/api/staff')).json<Team>().secondFactor, 'not before a code was seen').toBe(false);
    expect((await ada.post('/api/auth/two-factor/verify-totp', { code: appCode(secret) })).statusCode).toBe(200);
    expect((await ada.get('/api/staff')).json<Team>().secondFactor).toBe(true);
    return { t, ada, secret, backupCodes };
  }

  it('is asked for after the password, which alone opens nothing', async () => {
    const { t, secret } = await withApp();
    const caller = t.stranger();
    const before = lines(t).length;
    const half = await signIn(caller);
    expect([half.statusCode, half.json()]).toEqual([200, expect.objectContaining({ twoFactorRedirect: true })]);
    expect(await isIn(caller)).toBe(false);
    expect(lines(t).length, 'half a sign-in is none').toBe(before);
    expect(
      (await caller.post('/api/auth/change-password', { currentPassword: PASSWORD, newPassword: 'x' })).statusCode,
    ).toBe(401);
    const wrong = await caller.post('/api/auth/two-factor/verify-totp', { code: '000000' });
    expect([wrong.statusCode, wrong.json()]).toEqual([401, { error: { code: 'wrong-credentials' } }]);
    const later = appCode(secret, Date.now() + 30_000);
    expect((await caller.post('/api/auth/two-factor/verify-totp', { code: later })).statusCode).toBe(200);
    expect(await isIn(caller)).toBe(true);

    const shoulder = t.stranger();
    await signIn(shoulder);
    expect(
      (await shoulder.post('/api/auth/two-factor/verify-totp', { code: later })).statusCode,
      'a code is used once',
    ).toBe(401);
    expect(await isIn(shoulder)).toBe(false);
  });

  it('rests after wrong codes, and says so', async () => {
    const { t } = await withApp();
    const statuses: number[][] = [];
    for (let round = 0; round < 3; round++) {
      const caller = t.stranger();
      await signIn(caller);
      const said: number[] = [];
      for (let tries = 0; tries < 6; tries++)
        said.push((await caller.post('/api/auth/two-factor/verify-totp', { code: '000000' })).statusCode);
      statuses.push(said);
    }
    expect(statuses[0], 'of one sign-in').toEqual([401, 401, 401, 401, 401, 429]);
    expect(statuses[2], 'of the account').toEqual([429, 429, 429, 429, 429, 429]);
  });

  it('does not leave wrong passwords of earlier days standing', async () => {
    const { t } = await withApp();
    for (let day = 0; day < 3; day++) {
      for (let tries = 0; tries < 2; tries++) expect((await signIn(t.stranger(), 'wrong')).statusCode).toBe(401);
      expect((await signIn(t.stranger())).statusCode).toBe(200);
    }
  });

  it('that is lost is replaced by a recovery code, each of them once', async () => {
    const { t, backupCodes } = await withApp();
    const [code = ''] = backupCodes;
    const caller = t.stranger();
    await signIn(caller);
    expect((await caller.post('/api/auth/two-factor/verify-backup-code', { code })).statusCode).toBe(200);
    expect(await isIn(caller)).toBe(true);
    const again = t.stranger();
    await signIn(again);
    expect((await again.post('/api/auth/two-factor/verify-backup-code', { code })).statusCode).toBe(401);
    expect(await isIn(again)).toBe(false);
  });

  it('is kept where nobody reads it who has the database alone', async () => {
    const { t, secret, backupCodes } = await withApp();
    const rows = JSON.stringify(t.db.$client.prepare('SELECT * FROM staff_second_factors').all());
    for (const text of [secret, ...backupCodes]) expect(rows).not.toContain(text);
    expect(JSON.stringify(t.db.$client.prepare('SELECT * FROM staff_logins').all())).not.toContain(PASSWORD);
  });
});

describe('a mailed link', () => {
  it('goes to who has an account, opens once, and for others the answer is the same', async () => {
    const { letters, mailer } = mail();
    const { t } = await withAda({ mailer });
    const asked = await t.stranger().post('/api/auth/sign-in/magic-link', { email: EMAIL });
    const unknown = await t.stranger().post('/api/auth/sign-in/magic-link', { email: 'nobody@example.org' });
    expect([asked.statusCode, asked.body]).toEqual([unknown.statusCode, unknown.body]);
    expect(letters.map(({ to }) => to)).toEqual([EMAIL]);
    const token = tokenIn(letters[0]?.body ?? '');
    const caller = t.stranger();
    expect((await caller.post('/api/console/mailed-link', { token })).statusCode).toBe(204);
    expect(await isIn(caller)).toBe(true);
    expect((await t.stranger().post('/api/console/mailed-link', { token })).statusCode).toBe(404);
    expect(JSON.stringify(t.db.$client.prepare('SELECT * FROM staff_verifications').all())).not.toContain(token);
  });

  it('goes three times in ten minutes and no more, however many ask at once; the answer is the same', async () => {
    const { letters, mailer } = mail();
    const { t } = await withAda({ mailer });
    const ask = () => t.stranger().post('/api/auth/sign-in/magic-link', { email: EMAIL });
    const answers = await Promise.all(Array.from({ length: 40 }, ask));
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    expect(letters).toHaveLength(3);
    for (const { body } of letters)
      expect((await t.stranger().post('/api/console/mailed-link', { token: tokenIn(body) })).statusCode).toBe(204);
    t.clock.advance(10 * 60_000);
    await ask();
    expect(letters).toHaveLength(4);
  });

  it('leaves no address of others in the data, nothing else that was typed, and nothing past its time', async () => {
    const { letters, mailer } = mail();
    const { t } = await withAda({ mailer });
    const kept = () => JSON.stringify(t.db.$client.prepare('SELECT value FROM staff_verifications').all());
    const ask = (body: object) => t.stranger().post('/api/auth/sign-in/magic-link', body);
    expect((await ask({ email: 'nina@uni.example', name: 'Nina Petrova' })).statusCode).toBe(200);
    expect((await ask({ email: EMAIL.toUpperCase(), name: 'x'.repeat(60_000) })).statusCode).toBe(200);
    expect(kept()).not.toMatch(/nina|petrova/iu);
    expect(kept().length).toBeLessThan(1_000);
    expect(letters.map(({ to }) => to)).toEqual([EMAIL]);
    t.db.$client.prepare('UPDATE staff_verifications SET expires_at = 1').run();
    await ask({ email: 'nobody@example.org' });
    expect(t.db.$client.prepare('SELECT id FROM staff_verifications').all()).toHaveLength(1);
  });

  it('never goes where a second factor would be walked past', async () => {
    const { letters, mailer } = mail();
    const { t } = await withAda({ mailer });
    t.db.$client.prepare('UPDATE staff SET two_factor_enabled = 1').run();
    await t.stranger().post('/api/auth/sign-in/magic-link', { email: EMAIL });
    expect(letters).toEqual([]);
  });
});

describe('the rest of what proves accounts', () => {
  it('cannot be reached: no sign-up, no account of one’s own, no list of sessions', async () => {
    const { t, ada } = await withAda();
    const paths = ['sign-up/email', 'update-user', 'delete-user', 'change-email', 'reset-password', 'set-password'];
    for (const path of [...paths, 'sign-out', 'revoke-sessions', 'link-social', 'two-factor/send-otp'])
      expect([path, (await ada.post(`/api/auth/${path}`, {})).statusCode]).toEqual([path, 404]);
    for (const path of ['get-session', 'list-sessions', 'magic-link/verify?token=x', 'ok', 'error', 'list-accounts'])
      expect([path, (await ada.get(`/api/auth/${path}`)).statusCode]).toEqual([path, 404]);
    await t.close();
  });

  it('asks for a recent proof, which the session alone is not', async () => {
    const { ada } = await withAda();
    for (const path of ['two-factor/enable', 'two-factor/disable', 'two-factor/generate-backup-codes']) {
      const answer = await ada.post(`/api/auth/${path}`, { password: PASSWORD });
      expect([path, answer.statusCode, answer.json()]).toEqual([path, 401, { error: { code: 'sign-in-again' } }]);
    }
  });

  it('is nobody else’s who uses the browser next', async () => {
    const { t } = await withAda();
    const browser = t.stranger();
    await signIn(browser);
    const mei = await t.organiser('Mei');
    for (const [name, value] of mei.cookies) browser.cookies.set(name, value);
    const options = await browser.get('/api/auth/passkey/generate-register-options');
    expect([options.statusCode, options.json()]).toEqual([401, { error: { code: 'sign-in-again' } }]);
    await signIn(browser);
    expect((await browser.get('/api/auth/passkey/generate-register-options')).statusCode).toBe(200);
  });

  it('asked for in a flood leave no rows: questions to a passkey, links to a known and an unknown address', async () => {
    const { letters, mailer } = mail();
    const { t } = await withAda({ mailer });
    const rows = () => t.db.$client.prepare('SELECT value FROM staff_verifications').all();
    const changes = () => t.db.$client.prepare('SELECT total_changes() AS n').pluck().get();
    const ask = () => t.stranger().get('/api/auth/passkey/generate-authenticate-options');
    expect((await ask()).statusCode).toBe(200);
    const before = changes();
    for (let asked = 0; asked < 100; asked++) expect((await ask()).statusCode).toBe(200);
    expect([rows(), changes()], 'nothing is written').toEqual([[], before]);
    for (let asked = 0; asked < 50; asked++)
      for (const email of [EMAIL, 'nobody@example.org', 'somebody@example.org'])
        await t.stranger().post('/api/auth/sign-in/magic-link', { email });
    expect(letters).toHaveLength(3);
    expect(rows().length, 'the three that were mailed, and one of nobody’s').toBeLessThanOrEqual(4);
    for (const { body } of letters)
      expect((await t.stranger().post('/api/console/mailed-link', { token: tokenIn(body) })).statusCode).toBe(204);
  });

  it('a question to a passkey is answered once, by the browser that was asked, and leaves no row', async () => {
    const { t } = await withAda();
    const browser = t.stranger();
    await browser.get('/api/auth/passkey/generate-authenticate-options');
    const answers = async (caller: Caller) =>
      (await caller.post('/api/auth/passkey/verify-authentication', { response: { id: 'unknown' } })).statusCode;
    expect(await answers(t.stranger()), 'nobody was asked').toBe(400);
    expect(await answers(browser), 'it is looked at').toBe(401);
    expect(await answers(browser), 'once').toBe(400);
    expect(t.db.$client.prepare('SELECT id FROM staff_verifications').all()).toEqual([]);
  });

  it('survives nonsense', async () => {
    const { t } = await withAda();
    const send = (payload: string) =>
      t.stranger().send({
        ...{ method: 'POST' as const, url: '/api/auth/sign-in/email', payload },
        headers: { 'content-type': 'application/json' },
      });
    for (const payload of [
      '',
      '[]',
      'null',
      '{"email":',
      '{"email":{},"password":[]}',
      '"x"',
      `{"email":"${'x'.repeat(9_000)}"}`,
    ])
      expect([payload.slice(0, 20), [400, 401].includes((await send(payload)).statusCode)]).toEqual([
        payload.slice(0, 20),
        true,
      ]);
  });
});
