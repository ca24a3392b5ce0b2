import { INDUSTRIES } from '@lapwing/shared/careers/industries';
import { ROLES } from '@lapwing/shared/careers/roles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeAll, type TestApp, testApp } from '../../support/test-app.ts';

let t: TestApp;
beforeAll(async () => {
  t = await testApp();
});
afterAll(closeAll);

const PAGES = [
  '/careers',
  ...INDUSTRIES.map((id) => `/careers/industries/${id}`),
  ...ROLES.map((id) => `/careers/roles/${id}`),
];
const get = async (url: string, headers: Record<string, string> = {}) =>
  t.stranger().send({ method: 'GET', url, headers });

describe('the career guide', () => {
  it.each(PAGES)('%s is a whole page without a script, for search engines too', async (url) => {
    const { statusCode, headers, body } = await get(url);
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['x-robots-tag']).toBeUndefined();
    expect(body).not.toMatch(/<script|style=|undefined|<!--/u);
    expect(body.match(/<h1>/gu)).toHaveLength(1);
    expect(body.match(/<meta name="description" content="[^"]{40,}">/u)).not.toBeNull();
    const title = /<title>(?<title>[^<]+)<\/title>/u.exec(body)?.groups?.title ?? '';
    expect(title).toContain('Careers guide');
  });

  it('links lead to pages that are there', async () => {
    const linked = new Set<string>();
    for (const url of PAGES)
      for (const [, href = ''] of (await get(url)).body.matchAll(/ href="(\/careers[^"]*)"/gu)) linked.add(href);
    const bare = new Set([...linked].map((href) => href.split('?')[0]));
    expect([...bare].sort()).toEqual([...PAGES].sort());
  });

  it('G3 comes in the language of its address, of the browser’s choice, and of the browser, in this order', async () => {
    const heading = async (url: string, headers = {}) => /<h1>([^<]*)/u.exec((await get(url, headers)).body)?.[1];
    expect(await heading('/careers/roles/quant', { 'accept-language': 'de' })).toBe('Quantitative Entwicklung');
    expect(await heading('/careers/roles/quant?lang=en', { 'accept-language': 'de' })).toBe('Quantitative developer');
    expect(await heading('/careers/roles/quant?lang=xx', { 'accept-language': 'de' })).toBe('Quantitative Entwicklung');
    expect(await heading('/careers/roles/quant?lang=en&lang=de')).toBe('Quantitative developer');
    const named = (await get('/careers/roles/quant?lang=de')).body;
    expect(named).toContain('<a href="/careers/roles/data-scientist?lang=de">');
    expect((await get('/careers/roles/quant')).body).toContain('<a href="/careers/roles/data-scientist">');
  });

  it.each([
    ...['/careers/roles/nothing', '/careers/roles/banking', '/careers/industries/quant'],
    ...['/careers/roles/toString', '/careers/roles/%3Cscript%3E', `/careers/roles/${'x'.repeat(90)}`],
  ])('G4 %s is a page that says so, and none for search engines', async (url) => {
    const { statusCode, headers, body } = await get(url);
    expect(statusCode).toBe(404);
    expect(headers['x-robots-tag']).toBe('noindex');
    expect(body).toContain('There is no such page in the guide.');
    expect(body).toContain('<a href="/careers">');
    expect(body).not.toContain('<script');
  });

  it('G3 tells search engines where it stands in each language, where the server has an address of its own', async () => {
    expect((await get('/careers/roles/quant')).body).not.toContain('canonical');
    const house = await testApp({ publicUrl: 'https://night.example.org' });
    const { body } = await house.stranger().get('/careers/roles/quant?lang=de');
    const at = 'https://night.example.org/careers/roles/quant';
    for (const line of [
      `<link rel="canonical" href="${at}?lang=de">`,
      `<link rel="alternate" hreflang="en" href="${at}?lang=en">`,
      `<link rel="alternate" hreflang="de" href="${at}?lang=de">`,
      `<link rel="alternate" hreflang="x-default" href="${at}">`,
    ])
      expect(body).toContain(line);
    expect((await house.stranger().get('/careers/roles/nothing')).body).not.toContain('canonical');
  });
});
