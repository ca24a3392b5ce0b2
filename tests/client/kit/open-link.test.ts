// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLink } from '../../../client/src/kit/open-link.ts';

beforeEach(() => {
  vi.useFakeTimers();
  location.hash = '#s3cret';
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  location.hash = '';
});

describe('opening a link', () => {
  it('trades the secret for a cookie and takes it out of the address', async () => {
    const sent = vi.fn(async () => new Response(null, { status: 204 }));
    vi.stubGlobal('fetch', sent);
    expect(await openLink('/display/d1/session')).toEqual({ ok: true, value: undefined });
    expect(sent).toHaveBeenCalledWith('/display/d1/session', expect.objectContaining({ body: '{"secret":"s3cret"}' }));
    expect(location.hash).toBe('');
  });

  it('keeps the secret when it is refused', async () => {
    vi.stubGlobal('fetch', async () => new Response('{"error":{"code":"link-invalid"}}', { status: 404 }));
    expect(await openLink('/display/d1/session')).toMatchObject({ ok: false, refusal: { code: 'link-invalid' } });
    expect(location.hash).toBe('#s3cret');
  });

  it('asks again for as long as the network is dead', async () => {
    let asked = 0;
    vi.stubGlobal('fetch', async () => {
      asked++;
      if (asked < 4) throw new TypeError('failed');
      return new Response('{"card":1}');
    });
    const opened = openLink('/me/k3v9/session');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await opened).toEqual({ ok: true, value: { card: 1 } });
    expect(asked).toBe(4);
  });

  it('has nothing to trade without a secret', async () => {
    location.hash = '';
    expect(await openLink('/display/d1/session')).toBeNull();
  });
});
