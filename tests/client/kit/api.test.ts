// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { request } from '../../../client/src/kit/api.ts';

const answerWith = (status: number, body?: unknown) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(body === undefined ? null : JSON.stringify(body), { status })),
  );

afterEach(() => vi.unstubAllGlobals());

describe('request', () => {
  it('gives the value of an answer, and undefined for 204', async () => {
    answerWith(200, { name: 'Careers Night' });
    expect(await request('GET', '/e/KQ4T/event')).toEqual({ ok: true, value: { name: 'Careers Night' } });
    answerWith(204);
    expect(await request('POST', '/x', {})).toEqual({ ok: true, value: undefined });
  });

  it('gives the refusal of the server, with the newest room if it sent one', async () => {
    answerWith(409, { error: { code: 'version-conflict' }, room: { t: 'room', v: 9 } });
    expect(await request('POST', '/x', {})).toEqual({
      ...{ ok: false, refusal: { code: 'version-conflict' } },
      room: { t: 'room', v: 9 },
    });
    answerWith(404, { error: { code: 'not-found' } });
    expect(await request('GET', '/x')).toEqual({ ok: false, refusal: { code: 'not-found' } });
  });

  it('is no answer when the network is dead or something else answers in our place', async () => {
    const none = { ok: false, refusal: { code: 'no-answer' } };
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
    expect(await request('GET', '/x')).toEqual(none);
    vi.stubGlobal('fetch', async () => new Response('<h1>Sign in to the Wi-Fi</h1>', { status: 200 }));
    expect(await request('GET', '/x')).toEqual(none);
    answerWith(502, { message: 'bad gateway' });
    expect(await request('GET', '/x')).toEqual(none);
  });

  it('sends JSON as JSON and a form as it is', async () => {
    const sent = vi.fn(async () => new Response(null, { status: 204 }));
    vi.stubGlobal('fetch', sent);
    await request('POST', '/x', { a: 1 });
    await request('POST', '/x', new FormData());
    const [[, json], [, form]] = sent.mock.calls as unknown as [[string, RequestInit], [string, RequestInit]];
    expect(json).toMatchObject({ body: '{"a":1}', headers: { 'content-type': 'application/json' } });
    expect(form.headers).toBeUndefined();
  });
});
