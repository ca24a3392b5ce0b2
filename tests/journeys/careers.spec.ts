/** The career guide: from the link on a phone through its pages, at every size, in both languages, dark and turned round. */
import { expect, type Page, test } from '@playwright/test';
import { cutOrOverlapping } from '../support/cut-or-overlapping.ts';

import { screensForEach, serverForAll } from '../support/journey.ts';
import { outOfReach } from '../support/reach.ts';
import { expectAccessible, expectContrast } from '../support/screens.ts';

const server = serverForAll({ DEMO: '1' });
const screens = screensForEach();
const PAGES = ['/careers', '/careers/industries/banking', '/careers/roles/data-scientist', '/careers/roles/nothing'];
/** As wide as a page of 1280 px at 400 % (WCAG 1.4.10), and doubled in its text where it is usually read. */
const NARROW = { width: 320, height: 640 };
const REACH = {
  phone: { size: 'phone', enlargedAt: { width: 390, height: 844 }, narrow: NARROW },
  console: { size: 'console', enlargedAt: { width: 1280, height: 800 }, narrow: NARROW },
} as const;
/** The address of no tag is meant to say that it is none. */
const NO_SUCH_PAGE = /404/u;

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('a phone leads there before the first table, and the pages lead on, in either language', async () => {
  const phone = await screens.open('phone', server.ready.phones[0] ?? '');
  const link = phone.getByRole('link', { name: /Careers guide|What is this work/u }).first();
  await expect(link).toBeVisible();
  const opens = phone.context().waitForEvent('page');
  await link.click();
  const guide = await opens;
  await guide.goto(`${server.origin}/careers`);
  await expect(heading(guide)).toHaveText('What do you want to be when you grow up?');
  await guide.getByRole('link', { name: 'Quantitative developer' }).first().click();
  await expect(heading(guide)).toHaveText('Quantitative developer');
  await guide.getByRole('link', { name: 'Deutsch' }).click();
  await expect(heading(guide)).toHaveText('Quantitative Entwicklung');
  expect(await guide.locator('html').getAttribute('lang')).toBe('de-DE');
  await guide.getByRole('link', { name: 'Data Science' }).first().click();
  await expect(heading(guide)).toHaveText('Data Science');
  screens.expectNoErrors();
});

for (const size of ['phone', 'console'] as const) {
  test(`its pages fit, read and contrast on a ${size}, without a script`, async () => {
    const page = await screens.open(size, `${server.origin}/careers`);
    for (const path of PAGES) {
      await page.goto(`${server.origin}${path}`);
      // its looks came with it
      await expect(page.locator('.guide-top')).toHaveCSS('background-color', 'rgb(12, 28, 34)');
      await page.emulateMedia({ colorScheme: 'light' });
      await expectAccessible(page, path);
      expect(await cutOrOverlapping(page), path).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectContrast(page, `${path} in the dark`);
      await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
      expect(await cutOrOverlapping(page), `${path} turned round`).toEqual([]);
      expect(await page.locator('script').count()).toBe(0);
      await page.evaluate(() => document.documentElement.removeAttribute('dir'));
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      expect(await outOfReach(page, REACH[size]), `${path} in reach`).toEqual([]);
    }
    screens.expectNoErrors(NO_SUCH_PAGE);
  });
}
