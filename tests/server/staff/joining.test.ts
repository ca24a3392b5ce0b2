import type { Pairing, StaffLink, Team } from '@lapwing/shared/protocol/staff-api';
import { describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../support/test-app.ts';

const DAY = 86_400_000;
const PASSWORD = 'purple kettle walks home';
const ADA = { name: 'Ada', email: 'Ada@Example.org', password: PASSWORD };
const from = ({ url }: { readonly url: string }): string => new URL(url).hash.slice(1);

async function first(t: TestApp) {
  const ada = t.stranger();
  expect((await ada.post('/api/console/join', { secret: t.setup.value, ...ADA })).statusCode).toBe(204);
  return ada;
}

describe('the first account', () => {
  it('is made with the address from the terminal, which then opens nothing any more', async () => {
    const t = await testApp();
    const ada = t.stranger();
    expect((await ada.get('/api/console/door')).json()).toEqual({
      ...{ me: null, helper: null, isNew: true, mails: false, maySignIn: true },
    });
    const asked = await ada.post('/api/console/session', { secret: t.setup.value });
    expect([asked.statusCode, asked.json(), asked.cookies]).toEqual([200, { join: { name: '', email: '' } }, []]);
    expect((await ada.get('/api/events')).statusCode).toBe(401);
    const joined = await ada.post('/api/console/join', { secret: t.setup.value, ...ADA });
    expect(joined.statusCode).toBe(204);
    expect(joined.cookies).toMatchObject([{ httpOnly: true, sameSite: 'Strict', path: '/' }]);
    expect((await ada.get('/api/console/door')).json()).toMatchObject({ me: { firstName: 'Ada', role: 'owner' } });
    for (const path of ['session', 'join']) {
      const again = await t.stranger().post(`/api/console/${path}`, {
        secret: t.setup.value,
        ...(path === 'join' ? { ...ADA, email: 'eve@example.org' } : {}),
      });
      expect([path, again.statusCode, again.json()]).toEqual([path, 410, { error: { code: 'setup-link-used' } }]);
    }
    expect((await t.stranger().get('/api/console/door')).json()).toMatchObject({ isNew: false });
  });

  it('is not made with anything else, with a weak password, or without an address', async () => {
    const t = await testApp();
    const guesser = t.stranger();
    for (const secret of ['x', t.setup.value.slice(1), `${t.setup.value}x`])
      for (const path of ['session', 'join']) {
        const answer = await guesser.post(`/api/console/${path}`, { secret, ...(path === 'join' ? ADA : {}) });
        expect([answer.statusCode, answer.json()]).toEqual([404, { error: { code: 'link-invalid' } }]);
      }
    const join = (change: object) => guesser.post('/api/console/join', { secret: t.setup.value, ...ADA, ...change });
    const weak = await join({ password: 'password1234' });
    expect([weak.statusCode, weak.json()]).toEqual([
      422,
      { error: { code: 'password-weak', details: { fault: 'common' } } },
    ]);
    for (const change of [{ email: 'nobody' }, { email: '' }, { name: ' ' }, { role: 'owner' }])
      expect((await join(change)).statusCode).toBe(400);
    expect((await join({})).statusCode, 'none of that used the address up').toBe(204);
  });

  it('is made once by two who open the address at the same time', async () => {
    const t = await testApp();
    const all = await Promise.all(
      ['ada', 'eve', 'mei'].map((name) =>
        t.stranger().post('/api/console/join', { secret: t.setup.value, ...ADA, email: `${name}@example.org` }),
      ),
    );
    expect(all.map(({ statusCode }) => statusCode).sort()).toEqual([204, 410, 410]);
  });

  it('has a cookie that only https carries where there is https', async () => {
    const t = await testApp({ https: true });
    const joined = await t.stranger().post('/api/console/join', { secret: t.setup.value, ...ADA });
    expect(joined.cookies[0]?.secure).toBe(true);
  });
});

describe('others', () => {
  it('are invited by an owner, come in once within seven days, and cannot invite', async () => {
    const t = await testApp();
    const ada = await first(t);
    const who = { name: 'Mei', email: 'mei@example.org', role: 'organiser' };
    const link = (await ada.post('/api/staff/invitations', who)).json<StaffLink>();
    const mei = t.stranger();
    expect((await mei.post('/api/console/session', { secret: from(link) })).json()).toEqual({
      join: { name: 'Mei', email: 'mei@example.org' },
    });
    const another = { secret: from(link), name: 'Mei', email: 'somebody.else@example.org', password: PASSWORD };
    expect((await mei.post('/api/console/join', another)).statusCode).toBe(204);
    expect((await mei.get('/api/console/door')).json()).toMatchObject({ me: { firstName: 'Mei', role: 'organiser' } });
    expect((await t.stranger().post('/api/console/join', another)).statusCode).toBe(404);
    const team = (await mei.get('/api/staff')).json<Team>();
    expect(team.people.map(({ email, role }) => [email, role])).toEqual([
      [null, 'owner'],
      ['mei@example.org', 'organiser'],
    ]);
    const refused = await mei.post('/api/staff/invitations', who);
    expect([refused.statusCode, refused.json()]).toEqual([403, { error: { code: 'not-allowed' } }]);

    const late = (await ada.post('/api/staff/invitations', { ...who, email: 'bob@example.org' })).json<StaffLink>();
    t.clock.jumpTo(t.clock.now() + 7 * DAY);
    expect((await t.stranger().post('/api/console/session', { secret: from(late) })).statusCode).toBe(404);
  });

  it('who lost their password come back by a new link; whoever sits in their old pages is out', async () => {
    const t = await testApp();
    const ada = await first(t);
    const mei = await t.organiser('Mei', 'organiser');
    const who = { name: 'x', email: 'mei@staff.example.org', role: 'owner' };
    const older = (await ada.post('/api/staff/invitations', who)).json<StaffLink>();
    const link = (await ada.post('/api/staff/invitations', who)).json<StaffLink>();
    const again = t.stranger();
    expect((await again.post('/api/console/session', { secret: from(older) })).statusCode).toBe(404);
    const body = { secret: from(link), name: 'Mei', email: '', password: PASSWORD };
    expect((await again.post('/api/console/join', body)).statusCode).toBe(204);
    expect((await again.get('/api/console/door')).json(), 'no way to become an owner').toMatchObject({
      me: {
        role: 'organiser',
      },
    });
    expect((await mei.get('/api/events')).statusCode).toBe(401);
  });

  it('may be withdrawn, become owners, be removed; their pages go dark; the last owner stays', async () => {
    const t = await testApp();
    const ada = await first(t);
    const evening = (await ada.post('/api/events', { name: 'Tonight' })).json<{ id: string }>();
    const link = (
      await ada.post('/api/staff/invitations', { name: 'Bob', email: 'bob@example.org', role: 'organiser' })
    ).json<StaffLink>();
    expect((await ada.delete('/api/staff/invitations/bob%40example.org')).statusCode).toBe(204);
    expect((await t.stranger().post('/api/console/session', { secret: from(link) })).statusCode).toBe(404);
    const mei = await t.organiser('Mei', 'organiser');
    const { me } = (await mei.get('/api/staff')).json<Team>();
    const { me: own } = (await ada.get('/api/staff')).json<Team>();
    for (const act of [ada.put(`/api/staff/${own}/role`, { role: 'organiser' }), ada.delete(`/api/staff/${own}`)]) {
      const refused = await act;
      expect([refused.statusCode, refused.json()]).toEqual([409, { error: { code: 'last-owner' } }]);
    }
    const socket = await t.socket(`/api/events/${evening.id}/socket`, mei);
    expect((await ada.put(`/api/staff/${me}/role`, { role: 'owner' })).statusCode).toBe(204);
    expect(await socket.closed, 'who they are has changed').toMatchObject({ code: 4401 });
    expect((await mei.get('/api/events')).statusCode).toBe(401);
    const back = await t.organiser('Mei');
    expect((await back.delete(`/api/staff/${own}`)).statusCode).toBe(204);
    expect((await ada.get('/api/events')).statusCode).toBe(401);
  });

  it('are changed only minutes after somebody signed in', async () => {
    const t = await testApp();
    const ada = await first(t);
    t.clock.advance(10 * 60_000);
    const who = { name: 'Mei', email: 'mei@example.org', role: 'organiser' };
    const late = await ada.post('/api/staff/invitations', who);
    expect([late.statusCode, late.json()]).toEqual([401, { error: { code: 'sign-in-again' } }]);
    expect((await ada.get('/api/events')).statusCode).toBe(200);
  });
});

describe('one’s own sessions', () => {
  it('are listed by device and ended one by one or all others; nobody ends another’s', async () => {
    const t = await testApp();
    const ada = await first(t);
    const secret = from((await ada.post('/api/console/pairing')).json<Pairing>());
    const phone = t.stranger();
    const agent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1 Version/17.0 Safari/604.1';
    await phone.send({
      method: 'POST',
      url: '/api/console/session',
      payload: { secret },
      headers: { 'user-agent': agent },
    });
    const { sessions } = (await ada.get('/api/staff')).json<Team>();
    expect(sessions.map(({ device, isThis }) => [device, isThis])).toEqual(
      expect.arrayContaining([
        ['Safari, iPhone', false],
        ['', true],
      ]),
    );
    const hash = sessions.find(({ isThis }) => !isThis)?.hash ?? '';
    const mei = await t.organiser('Mei');
    expect((await mei.delete(`/api/staff/sessions/${hash}`)).statusCode).toBe(404);
    expect((await phone.get('/api/events')).statusCode).toBe(200);
    expect((await ada.delete(`/api/staff/sessions/${hash}`)).statusCode).toBe(204);
    expect((await phone.get('/api/events')).statusCode).toBe(401);
    await phone.post('/api/console/session', {
      secret: from((await ada.post('/api/console/pairing')).json<Pairing>()),
    });
    expect((await ada.delete('/api/staff/sessions')).statusCode).toBe(204);
    expect((await phone.get('/api/events')).statusCode).toBe(401);
    expect((await ada.get('/api/events')).statusCode).toBe(200);
  });

  it('a new name stands in the log of other devices at once', async () => {
    const t = await testApp();
    const ada = await first(t);
    expect((await ada.put('/api/console/me', { firstName: '  Ada B ' })).json()).toMatchObject({ firstName: 'Ada B' });
    expect((await ada.get('/api/console/door')).json()).toMatchObject({ me: { firstName: 'Ada B' } });
    for (const firstName of ['', ' ', 'x'.repeat(41)])
      expect((await ada.put('/api/console/me', { firstName })).statusCode).toBe(400);
  });
});

describe('over plain http', () => {
  const elsewhere = { remoteAddress: '192.168.1.30' };

  it('nobody signs in from another machine unless somebody on this one allows it', async () => {
    const t = await testApp();
    const ada = await first(t);
    const pairing = (await ada.post('/api/console/pairing')).json<Pairing>();
    expect(pairing.maySignIn).toBe(false);
    const open = () => {
      const payload = { secret: from(pairing) };
      return t.stranger().send({ method: 'POST', url: '/api/console/session', payload, ...elsewhere });
    };
    const refused = await open();
    expect([refused.statusCode, refused.json()]).toEqual([403, { error: { code: 'plain-http-sign-in' } }]);
    const self = { method: 'PUT' as const, url: '/api/plain-http', payload: { allowed: true } };
    expect((await ada.send({ ...self, ...elsewhere })).statusCode, 'not from there').toBe(403);
    expect((await ada.send(self)).json()).toEqual({ allowed: true });
    expect((await ada.post('/api/console/pairing')).json<Pairing>().maySignIn).toBe(true);
    expect((await open()).statusCode, 'the refused try did not use the address up').toBe(204);
  });

  it('the address of an invitation leads other machines here once they may sign in', async () => {
    const t = await testApp({ addresses: ['192.168.1.20'] });
    const ada = await first(t);
    const invite = async () =>
      new URL(
        (
          await ada.post('/api/staff/invitations', { name: 'Mei', email: 'mei@example.org', role: 'organiser' })
        ).json<StaffLink>().url,
      ).origin;
    expect(await invite()).toBe(t.services.origins.forConsole());
    await ada.put('/api/plain-http', { allowed: true });
    expect(await invite()).toBe(t.services.linkOrigin());
    expect(t.services.linkOrigin(), 'two addresses').not.toBe(t.services.origins.forConsole());
  });
});
