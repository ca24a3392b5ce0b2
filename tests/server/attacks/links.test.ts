import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attendee } from '@lapwing/shared/event/roster';
import { describe, expect, it } from 'vitest';
import { adoptNewKey } from '../../../server/src/services/link-service.ts';
import { makeEvening, opened, partsOfLink } from '../../support/evening-builder.ts';
import { MARKS, markedHall } from '../../support/marked-hall.ts';
import { testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

const DAY = 86_400_000;

async function room() {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t);
  const [ann, bob] = evening.students as [Attendee, Attendee];
  const link = async (person: Attendee): Promise<string> =>
    (await ada.get(`${evening.url}/people/${person.id}/link`)).json<{ url: string }>().url;
  const sees = async (caller: Caller, person: Attendee): Promise<number> =>
    (await caller.get(`/me/${person.id}/opening`)).statusCode;
  const open = async (address: string): Promise<number> => {
    const { path, secret } = partsOfLink(address);
    return (await t.stranger().post(`${path}/session`, { secret })).statusCode;
  };
  return { t, ada, evening, ann, bob, link, sees, open };
}

describe('L1 what is kept of a link', () => {
  it('is no secret and no cookie: whoever has the database opens nothing', async () => {
    const { t, ada, evening, ann, link, sees } = await room();
    const anns = await evening.phone(ann);
    const { secret } = partsOfLink(await link(ann));
    expect(secret).toMatch(/^[\w-]{43}$/u);
    const [token = ''] = anns.cookies.values();
    const [console = ''] = ada.cookies.values();
    t.db.$client.pragma('wal_checkpoint(TRUNCATE)');
    const file = readFileSync(join(t.dataDir, 'lapwing.db'), 'latin1');
    expect(file, 'so that this test can fail').toContain(ann.id);
    for (const word of [secret, token, console, evening.displaySecret()]) expect(file).not.toContain(word);
    const hashes = t.db.$client.prepare('SELECT hash FROM sessions UNION SELECT hash FROM links').pluck().all();
    for (const hash of hashes as string[]) {
      const thief = t.stranger();
      thief.cookies.set(`lapwing_${ann.id}`, hash);
      thief.cookies.set('lapwing_console', hash);
      expect(await sees(thief, ann)).toBe(404);
      expect((await thief.get('/api/events')).statusCode).toBe(401);
      expect((await thief.post(`/me/${ann.id}/session`, { secret: hash })).statusCode).toBe(404);
    }
  });
});

describe('L4 how long a link lives', () => {
  it('opens three devices: on a fourth the oldest goes dark at once; the same browser is no further one', async () => {
    const { t, evening, ann, bob, link, sees } = await room();
    const phones = [await evening.phone(ann), await evening.phone(ann), await evening.phone(ann)] as const;
    const [bobs, live] = [await evening.phone(bob), await t.socket(`/me/${ann.id}/live`, phones[0])];
    for (let again = 0; again < 5; again++) await opened(phones[0], await link(ann));
    expect(await Promise.all(phones.map((phone) => sees(phone, ann)))).toEqual([200, 200, 200]);
    const fourth = await evening.phone(ann);
    expect((await live.closed).code).toBe(4401);
    expect(await Promise.all([...phones, fourth].map((phone) => sees(phone, ann)))).toEqual([404, 200, 200, 200]);
    expect(await sees(bobs, bob)).toBe(200);
  });

  it('ends seven days after the evening; a new one lives seven days more', async () => {
    const { t, ada, evening, ann, link, sees, open } = await room();
    const [phone, old] = [await evening.phone(ann), await link(ann)];
    t.clock.leap(7 * DAY);
    expect(await sees(phone, ann)).toBe(200);
    t.clock.leap(DAY);
    expect([await sees(phone, ann), await open(old)]).toEqual([404, 404]);
    await expect(t.socket(`/me/${ann.id}/live`, phone)).rejects.toThrow('404');
    const again = await t.organiser();
    expect((await again.post(`${evening.url}/people/${ann.id}/link/renew`)).statusCode).toBe(200);
    const { url } = (await again.get(`${evening.url}/people/${ann.id}/link`)).json<{ url: string }>();
    const late = await opened(t.stranger(), url);
    expect([await sees(late, ann), await open(old)]).toEqual([200, 404]);
    t.clock.leap(7 * DAY);
    expect([await sees(late, ann), await open(url)]).toEqual([404, 404]);
    expect((await ada.get('/api/events')).statusCode).toBe(401);
  });

  it('is taken back one by one: cookies, open pages and the old link are dead, and nobody else’s', async () => {
    const { t, ada, evening, ann, bob, link, sees, open } = await room();
    const [anns, bobs] = [await evening.phone(ann), await evening.phone(bob)];
    const [old, others] = [await link(ann), await link(bob)];
    const [hers, his] = [await t.socket(`/me/${ann.id}/live`, anns), await t.socket(`/me/${bob.id}/live`, bobs)];
    const renewed = await ada.post(`${evening.url}/people/${ann.id}/link/renew`);
    expect(renewed.json()).toEqual({ people: 1 });
    expect((await hers.closed).code).toBe(4401);
    await his.settled();
    expect([await sees(anns, ann), await open(old), await sees(bobs, bob), await open(others)]).toEqual([
      ...[404, 404],
      ...[200, 200],
    ]);
    const now = await link(ann);
    expect(now).not.toBe(old);
    expect(await open(now)).toBe(200);
  });

  it('is taken back from everybody of an evening at once, and from nobody of another', async () => {
    const { t, ada, evening, ann, bob, link, sees, open } = await room();
    const other = await makeEvening(t);
    const [guest] = other.students as [Attendee];
    const guests = await other.phone(guest);
    const phones = [await evening.phone(ann), await evening.phone(bob)] as const;
    const links = [await link(ann), await link(bob)];
    const sockets = [await t.socket(`/me/${ann.id}/live`, phones[0]), await t.socket(`/me/${bob.id}/live`, phones[1])];
    const all = evening.students.length + evening.mentors.length;
    expect((await ada.post(`${evening.url}/links/renew`)).json()).toEqual({ people: all });
    for (const socket of sockets) expect((await socket.closed).code).toBe(4401);
    expect([await sees(phones[0], ann), await sees(phones[1], bob)]).toEqual([404, 404]);
    expect(await Promise.all(links.map(open))).toEqual([404, 404]);
    expect([await open(await link(ann)), await open(await link(bob)), await sees(guests, guest)]).toEqual([
      200, 200, 200,
    ]);
  });

  it('that was taken back stays so when the key file is another', async () => {
    const { t, ada, evening, ann, link, open } = await room();
    const old = await link(ann);
    await ada.post(`${evening.url}/people/${ann.id}/link/renew`);
    const lost = {
      ...t.services,
      secrets: { ...t.services.secrets, linkSecret: (...parts: unknown[]) => `new ${parts}` },
    };
    expect(adoptNewKey(lost)).toBe(1);
    expect(await open(old)).toBe(404);
    const secret = `new attendee,${ann.id},2`;
    expect((await t.stranger().post(`/me/${ann.id}/session`, { secret })).statusCode).toBe(200);
    const first = `new attendee,${ann.id},1`;
    expect((await t.stranger().post(`/me/${ann.id}/session`, { secret: first })).statusCode).toBe(404);
  });
});

describe('L5 and L6 what is read off a badge or a link', () => {
  it('signs nobody in and names nobody', async () => {
    const t = await testApp();
    const hall = await markedHall(t);
    const [ann] = hall.evening.students as [Attendee];
    const badge = `${MARKS.badgeCode}${ann.id}`;
    for (const url of [`/me/${ann.id}/session`, `${hall.evening.displayUrl()}/session`, '/api/console/session'])
      expect((await t.stranger().post(url, { secret: badge })).statusCode, url).toBe(404);
    const thief = t.stranger();
    for (const name of [`lapwing_${ann.id}`, 'lapwing_console', 'lapwing_helper']) thief.cookies.set(name, badge);
    expect((await thief.get(`/me/${ann.id}/opening`)).statusCode).toBe(404);
    expect((await thief.get(`${hall.evening.url}/people`)).statusCode).toBe(401);
    const ada = await t.organiser();
    const { url } = (await ada.get(`${hall.evening.url}/people/${ann.id}/link`)).json<{ url: string }>();
    expect(new URL(url).search).toBe('');
    for (const mark of Object.values(MARKS)) expect(url).not.toContain(mark);
  });
});
