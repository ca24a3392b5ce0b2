import type { AuditView } from '@lapwing/shared/protocol/audit-api';
import type { HelpersView, Pairing, StaffLink } from '@lapwing/shared/protocol/staff-api';
import { describe, expect, it } from 'vitest';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

const PASSWORD = 'purple kettle walks home';

/** Ada has an account with a password; Mei is signed in in a browser, with a page open. */
async function hall() {
  const t = await testApp();
  const ada = t.stranger();
  const who = { secret: t.setup.value, name: 'Ada', email: 'ada@example.org', password: PASSWORD };
  expect((await ada.post('/api/console/join', who)).statusCode).toBe(204);
  const evening = await makeEvening(t);
  const browser = await t.organiser('Mei');
  const before = new Map(browser.cookies);
  const socket = await t.socket(`${evening.url}/socket`, browser);
  /** Whoever kept the cookie of before. */
  const old = (): Caller => {
    const caller = t.stranger();
    for (const [name, value] of before) caller.cookies.set(name, value);
    return caller;
  };
  return { t, ada, evening, browser, socket, old };
}
type Hall = Awaited<ReturnType<typeof hall>>;

const secretOf = (url: string): string => url.split('#')[1] ?? '';
const nameOf = async (caller: Caller): Promise<string | undefined> =>
  (await caller.get('/api/console/door')).json<{ me: { firstName: string } | null }>().me?.firstName;

const WAYS: readonly (readonly [string, string, (hall: Hall) => Promise<number>])[] = [
  [
    'a password',
    'Ada',
    async ({ browser }) =>
      (await browser.post('/api/auth/sign-in/email', { email: 'ada@example.org', password: PASSWORD })).statusCode,
  ],
  [
    'the code of a pairing',
    'Ada',
    async ({ ada, browser }) => {
      const { url } = (await ada.post('/api/console/pairing')).json<Pairing>();
      return (await browser.post('/api/console/session', { secret: secretOf(url) })).statusCode;
    },
  ],
  [
    'an invitation',
    'Bob',
    async ({ ada, browser }) => {
      const bob = { name: 'Bob', email: 'bob@example.org', role: 'organiser' };
      const { url } = (await ada.post('/api/staff/invitations', bob)).json<StaffLink>();
      const who = { secret: secretOf(url), name: 'Bob', email: '', password: PASSWORD };
      return (await browser.post('/api/console/join', who)).statusCode;
    },
  ],
];

describe('one browser is one session', () => {
  it.each(WAYS)('with %s somebody else takes the place, and who was there is out at once', async (_, name, way) => {
    const h = await hall();
    expect(await way(h)).toBeLessThan(300);
    expect((await h.socket.closed).code, 'the page that was open').toBe(4401);
    expect((await h.old().get('/api/events')).statusCode, 'the old cookie').toBe(401);
    expect(await nameOf(h.browser)).toBe(name);
    expect((await h.ada.get('/api/events')).statusCode, 'the others stay').toBe(200);
  });

  it('the same person once more only connects again', async () => {
    const { t, evening, ada } = await hall();
    const socket = await t.socket(`${evening.url}/socket`, ada);
    await ada.post('/api/auth/sign-in/email', { email: 'ada@example.org', password: PASSWORD });
    expect((await socket.closed).code).toBe(1012);
  });

  it('of two helpers who join on one phone the second is there, and the first gone from the list', async () => {
    const { t, ada, evening } = await hall();
    const { code } = (await ada.put(`${evening.url}/helpers`, { open: true })).json<HelpersView>();
    const phone = t.stranger();
    await phone.post('/api/helpers/session', { code, firstName: 'Bo' });
    const socket = await t.socket(`${evening.url}/socket`, phone);
    expect((await phone.post('/api/helpers/session', { code, firstName: 'Cy' })).statusCode).toBe(200);
    expect((await socket.closed).code).toBe(4401);
    expect((await ada.get(`${evening.url}/helpers`)).json<HelpersView>().helpers).toEqual([
      expect.objectContaining({ name: expect.stringMatching(/^Cy ·\w{3}$/u) }),
    ]);
    const { lines } = (await ada.get(`${evening.url}/audit`)).json<AuditView>();
    expect(lines.slice(0, 2).map(({ by, act }) => `${by.slice(0, 2)}: ${act}`)).toEqual([
      'Cy: helper-joined',
      'Bo: helper-joined',
    ]);
  });
});
