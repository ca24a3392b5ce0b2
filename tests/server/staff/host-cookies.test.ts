import { describe, expect, it } from 'vitest';
import { type TestApp, type TestAppOptions, testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

const EMAIL = 'ada@example.org';
const PASSWORD = 'purple kettle walks home';

async function withAda(options: TestAppOptions) {
  const t = await testApp(options);
  const ada = t.stranger();
  const who = { secret: t.setup.value, name: 'Ada', email: EMAIL, password: PASSWORD };
  return { t, ada, joined: await ada.post('/api/console/join', who) };
}

const isIn = async (caller: Caller): Promise<boolean> => (await caller.get('/api/events')).statusCode === 200;

/** The same data, served by another start of the server. */
async function again({ t }: { t: TestApp }, https: boolean): Promise<TestApp> {
  await t.close();
  return testApp({ dataDir: t.dataDir, clock: t.clock, https });
}

function withCookies(t: TestApp, cookies: ReadonlyMap<string, string>): Caller {
  const caller = t.stranger();
  for (const [name, value] of cookies) caller.cookies.set(name, value);
  return caller;
}

describe('over https', () => {
  it('session and proof carry the name that only this host can set, and what that name asks for', async () => {
    const { t, joined } = await withAda({ https: true });
    const browser = t.stranger();
    const proven = await browser.post('/api/auth/sign-in/email', { email: EMAIL, password: PASSWORD });
    const given = [joined, proven].flatMap(({ headers }) => [headers['set-cookie'] ?? []].flat());
    expect(given.length).toBeGreaterThanOrEqual(3);
    for (const cookie of given) {
      for (const part of [/^__Host-lapwing/u, /Path=\/(;|$)/iu, /;\s*Secure/iu, /HttpOnly/iu, /SameSite=Strict/iu])
        expect(cookie).toMatch(part);
      expect(cookie).not.toMatch(/Domain=/iu);
    }
    expect(await isIn(browser)).toBe(true);
    const left = await browser.delete('/api/console/session');
    expect(String(left.headers['set-cookie']), 'a browser drops it only so').toMatch(
      /^__Host-lapwing_console=;.*Secure/u,
    );
    expect(await isIn(browser)).toBe(false);
  });

  it('nobody is signed in by the plain name, which a neighbour of the domain can set', async () => {
    const { t, ada } = await withAda({ https: true });
    const token = ada.cookies.get('__Host-lapwing_console') ?? '';
    expect(await isIn(withCookies(t, new Map([['lapwing_console', token]])))).toBe(false);
    const mei = await t.organiser('Mei');
    mei.cookies.set('lapwing_console', token);
    expect((await mei.get('/api/console/door')).json()).toMatchObject({ me: { firstName: 'Mei' } });
  });

  it('who was signed in before under the plain name stays so, and has the other one from then on', async () => {
    const plain = await withAda({});
    expect([...plain.ada.cookies.keys()]).toEqual(['lapwing_console']);
    plain.t.clock.advance(1_000);
    const t = await again(plain, true);
    const browser = withCookies(t, plain.ada.cookies);
    expect(await isIn(browser)).toBe(true);
    expect([...browser.cookies.keys()]).toEqual(['__Host-lapwing_console']);
    expect(await isIn(browser)).toBe(true);
    // also after the next start: when the names changed is kept
    const next = await again({ t }, true);
    expect(await isIn(withCookies(next, plain.ada.cookies))).toBe(true);
  });
});

it('over plain http no browser would take such a name, and the plain one is given', async () => {
  const { ada, joined } = await withAda({});
  expect(String(joined.headers['set-cookie'])).toMatch(/^lapwing_console=/u);
  expect(await isIn(ada)).toBe(true);
});
