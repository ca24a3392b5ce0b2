import { describe, expect, it } from 'vitest';
import { makeEvening, partsOfLink } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';
import { callerOn } from '../../support/test-caller.ts';

const HOUR = 3_600_000;

describe('being signed in to the console', () => {
  it('ends with signing out, after 12 idle hours, and after 7 days in any case', async () => {
    const t = await testApp();
    const [out, idle, busy] = [await t.organiser(), await t.organiser(), await t.organiser()];
    expect((await out.delete('/api/console/session')).statusCode).toBe(204);
    expect(out.cookies.size).toBe(0);
    for (let hour = 0; hour < 7 * 24 - 1; hour++) {
      t.clock.leap(HOUR);
      expect((await busy.get('/api/events')).statusCode).toBe(200);
    }
    expect((await idle.get('/api/events')).statusCode).toBe(401);
    t.clock.leap(HOUR);
    expect((await busy.get('/api/events')).statusCode).toBe(401);
  });

  it('a cookie that was signed out is worth nothing to whoever kept it', async () => {
    const t = await testApp();
    const caller = await t.organiser();
    const kept = new Map(caller.cookies);
    await caller.delete('/api/console/session');
    const thief = t.stranger();
    for (const [name, value] of kept) thief.cookies.set(name, value);
    expect((await thief.get('/api/events')).statusCode).toBe(401);
  });
});

describe('changes from other pages', () => {
  it('are refused by their Origin, by Sec-Fetch-Site, and whatever looks almost like us', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const foreign = [
      'http://evil.example',
      'http://localhost:3001',
      'https://localhost:3000',
      'http://localhost',
      'null',
    ];
    for (const origin of foreign) {
      const page = callerOn(t.app, origin);
      for (const [name, value] of ada.cookies) page.cookies.set(name, value);
      const answer = await page.post('/api/events', { name: 'Stolen' });
      expect([origin, answer.statusCode, answer.json()]).toEqual([origin, 403, { error: { code: 'foreign-origin' } }]);
      expect((await page.get('/api/events')).statusCode, 'reading is the browser’s to refuse').toBe(200);
    }
    const sneaky = await t.app.inject({
      method: 'DELETE',
      url: '/api/console/session',
      headers: { 'sec-fetch-site': 'cross-site' },
      cookies: Object.fromEntries(ada.cookies),
    });
    expect(sneaky.statusCode).toBe(403);
    expect((await ada.get('/api/events')).json()).toEqual([]);
  });
});

describe('a personal link', () => {
  it('is exchanged for a cookie that reaches this person only, as often as they open it', async () => {
    const t = await testApp();
    const { students, phone } = await makeEvening(t);
    const [ann, bob] = students;
    if (!ann || !bob) throw new Error('two students are needed');
    const anns = await phone(ann);
    expect((await anns.get(`/me/${ann.id}/opening`)).json()).toMatchObject({ card: { id: ann.id, name: ann.name } });
    const fake = t.stranger();
    fake.cookies.set(`lapwing_${bob.id}`, anns.cookies.get(`lapwing_${ann.id}`) ?? '');
    expect((await fake.get(`/me/${bob.id}/opening`)).statusCode).toBe(404);
    expect((await (await phone(ann)).get(`/me/${ann.id}/opening`)).statusCode).toBe(200);
  });

  it('does not open for another person, another kind of page, or by GET', async () => {
    const t = await testApp();
    const evening = await makeEvening(t);
    const organiser = await t.organiser();
    const [ann, bob] = evening.students;
    const { url } = (await organiser.get(`${evening.url}/people/${ann?.id}/link`)).json<{ url: string }>();
    const { secret } = partsOfLink(url);
    const caller = t.stranger();
    for (const path of [`/me/${bob?.id}`, evening.displayUrl(), '/me/nobody'])
      expect((await caller.post(`${path}/session`, { secret })).json()).toEqual({ error: { code: 'link-invalid' } });
    await caller.get(`/me/${ann?.id}`);
    await caller.get(`/me/${ann?.id}?secret=${secret}`);
    expect(caller.cookies.size).toBe(0);
    expect(t.db.$client.prepare("SELECT count(*) AS n FROM sessions WHERE kind = 'attendee'").get()).toEqual({ n: 0 });
  });

  it('gives a cookie for its own path', async () => {
    const t = await testApp();
    const evening = await makeEvening(t);
    const organiser = await t.organiser();
    const detail = (await organiser.get(evening.url)).json<{ links: { display: string } }>();
    const { path, id, secret } = partsOfLink(detail.links.display);
    const answer = await t.stranger().post(`${path}/session`, { secret });
    expect(answer.cookies).toMatchObject([{ name: `lapwing_${id}`, path, httpOnly: true, sameSite: 'Lax' }]);
  });

  it('is not opened over and over, and nobody who does so keeps others out', async () => {
    const t = await testApp();
    const evening = await makeEvening(t);
    const [ann, bob] = evening.students;
    if (!ann || !bob) throw new Error('two students are needed');
    for (let n = 1; n <= 60; n++) {
      const guess = await t.stranger().post(`/me/${ann.id}/session?try=${n}`, { secret: 'guess' });
      expect(guess.statusCode).toBe(404);
    }
    const refused = await t.stranger().post(`/me/${ann.id}/session`, { secret: 'guess' });
    expect(refused.json()).toEqual({ error: { code: 'too-many-requests' } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await evening.phone(bob);
  });

  it('brings the phone page with the evening in it, safe against names that are markup', async () => {
    const t = await testApp();
    const evening = await makeEvening(t, { settings: { name: '</script><img src=x onerror=alert(1)>$&' } });
    const [ann] = evening.students;
    if (!ann) throw new Error('a student is needed');
    const page = await (await evening.phone(ann)).get(`/me/${ann.id}`);
    expect(page.body).toContain('id="opening"');
    expect(page.body).not.toContain('<img');
    expect(page.body.match(/<\/script>/gu)).toHaveLength(1);
    const json = />(\{.*?\})<\/script>/u.exec(page.body)?.[1] ?? '';
    expect(JSON.parse(json)).toMatchObject({ card: { eventName: '</script><img src=x onerror=alert(1)>$&' } });
    expect(page.headers['cache-control']).toBe('no-store');
    expect((await t.stranger().get(`/me/${ann.id}`)).body).not.toContain('id="opening"');
  });
});

describe('every answer', () => {
  it('carries the headers that protect a browser, and HSTS only with https', async () => {
    const t = await testApp();
    const { headers } = await t.stranger().get('/');
    expect(headers['content-security-policy']).toContain("default-src 'none';script-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(headers['strict-transport-security']).toBeUndefined();
    const tls = await testApp({ https: true });
    expect((await tls.stranger().get('/')).headers['strict-transport-security']).toContain('max-age=31536000');
  });
});
