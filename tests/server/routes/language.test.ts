import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeAll, type TestApp, testApp } from '../../support/test-app.ts';

let t: TestApp;
beforeAll(async () => {
  t = await testApp();
});
afterAll(closeAll);

const PAGES = [
  '/',
  '/gallery',
  '/check-in',
  '/e/NONE',
  '/e/NONE/student',
  '/b/x',
  '/answer/x',
  '/display/x',
  '/me/x',
  '/careers',
];
const langOf = (html: string): string | undefined => /<html lang="(?<tag>[^"]*)"/u.exec(html)?.groups?.tag;

/** The page at `url` for a browser that asks for `asks`, and in which `chose` was chosen. */
async function page(url: string, asks: string, chose?: string) {
  const cookie = chose === undefined ? {} : { cookie: chose };
  const { body, headers } = await t
    .stranger()
    .send({ method: 'GET', url, headers: { 'accept-language': asks, ...cookie } });
  return { lang: langOf(body), vary: String(headers.vary) };
}

describe('the language of a page', () => {
  it.each(PAGES)('%s comes as the browser asks for it, and is kept for nobody who speaks another', async (url) => {
    const { lang, vary } = await page(url, 'de-CH,de;q=0.9,en;q=0.8');
    expect(lang).toBe('de');
    expect(vary.toLowerCase()).toContain('accept-language');
    expect(vary.toLowerCase()).toContain('cookie');
    expect((await page(url, 'en-US')).lang).toBe('en');
  });

  it('follows what was chosen before what the browser asks for', async () => {
    expect((await page('/', 'de', 'lapwing_language=en')).lang).toBe('en');
    expect((await page('/', 'en', 'a=b; lapwing_language=de')).lang).toBe('de');
  });

  it('of two choices takes that for this very address, which browsers send first', async () => {
    expect((await page('/display/x', 'en', 'lapwing_language=de; lapwing_language=en')).lang).toBe('de');
  });

  it('does not mind a choice that is none', async () => {
    expect((await page('/', 'de', 'lapwing_language=../../etc')).lang).toBe('de');
    expect((await page('/', '', 'lapwing_language=')).lang).toBe('en');
  });
});
