import { ACCESS } from '@lapwing/shared/protocol/access';
import type { ErrorAnswer } from '@lapwing/shared/protocol/api';
import type { Pairing, Team } from '@lapwing/shared/protocol/staff-api';
import { describe, expect, it } from 'vitest';
import { makeEvening, type TestEvening } from '../../support/evening-builder.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';
import { printOfData } from '../../support/untouched.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const PASSWORD = 'purple kettle walks home';
const EMAIL = 'ada@example.org';

/** By hand, and not from the table: a mark that is missing there, or one too many, shows. */
const FRESH = [
  'DELETE /api/events/:eventId',
  'POST /api/events/:eventId/restore',
  'DELETE /api/events/:eventId/people/:attendeeId',
  'DELETE /api/community/members/:memberId',
  'GET /api/events/:eventId/links',
  'POST /api/staff/invitations',
  'DELETE /api/staff/invitations/:email',
  'PUT /api/staff/:staffId/role',
  'DELETE /api/staff/:staffId',
  'POST /api/auth/two-factor/enable',
  'POST /api/auth/two-factor/disable',
  'POST /api/auth/two-factor/generate-backup-codes',
  'GET /api/auth/passkey/generate-register-options',
  'POST /api/auth/passkey/verify-registration',
  'GET /api/auth/passkey/list-user-passkeys',
  'POST /api/auth/passkey/delete-passkey',
  'POST /api/auth/change-password',
];

async function withAda() {
  const t = await testApp();
  const ada = t.stranger();
  await ada.post('/api/console/join', { secret: t.setup.value, name: 'Ada', email: EMAIL, password: PASSWORD });
  return { t, ada, evening: await makeEvening(t) };
}

const codeOf = (answer: { body: string }): string | undefined =>
  answer.body.startsWith('{"error"') ? (JSON.parse(answer.body) as ErrorAnswer).error.code : undefined;

async function pairedWith(t: TestApp, whose: Caller): Promise<Caller> {
  const { url } = (await whose.post('/api/console/pairing')).json<Pairing>();
  const phone = t.stranger();
  expect((await phone.post('/api/console/session', { secret: url.split('#')[1] })).statusCode).toBe(204);
  return phone;
}

const seen = async (caller: Caller): Promise<boolean> => (await caller.get('/api/events')).statusCode === 200;
const invites = (caller: Caller) =>
  caller.post('/api/staff/invitations', { name: 'Mei', email: 'mei@example.org', role: 'organiser' });
const rostered = ({ url }: TestEvening): string => `${url}/links`;

describe('a sign-in that is older than ten minutes', () => {
  it('is asked for again by these routes, which then do nothing, and by no other', async () => {
    const { t, ada, evening } = await withAda();
    t.clock.advance(10 * MINUTE);
    const asked: string[] = [];
    for (const [route, { door }] of Object.entries(ACCESS)) {
      if (door !== 'console') continue;
      const [method, pattern] = route.split(' ') as ['GET', string];
      const url = pattern
        .replace(':eventId', evening.id)
        .replace(':attendeeId', evening.students[0]?.id ?? '')
        .replace(/:\w+/gu, 'missing');
      const before = FRESH.includes(route) ? printOfData(t) : '';
      if (codeOf(await ada.send({ method, url })) !== 'sign-in-again') continue;
      asked.push(route);
      expect(printOfData(t), route).toBe(before);
    }
    expect(asked.sort()).toEqual([...FRESH].sort());
    expect(await seen(ada), 'the session goes on').toBe(true);
  });

  it('and is done once it was said again, in the same session list', async () => {
    const { t, ada, evening } = await withAda();
    t.clock.advance(10 * MINUTE);
    expect(codeOf(await ada.delete(evening.url))).toBe('sign-in-again');
    expect((await ada.post('/api/auth/sign-in/email', { email: EMAIL, password: PASSWORD })).statusCode).toBe(200);
    expect((await ada.get('/api/staff')).json<Team>().sessions).toHaveLength(1);
    expect((await ada.delete(evening.url)).statusCode).toBe(204);
    t.clock.advance(10 * MINUTE - 1);
    expect((await ada.post(`${evening.url}/restore`)).statusCode).toBe(200);
    t.clock.advance(1);
    expect(codeOf(await ada.get(rostered(evening)))).toBe('sign-in-again');
  });

  it('is not made younger by pairing a phone, nor do the seven days end later by pairing on', async () => {
    const { t, ada } = await withAda();
    t.clock.advance(9 * MINUTE);
    const phone = await pairedWith(t, ada);
    expect((await invites(phone)).statusCode, 'as fresh as who showed the code').toBe(200);
    t.clock.advance(MINUTE);
    const late = await pairedWith(t, phone);
    for (const one of [ada, phone, late]) expect(codeOf(await invites(one))).toBe('sign-in-again');
    const [signedIn, inUse] = [t.clock.now() - 10 * MINUTE, 11 * 60 * MINUTE];
    for (let at = signedIn + inUse; at < signedIn + 7 * DAY; at += inUse) {
      t.clock.jumpTo(at);
      expect(await seen(late), `${at - signedIn} ms later`).toBe(true);
    }
    t.clock.jumpTo(signedIn + 7 * DAY);
    expect(await seen(late)).toBe(false);
  });
});
