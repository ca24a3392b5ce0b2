import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ACCESS } from '@lapwing/shared/protocol/access';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawLine } from '../../support/raw-line.ts';
import { closeAll } from '../../support/test-app.ts';
import { refusedWith, type TwoHalls, twoHalls } from '../../support/two-halls.ts';

let h: TwoHalls;
const CLIENT = resolve(import.meta.dirname, '..', '..', '..', 'client');

afterAll(closeAll);
beforeAll(async () => {
  h = await twoHalls();
});

describe('W1 what a page may run', () => {
  it.each(readdirSync(CLIENT).filter((name) => name.endsWith('.html')))(
    '%s holds no script, style or address of its own that the policy would have to let in',
    (name) => {
      const html = readFileSync(join(CLIENT, name), 'utf8');
      expect(html).not.toMatch(/\sstyle=|\son\w+=|<style|javascript:/iu);
      expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/iu);
      expect(html).not.toMatch(/(src|href)="(https?:)?\/\//iu);
    },
  );

  it('is the same list everywhere, and only check-in may compile', async () => {
    const policy = async (url: string): Promise<string> =>
      String((await h.stranger.get(url)).headers['content-security-policy']);
    const usual = await policy('/');
    expect(usual).toContain("default-src 'none'");
    expect(usual).toContain("frame-ancestors 'none'");
    expect(usual).not.toMatch(/unsafe|\*|https?:/u);
    for (const url of [`/me/${h.ids.student}`, `/e/${h.mine.code}`, '/b/x', '/answer/x', '/nowhere', '/api/events'])
      expect(await policy(url), url).toBe(usual);
    expect(await policy('/check-in')).toBe(usual.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"));
  });
});

describe('W2 and L3 what protects a browser', () => {
  it.each([
    ['a page', '/', 200],
    ['what is not there', '/nowhere', 404],
    ['what one may not', '/api/events', 401],
    ['an asset that is not there', '/assets/no-such.js', 404],
    ['an address that cannot be read', '/%ff', 400],
  ])('stands on %s', async (_what, url, status) => {
    const answer = await h.stranger.get(url);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'x-robots-tag': 'noindex',
      'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
    });
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });
});

describe('W3 what changes anything', () => {
  const start = (): string =>
    JSON.stringify({
      key: 'key-of-a-foreign-form',
      expectedVersion: h.mine.evening.version(),
      command: { kind: 'start', planVersion: 1 },
    });
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonx',
    'text/json',
    'application/csp-report',
  ])('is not taken as %s', (type) => {
    const request = { method: 'POST', url: `${h.mine.evening.url}/live`, payload: start() } as const;
    return refusedWith(h.t, () => h.organiser.send({ ...request, headers: { 'content-type': type } }), 415);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded'])(
    'is not taken as %s where no body is asked for',
    (type) => {
      const request = { method: 'POST', url: `${h.mine.evening.url}/copy`, payload: '{}' } as const;
      return refusedWith(h.t, () => h.organiser.send({ ...request, headers: { 'content-type': type } }), 415);
    },
  );

  it('is not done by another verb, whatever a header says', async () => {
    const url = h.mine.evening.url;
    const headers = { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' };
    for (const method of ['GET', 'HEAD'] as const)
      await refusedWith(
        h.t,
        async () => {
          const answer = await h.organiser.send({ method, url: `${url}?_method=DELETE`, headers });
          return { statusCode: answer.statusCode, body: '' } as typeof answer;
        },
        200,
      );
    for (const method of ['PATCH', 'OPTIONS', 'TRACE'] as const)
      await refusedWith(h.t, () => h.organiser.send({ method: method as 'PATCH', url }), 404);
  });

  it.each(['same-site', 'cross-site', 'sideways'])(
    'is refused where the browser says %s, though no Origin came',
    (site) =>
      refusedWith(
        h.t,
        () =>
          h.t.app.inject({
            ...{ method: 'DELETE', url: h.mine.evening.url },
            headers: { 'sec-fetch-site': site },
            cookies: Object.fromEntries(h.organiser.cookies),
          }),
        403,
      ),
  );

  it('gives no other origin leave to read', async () => {
    const answer = await h.organiser.send({
      method: 'GET',
      url: '/api/events',
      headers: { origin: 'http://evil.example' },
    });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});

describe('W4 where an answer leads', () => {
  it.each([
    '//evil.example',
    '/\\evil.example',
    '/%2f%2fevil.example',
    '/?next=//evil.example',
    '/assets',
    '/assets/',
    '/me/',
    '/e//evil.example/',
  ])('%s leads nowhere else', async (url) => {
    const answer = await h.stranger.get(url);
    expect(answer.statusCode < 300 || answer.statusCode >= 400).toBe(true);
    expect(answer.headers.location).toBeUndefined();
  });

  it.each([
    '/assets/../index.html',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/..%5c..%5cpackage.json',
    '/assets/%00',
    '/assets/.%2e/phone.html',
  ])('%s is not a file of ours', async (url) => {
    const heard = await (await rawLine(h.t.app, `GET ${url} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)).heard();
    expect(heard).toMatch(/^HTTP\/1\.1 (400|403|404) /u);
  });
});

describe('W5 how much', () => {
  const ask = async (text: string): Promise<string> => (await (await rawLine(h.t.app, text)).heard()).slice(0, 12);

  it('a body of 300 KB is refused, also where no length is told', async () => {
    const url = `${h.mine.evening.url}/copy`;
    const payload = JSON.stringify({ name: 'x'.repeat(300_000) });
    const headers = { 'content-type': 'application/json' };
    await refusedWith(h.t, () => h.organiser.send({ method: 'POST', url, payload, headers }), 413);
    const chunk = 'x'.repeat(65_536);
    const cookie = h.organiser.cookieHeader();
    const head = `POST ${url} HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`;
    expect(await ask(head + `10000\r\n${chunk}\r\n`.repeat(6))).toBe('HTTP/1.1 413');
  });

  it.each([
    ['headers of 20 KB', `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`, '431'],
    ['an address of 20 KB', `GET /?q=${'x'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, '431'],
    [
      '150 header fields',
      `GET / HTTP/1.1\r\nhost: x\r\n${Array.from({ length: 150 }, (_, n) => `x-${n}: 1\r\n`).join('')}\r\n`,
      '431',
    ],
    [
      'two lengths',
      'POST /api/events HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nabcdef',
      '400',
    ],
    [
      'a length and chunks',
      'POST /api/events HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      '400',
    ],
    ['a folded header', 'GET / HTTP/1.1\r\nhost: x\r\nx-a: 1\r\n b\r\n\r\n', '400'],
    ['a NUL in a header', 'GET / HTTP/1.1\r\nhost: x\r\nx-a: \0\r\n\r\n', '400'],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', '400'],
    ['what is no HTTP', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', '400'],
  ])('%s is refused at the door', async (_what, text, status) => {
    expect(await ask(text)).toBe(`HTTP/1.1 ${status}`);
  });

  it('whoever takes more than 10 s over the headers, or 30 s over the request, is cut', () => {
    const { headersTimeout, requestTimeout } = h.t.app.server;
    expect([headersTimeout, requestTimeout]).toEqual([10_000, 30_000]);
  });

  it.each([
    ['__proto__', '{"name":"x","__proto__":{"role":"owner"}}'],
    ['constructor.prototype', '{"name":"x","constructor":{"prototype":{"role":"owner"}}}'],
    ['a field nobody asked for', '{"name":"x","role":"owner"}'],
    ['50,000 brackets', `{"name":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
    ['half a document', '{"name":"x'],
    ['nothing', ''],
  ])('%s in a body is refused', async (_what, payload) => {
    const request = {
      method: 'POST',
      url: '/api/events',
      payload,
      headers: { 'content-type': 'application/json' },
    } as const;
    await refusedWith(h.t, () => h.organiser.send(request), 400);
    expect(({} as { role?: string }).role).toBeUndefined();
  });
});

describe('W6 how often', () => {
  it('whoever asks too often is told when to come again, and others are served', async () => {
    const guess = (url: string) => h.t.stranger().post(url, { secret: 'guess' });
    let last = await guess(`/me/${h.ids.student}/session`);
    for (let n = 0; n < 80 && last.statusCode !== 429; n++) last = await guess(`/me/${h.ids.student}/session`);
    expect(last.statusCode).toBe(429);
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    expect((await guess(`/me/${h.ids.student2}/session`)).statusCode).toBe(404);
    expect((await h.student.get(`/me/${h.ids.student}/opening`)).statusCode).toBe(200);
    expect((await h.organiser.get('/api/events')).statusCode).toBe(200);
  });

  it('one link is one link, whatever stands behind it', async () => {
    const open = (n: number) => h.t.stranger().post(`/me/${h.ids.student}/session`, { secret: `again.${n}` });
    const answers = [];
    for (let n = 0; n < 80; n++) answers.push((await open(n)).statusCode);
    expect(answers).toContain(429);
  });

  it('an address that somebody claims to come from counts only from a proxy on this machine', async () => {
    const from = (n: number) =>
      h.t.app.inject({
        ...{ method: 'POST', url: `/me/${h.ids.mentor2}/session`, payload: { secret: 'guess' } },
        ...{ remoteAddress: '192.168.7.7', headers: { 'x-forwarded-for': `10.1.1.${n}` } },
      });
    let status = 0;
    for (let n = 0; n < 80 && status !== 429; n++) status = (await from(n)).statusCode;
    expect(status).toBe(429);
  });
});

describe('the address that a request names', () => {
  it('is in no link and on no page', async () => {
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
    for (const url of [
      `${h.mine.evening.url}/links`,
      h.mine.evening.url,
      `/e/${h.mine.code}`,
      `${h.mine.evening.url}/outbox/links`,
    ])
      expect((await h.organiser.send({ method: 'GET', url, headers })).body, url).not.toContain('evil');
  });
});

it('no route that anybody may read writes anything when it is read', async () => {
  const open = Object.entries(ACCESS).filter(([route, { door }]) => route.startsWith('GET ') && door === 'anybody');
  expect(open.length).toBeGreaterThan(15);
  for (const [route] of open) {
    if (route.includes('/api/auth/')) continue; // makes a question for a passkey, good for minutes
    const url = route
      .slice('GET '.length)
      .replace('/e/:code', `/e/${h.mine.code}`)
      .replace(':attendeeId', h.ids.student)
      .replace(':displayId', h.mine.display)
      .replace(':askId', h.mine.askId)
      .replace(':code', 'ABCDEFGH')
      .replace(':language', 'en')
      .replace('*', 'x.js');
    await refusedWith(h.t, async () => ({ ...(await h.stranger.get(url)), body: '' }) as never, 200, 404, 204);
  }
});
