import type { Attendee } from '@lapwing/shared/event/roster';
import { attendeeId } from '@lapwing/shared/kernel/ids';
import { morningAfter } from '@lapwing/shared/privacy/retention';
import type { BadgeWay, ErrorAnswer, EventDetail, PresenceAnswer, WaitingPhone } from '@lapwing/shared/protocol/api';
import type { AuditView } from '@lapwing/shared/protocol/audit-api';
import type { ConsoleDoor, HelpersView } from '@lapwing/shared/protocol/staff-api';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { sessions } from '../../../server/src/db/schema.ts';
import { allowPlainHttp } from '../../../server/src/staff/plain-http.ts';
import { makeEvening, SETTINGS, type TestEvening } from '../../support/evening-builder.ts';
import { MARKS, markedHall } from '../../support/marked-hall.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

async function opened(evening: TestEvening, ada: Caller): Promise<HelpersView & { readonly code: string }> {
  const view = (await ada.put(`${evening.url}/helpers`, { open: true })).json<HelpersView>();
  if (view.code === null) throw new Error('nobody may join');
  return { ...view, code: view.code };
}

const joins = (caller: Caller, code: string, firstName = 'Bo', userAgent = 'a phone') =>
  caller.send({
    ...{ method: 'POST', url: '/api/helpers/session' },
    payload: { code, firstName },
    headers: { 'user-agent': userAgent },
  });

async function hallWithHelper() {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t);
  const { code } = await opened(evening, ada);
  const bo = t.stranger();
  expect((await joins(bo, code)).statusCode).toBe(200);
  return { t, ada, evening, code, bo };
}

const codeOf = (answer: { json: <T>() => T }): string => answer.json<ErrorAnswer>().error.code;
const helperRows = (t: TestApp) => t.db.select().from(sessions).where(eq(sessions.kind, 'helper')).all();
const linesOf = async (ada: Caller, { url }: TestEvening) =>
  (await ada.get(`${url}/audit`))
    .json<AuditView>()
    .lines.map(({ act, by }) => `${by.replace(/ ·\w{3}$/u, '')}: ${act}`);

describe('somebody who helps for tonight', () => {
  it('joins by the code, however it is typed, until the morning after, and is named where it matters', async () => {
    const { t, ada, evening, code, bo } = await hallWithHelper();
    expect(code).toMatch(/^[ACDEFHJKMNPQRTUVWXY34679]{8}$/u);
    expect((await joins(t.stranger(), ` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`, ' Cy ')).statusCode).toBe(
      200,
    );
    const view = (await ada.get(`${evening.url}/helpers`)).json<HelpersView>();
    expect(view).toEqual({
      open: true,
      code,
      until: morningAfter(SETTINGS),
      walkIns: [],
      helpers: [/^Bo ·\w{3}$/u, /^Cy ·\w{3}$/u].map((name) => ({
        ...{ id: expect.stringMatching(/^[0-9a-f]{64}$/u), name: expect.stringMatching(name) },
        joinedAt: Math.floor(t.clock.now()),
      })),
    });
    expect((await bo.get('/api/console/door')).json<ConsoleDoor>().helper).toEqual({
      firstName: 'Bo',
      eventId: evening.id,
    });
    const [student] = evening.students;
    await bo.put(`${evening.url}/people/${student?.id}/presence`, { here: true });
    expect((await linesOf(ada, evening)).slice(0, 4)).toEqual([
      'Bo: let-in',
      'Cy: helper-joined',
      'Bo: helper-joined',
      'Ada: helpers-on',
    ]);
  });

  it('holds a strict cookie, of this very host over https', async () => {
    const t = await testApp({ https: true });
    const evening = await makeEvening(t);
    const { code } = await opened(evening, await t.organiser());
    const cookie = String((await joins(t.stranger(), code)).headers['set-cookie']);
    for (const part of [/^__Host-lapwing_helper=/u, /Path=\/;/u, /HttpOnly/u, /Secure/u, /SameSite=Strict/u])
      expect(cookie).toMatch(part);
  });

  it('over plain http on another machine cannot join, as nobody can sign in there', async () => {
    const t = await testApp();
    const evening = await makeEvening(t);
    const { code } = await opened(evening, await t.organiser());
    const payload = { code, firstName: 'Bo' };
    const far = await t
      .stranger()
      .send({ method: 'POST', url: '/api/helpers/session', payload, remoteAddress: '10.0.0.9' });
    expect([far.statusCode, codeOf(far)]).toEqual([403, 'plain-http-sign-in']);
  });

  it('sees of people what is said at the door, and no more, in answers and on the socket', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const { evening, waiting } = await markedHall(t);
    const { code } = await opened(evening, ada);
    const bo = t.stranger();
    await joins(bo, code);
    const [student] = evening.students;
    await t.socket(`${evening.url}/socket`, ada);
    const socket = await t.socket(`${evening.url}/socket`, bo);
    const before = socket.last('staff').changes;
    await bo.put(`${evening.url}/people/${student?.id}/presence`, { here: false });
    await socket.until('staff', ({ changes }) => changes > before);
    const here = await bo.put(`${evening.url}/people/${student?.id}/presence`, { here: true });
    const scanned = await bo.post(`${evening.url}/scans`, { person: student?.id });
    const people = await bo.get(`${evening.url}/people`);
    const event = await bo.get(evening.url);
    await socket.settled();
    const told = [here, scanned, people, event].map(({ statusCode, body }) => {
      expect(statusCode).toBe(200);
      return body;
    });
    const all = [...told, ...socket.texts].join('\n');
    const seen = Object.entries(MARKS).flatMap(([field, mark]) => (all.includes(mark) ? [field] : []));
    expect(seen).toEqual(['name', 'badgeCode', 'checkedInAt']);
    expect(here.json<PresenceAnswer>().attendee.checkedInAt).toBe(Math.floor(t.clock.now()));
    expect(
      socket.all('staff').flatMap(({ controllers }) => controllers),
      'not who runs the evening',
    ).toEqual([]);
    expect(socket.all('facts').length).toBeGreaterThan(1);
    expect(people.json<Attendee[]>()).toHaveLength(evening.students.length + evening.mentors.length + 1);
    expect(here.json<PresenceAnswer>().firstTable?.number, 'where to send them').toBeGreaterThan(0);
    expect(event.json<EventDetail>().links, 'no way to a display').toEqual({ join: '', display: '' });
    expect(event.json<EventDetail>().tables.flatMap(({ mentors }) => mentors)).toEqual([]);
    const { number } = waiting;
    expect((await bo.get(`${evening.url}/waiting`)).json<WaitingPhone[]>().map((one) => one.number)).toEqual([number]);
    expect((await bo.put(`${evening.url}/waiting/${number}`, { person: student?.id })).statusCode).toBe(204);
  });

  it('learns nothing of another evening: not that it is there, nor who a badge of it belongs to', async () => {
    const { t, evening, bo } = await hallWithHelper();
    const other = await makeEvening(t);
    const [stranger] = other.students;
    for (const path of ['', '/people', '/waiting'])
      expect((await bo.get(`${other.url}${path}`)).statusCode, path).toBe(404);
    const scan = await bo.post(`${evening.url}/scans`, { person: stranger?.id });
    const nobody = await bo.post(`${evening.url}/scans`, { person: attendeeId('nobody') });
    expect([scan.statusCode, scan.body]).toEqual([nobody.statusCode, nobody.body]);
    const way = async (code: string | undefined) => (await bo.get(`/b/${code}/way`)).json<BadgeWay>().to;
    expect(await way(evening.students[0]?.badgeCode)).toBe(`/check-in#/events/${evening.id}/badge/`);
    expect(await way(stranger?.badgeCode)).toMatch(/^\/e\//u);
    for (let tries = 0; tries < 3; tries++) await bo.post(`${evening.url}/scans`, { person: stranger?.id });
    expect((await bo.post(`${evening.url}/scans`, { person: stranger?.id })).statusCode).toBe(429);
  });

  it('who is an organiser on this browser too stays one', async () => {
    const { ada, evening, code } = await hallWithHelper();
    await joins(ada, code);
    expect(ada.cookies.size).toBe(2);
    expect((await ada.get(`${evening.url}/people`)).body).toContain('@example.org');
    expect((await ada.get(`${evening.url}/audit`)).statusCode).toBe(200);
  });

  it('leaves, and the page with them', async () => {
    const { t, ada, evening, bo } = await hallWithHelper();
    const socket = await t.socket(`${evening.url}/socket`, bo);
    const cookie = new Map(bo.cookies);
    expect((await bo.delete('/api/helpers/session')).statusCode).toBe(204);
    expect((await socket.closed).code).toBe(4401);
    for (const [name, value] of cookie) bo.cookies.set(name, value);
    expect((await bo.get(`${evening.url}/people`)).statusCode).toBe(401);
    expect((await linesOf(ada, evening))[0]).toBe('Bo: helper-left');
  });
});

describe('a helper who lets phones in', () => {
  const asks = async (t: TestApp, code: string, from: number, who = 'me') =>
    (
      await t.stranger().send({
        ...{ method: 'POST', url: `/e/${code}/waiting`, payload: { who } },
        remoteAddress: `10.1.${from >> 8}.${from & 255}`,
      })
    ).json<{ number: string }>().number;

  it('is named in the audit with whose link it was', async () => {
    const { t, ada, evening, bo } = await hallWithHelper();
    const { code } = (await ada.get(evening.url)).json<EventDetail>();
    const [student] = evening.students;
    const number = await asks(t, code, 1);
    expect((await bo.put(`${evening.url}/waiting/${number}`, { person: student?.id })).statusCode).toBe(204);
    const [line] = (await ada.get(`${evening.url}/audit`)).json<AuditView>().lines;
    expect(line).toMatchObject({ by: expect.stringMatching(/^Bo ·/u), act: 'phone-let-in', person: student?.id });
  });

  it('gives nobody’s page to a third phone, whoever the helper is; an organiser does', async () => {
    const { t, ada, evening, code: helpers, bo } = await hallWithHelper();
    const cy = t.stranger();
    await joins(cy, helpers, 'Cy');
    const { code } = (await ada.get(evening.url)).json<EventDetail>();
    const [student, other] = evening.students;
    const gives = async (who: Caller, number: string, person = student?.id) =>
      (await who.put(`${evening.url}/waiting/${number}`, { person })).statusCode;
    const [one, two, three] = [await asks(t, code, 1), await asks(t, code, 2), await asks(t, code, 3)];
    expect(await gives(bo, one)).toBe(204);
    expect(await gives(bo, one), 'again is no other phone').toBe(204);
    expect(await gives(cy, two)).toBe(204);
    expect(await gives(bo, three)).toBe(429);
    expect(await gives(cy, three)).toBe(429);
    expect(await gives(cy, three, other?.id)).toBe(204);
    const lines = (await ada.get(`${evening.url}/audit`)).json<AuditView>().lines;
    expect(
      lines.filter(({ act }) => act === 'phone-let-in'),
      'a refusal leaves none',
    ).toHaveLength(4);
    expect(await gives(ada, await asks(t, code, 4))).toBe(204);
  });

  it('lets in no more than a phone a minute for an hour', async () => {
    const { t, ada, bo, evening: small } = await hallWithHelper();
    expect(small.students.length).toBeGreaterThan(0);
    const evening = await makeEvening(t, { students: 62, tables: 12, seats: 6, published: false });
    const { code: helpers } = await opened(evening, ada);
    await joins(bo, helpers, 'Bo', 'another phone');
    const { code } = (await ada.get(evening.url)).json<EventDetail>();
    const statuses: number[] = [];
    for (const [from, { id, email }] of evening.students.slice(0, 61).entries())
      statuses.push(
        (await bo.put(`${evening.url}/waiting/${await asks(t, code, from + 1, email)}`, { person: id })).statusCode,
      );
    expect(statuses).toEqual([...Array.from({ length: 60 }, () => 204), 429]);
    t.clock.advance(60 * 60_000);
    const number = await asks(t, code, 99);
    expect((await bo.put(`${evening.url}/waiting/${number}`, { person: evening.students[61]?.id })).statusCode).toBe(
      204,
    );
  });
});

describe('a helper who calls themselves like somebody else', () => {
  it('has a sign beside the name in the list and in the audit, which no name can hold', async () => {
    const { t, ada, evening, code } = await hallWithHelper();
    const [one, two] = [t.stranger(), t.stranger()];
    await joins(one, code, 'Ada');
    await joins(two, code, 'Ada\u202E ·AAA');
    const { helpers } = (await ada.get(`${evening.url}/helpers`)).json<HelpersView>();
    const adas = helpers.map(({ name }) => name).filter((name) => name.startsWith('Ada'));
    expect(new Set(adas).size).toBe(2);
    for (const name of adas) expect(name).toMatch(/^Ada( AAA)? ·[A-Z0-9]{3}$/u);
    const [student] = evening.students;
    await one.put(`${evening.url}/people/${student?.id}/presence`, { here: true });
    const [line] = (await ada.get(`${evening.url}/audit`)).json<AuditView>().lines;
    expect(adas).toContain(line?.by);
  });
});

describe('the door for helpers', () => {
  it('closes for all at once, their pages included, and opens with another code', async () => {
    const { t, ada, evening, code, bo } = await hallWithHelper();
    const socket = await t.socket(`${evening.url}/socket`, bo);
    const before = performance.now();
    const closed = await ada.put(`${evening.url}/helpers`, { open: false });
    expect(closed.json()).toEqual({ open: false, code: null, until: null, helpers: [], walkIns: [] });
    expect((await socket.closed).code).toBe(4401);
    expect(performance.now() - before).toBeLessThan(2_000);
    expect((await bo.get(`${evening.url}/people`)).statusCode).toBe(401);
    expect(helperRows(t)).toEqual([]);
    expect(codeOf(await joins(t.stranger(), code))).toBe('wrong-helper-code');
    const again = await opened(evening, ada);
    expect(again.code).not.toBe(code);
    expect((await bo.get(`${evening.url}/people`)).statusCode, 'who was sent away joins anew').toBe(401);
    expect((await linesOf(ada, evening))[1]).toBe('Ada: helpers-off');
  });

  it('keeps its code while it stays open', async () => {
    const { ada, evening, code, bo } = await hallWithHelper();
    expect((await opened(evening, ada)).code).toBe(code);
    expect((await bo.get(`${evening.url}/people`)).statusCode).toBe(200);
  });

  it('closes by itself the morning after, pages and names with it', async () => {
    const { t, ada, evening, code, bo } = await hallWithHelper();
    const until = morningAfter(SETTINGS);
    t.clock.jumpTo(until - 1_000);
    expect((await bo.get(`${evening.url}/people`)).statusCode).toBe(200);
    const socket = await t.socket(`${evening.url}/socket`, bo);
    t.clock.jumpTo(until);
    expect((await bo.get(`${evening.url}/people`)).statusCode).toBe(401);
    expect(codeOf(await joins(t.stranger(), code))).toBe('wrong-helper-code');
    t.clock.advance(6_000);
    expect((await socket.closed).code).toBe(4401);
    expect(helperRows(t)).toEqual([]);
    const late = await (await t.organiser()).put(`${evening.url}/helpers`, { open: true });
    expect([late.statusCode, codeOf(late)]).toEqual([409, 'not-now']);
    expect(ada.cookies.size).toBe(1);
  });

  it('ends with the event, and takes no more than stand at a door', async () => {
    const { t, evening, code, bo } = await hallWithHelper();
    for (let more = 1; more < 200; more++) {
      if (more % 29 === 0) t.clock.advance(10 * 60_000);
      expect((await joins(t.stranger(), code)).statusCode).toBe(200);
    }
    expect((await joins(t.stranger(), code)).statusCode).toBe(429);
    await (await t.organiser()).delete(evening.url);
    expect((await bo.get(evening.url)).statusCode).toBe(401);
    expect(codeOf(await joins(t.stranger(), code))).toBe('wrong-helper-code');
  });

  it('is for organisers to open, not for helpers', async () => {
    const { t, evening, bo } = await hallWithHelper();
    expect((await bo.put(`${evening.url}/helpers`, { open: false })).statusCode).toBe(403);
    expect((await bo.get(`${evening.url}/helpers`)).statusCode).toBe(403);
    expect((await t.stranger().get(`${evening.url}/helpers`)).statusCode).toBe(401);
  });
});

describe('whoever tries codes out', () => {
  it('hears the same for a closed door, a wrong code and nobody’s', async () => {
    const { t, ada, evening, code } = await hallWithHelper();
    const wrong = await joins(t.stranger(), 'AAAAAA', 'Eve', 'one');
    await ada.put(`${evening.url}/helpers`, { open: false });
    const closed = await joins(t.stranger(), code, 'Eve', 'two');
    const nothing = await joins(t.stranger(), '?', 'Eve', 'three');
    expect(wrong.statusCode).toBe(422);
    expect(new Set([wrong, closed, nothing].map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
  });

  it('is not listened to after five in a minute, even with the right one; others behind the address are', async () => {
    const { t, code } = await hallWithHelper();
    const eve = t.stranger();
    for (let tries = 0; tries < 5; tries++) expect((await joins(eve, 'AAAAAA', 'Eve', 'eve')).statusCode).toBe(422);
    expect((await joins(eve, code, 'Eve', 'eve')).statusCode).toBe(429);
    expect((await joins(t.stranger(), code, 'Cy', 'cy')).statusCode).toBe(200);
    t.clock.advance(60_000);
    expect((await joins(eve, code, 'Eve', 'eve')).statusCode).toBe(200);
  });

  it('gets no further by pretending to be many browsers, and keeps nobody out who comes from elsewhere', async () => {
    const { t, code, bo, evening } = await hallWithHelper();
    const from = (remoteAddress: string, typed: string, userAgent: string) =>
      t.stranger().send({
        ...{ method: 'POST' as const, url: '/api/helpers/session', payload: { code: typed, firstName: 'Eve' } },
        ...{ remoteAddress, headers: { 'user-agent': userAgent } },
      });
    allowPlainHttp(t.services, true);
    let heard = 0;
    for (let tries = 0; tries < 350; tries++)
      if ((await from('203.0.113.9', 'AAAAAAAA', `browser ${tries}`)).statusCode === 422) heard += 1;
    expect(heard).toBe(300);
    expect((await from('203.0.113.9', code, 'one more')).statusCode).toBe(429);
    expect((await bo.get(`${evening.url}/people`)).statusCode, 'who is in stays in').toBe(200);
    for (const address of ['192.168.1.30', '198.51.100.7', '2001:db8::1'])
      expect((await from(address, code, 'a helper')).statusCode, address).toBe(200);
    t.clock.advance(60_000);
    expect((await from('203.0.113.9', code, 'one more')).statusCode).toBe(200);
  });

  it('has one address however many of a network of their own they use', async () => {
    const { t } = await hallWithHelper();
    allowPlainHttp(t.services, true);
    let heard = 0;
    for (let tries = 0; tries < 320; tries++) {
      const { statusCode } = await t.stranger().send({
        ...{ method: 'POST', url: '/api/helpers/session', payload: { code: 'AAAAAAAA', firstName: 'Eve' } },
        ...{ remoteAddress: `2001:db8:0:1:${tries.toString(16)}::9`, headers: { 'user-agent': `${tries}` } },
      });
      if (statusCode === 422) heard += 1;
    }
    expect(heard).toBe(300);
  });

  it('five helpers of one hall who mistype at once are heard, all of them', async () => {
    const { t, code } = await hallWithHelper();
    for (const name of ['Al', 'Bea', 'Cy', 'Di', 'Ed']) {
      const phone = t.stranger();
      for (let tries = 0; tries < 4; tries++) expect((await joins(phone, 'AAAAAAAA', name, name)).statusCode).toBe(422);
      expect((await joins(phone, code, name, name)).statusCode).toBe(200);
    }
  });
});
