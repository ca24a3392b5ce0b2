// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  dropPage,
  ownPagesOf,
  rememberOwnPage,
  signOutOf,
  sweepPages,
  unsentOf,
} from '../../../client/src/kit/own-pages.ts';
import { writeStored } from '../../../client/src/kit/stored.ts';

const DAY = 86_400_000;
const NOW = 1_800_000_000_000;
const [MINE, OTHERS] = ['/me/a1', '/me/b2'];
const page = (path: string) => ({ path, eventId: 'e1' as never, firstName: 'Aisha' });
const names = () => Object.keys(localStorage).filter((name) => name.includes('/me/'));

function keep(path: string, { startsAt = NOW, at = NOW as number | null, ahead = 0 } = {}): void {
  rememberOwnPage(page(path));
  writeStored(`evening ${path}`, { card: { startsAt }, at, ahead });
  for (const name of ['notes', 'outbox', 'device', 'something-new']) writeStored(`${name} ${path}`, [1, 2]);
}

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

describe('what a device keeps of a personal page', () => {
  it('goes as a whole, and nothing of others with it', () => {
    for (const path of [MINE, OTHERS]) keep(path);
    expect(unsentOf(MINE)).toBe(2);
    dropPage(MINE);
    expect(names().filter((name) => name.endsWith(MINE))).toEqual([]);
    expect(names()).toHaveLength(5);
    expect(ownPagesOf('e1' as never)).toEqual([page(OTHERS)]);
  });

  it('goes when the page is signed out, and stays where there is no answer', async () => {
    keep(MINE);
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
    expect(await signOutOf(MINE)).toBeNull();
    expect(names()).toHaveLength(5);
    const asked: string[] = [];
    vi.stubGlobal('fetch', (path: string, { method }: RequestInit) => {
      asked.push(`${method} ${path}`);
      return Promise.resolve(Response.json({ publicPage: '/e/KQ4T' }));
    });
    for (const code of ['KQ4T', 'ABCD']) writeStored(`student key ${code}`, { who: 'Aisha Karim', key: 'k' });
    expect(await signOutOf(MINE)).toBe('/e/KQ4T');
    expect(Object.keys(localStorage).filter((name) => name.includes('key'))).toEqual(['student key ABCD']);
    expect([asked, names()]).toEqual([[`DELETE ${MINE}/session`], []]);
  });

  it('also where the server had ended it before', async () => {
    keep(MINE);
    vi.stubGlobal('fetch', () =>
      Promise.resolve(Response.json({ error: { code: 'not-found', details: {} } }, { status: 404 })),
    );
    expect(await signOutOf(MINE)).toBe(MINE);
    expect(names()).toEqual([]);
  });
});

describe('a page that nobody opens any more', () => {
  it('is let go of with the end of its link: eight days after the evening or after it was last heard of', () => {
    keep(MINE);
    keep(OTHERS, { startsAt: NOW - 20 * DAY, at: NOW + DAY });
    sweepPages(NOW + 8 * DAY);
    expect(names()).toHaveLength(10);
    sweepPages(NOW + 8 * DAY + 1);
    expect([names().length, ownPagesOf('e1' as never)]).toEqual([5, [page(OTHERS)]]);
    sweepPages(NOW + 9 * DAY + 1);
    expect([names(), ownPagesOf('e1' as never)]).toEqual([[], []]);
  });

  it('goes by the time of the server, where the device knows how far that is off', () => {
    keep(MINE, { ahead: -100 * DAY });
    sweepPages(NOW + 100 * DAY);
    expect(names()).toHaveLength(5);
  });

  it('and with what a form was sent with, a day after that', () => {
    writeStored('mentor key KQ4T', { who: 'Priya Raman', key: 'k' });
    sweepPages(NOW);
    sweepPages(NOW + DAY);
    expect(JSON.stringify(localStorage)).toContain('Priya');
    sweepPages(NOW + DAY + 1);
    expect(localStorage.length).toBe(0);
  });

  it('where no evening is kept with it: thirty days after it was found', () => {
    writeStored(`outbox ${MINE}`, [1]);
    sweepPages(NOW);
    sweepPages(NOW + 30 * DAY);
    expect(unsentOf(MINE)).toBe(1);
    sweepPages(NOW + 30 * DAY + 1);
    expect(names()).toEqual([]);
  });
});
