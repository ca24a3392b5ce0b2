/** Language is the person's: as their browser asks for it, changed with one press, kept, and fetched alone. */
import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import { expect, type Page, test } from '@playwright/test';
import { enterConsole } from '../support/enter-console.ts';
import { screensForEach } from '../support/journey.ts';
import { type RealServer, realServer } from '../support/real-server.ts';
import { expectAccessible } from '../support/screens.ts';

let server: RealServer;
const screens = screensForEach();
let demo: { join: string; display: string; phone: string };

test.beforeAll(async () => {
  server = await realServer({ DEMO: '1' });
  const { join, display, phones } = server.ready;
  demo = { join: join ?? '', display: display ?? '', phone: phones[0] ?? '' };
});
test.afterAll(() => server.remove());

/** The languages whose words a page fetched, whenever it did. */
const fetched = async (page: Page): Promise<string[]> => {
  const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  return [...new Set(names.flatMap((name) => /\/words-[a-z]+-(?<tag>[a-z]{2})-/u.exec(name)?.groups?.tag ?? []))];
};
const htmlLang = (page: Page): Promise<string | null> => page.locator('html').getAttribute('lang');
const choose = (page: Page, name: 'Deutsch' | 'English'): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

let hasAccount = false;
/** The console, signed in; the printed address makes the account once. */
async function openConsole(): Promise<Page> {
  const page = await screens.open('console', hasAccount ? `${server.origin}/` : server.ready.console);
  await enterConsole(page);
  hasAccount = true;
  return page;
}

test('a phone comes in the language of its browser, and fetches no other', async () => {
  const german = await screens.open('phone', demo.phone, 'de-AT');
  await expect(german.getByRole('button', { name: 'Etwas stimmt nicht' })).toBeVisible();
  expect([await htmlLang(german), await fetched(german)]).toEqual(['de-DE', ['de']]);
  await expectAccessible(german, 'a phone in German');
  const english = await screens.open('phone', demo.phone, 'fr-FR');
  await expect(english.getByRole('button', { name: 'Something is wrong' })).toBeVisible();
  expect([await htmlLang(english), await fetched(english)]).toEqual(['en-GB', ['en']]);
  screens.expectNoErrors();
});

test('one press changes it at once, also what comes later, and it stays', async () => {
  const phone = await screens.open('phone', demo.phone);
  await phone.getByRole('button', { name: 'Something is wrong' }).waitFor();
  await choose(phone, 'Deutsch');
  await phone.getByRole('button', { name: 'Etwas stimmt nicht' }).click();
  await expect(phone.getByRole('button', { name: 'Vertraulich senden' })).toBeVisible();
  expect(await htmlLang(phone)).toBe('de-DE');
  await phone.reload();
  await expect(phone.getByRole('button', { name: 'Etwas stimmt nicht' })).toBeVisible();
  expect(await fetched(phone)).toEqual(['de']);
  screens.expectNoErrors();
});

test('what was typed stays while the language changes', async () => {
  const desk = await openConsole();
  const api = `${server.origin}/api/events`;
  const { id, code } = (await (await desk.request.post(api, { data: { name: 'Berufeabend' } })).json()) as {
    id: string;
    code: string;
  };
  const invitation = { ...CLOSED_INVITATION, open: true };
  expect((await desk.request.put(`${api}/${id}/invitation`, { data: { invitation } })).ok()).toBe(true);
  const page = await screens.open('phone', `${server.origin}/e/${code}/student`);
  await page.getByRole('textbox', { name: 'Name' }).fill('Jürgen Groß');
  await choose(page, 'Deutsch');
  await expect(page.getByRole('heading', { name: 'Als Student:in anmelden' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Jürgen Groß');
  await expect(page).toHaveTitle(/^Als Student:in anmelden/u);
  screens.expectNoErrors();
});

test('a display speaks for itself, also in a browser that shows the console in another language', async () => {
  const console = await openConsole();
  await console.goto(`${server.origin}/`);
  await choose(console, 'Deutsch');
  await expect(console.getByRole('heading', { name: 'Veranstaltungen' })).toBeVisible();
  await expectAccessible(console, 'the events in German');
  const display = await console.context().newPage();
  await display.goto(demo.display);
  await expect(display.locator('html')).toHaveAttribute('lang', 'de-DE');
  await display.mouse.move(200, 200);
  await choose(display, 'English');
  await expect(display.getByText('No link? Come to the desk.')).toBeVisible();
  await display.goto(demo.display);
  await expect(display.locator('html')).toHaveAttribute('lang', 'en-GB');
  await console.reload();
  await expect(console.locator('html')).toHaveAttribute('lang', 'de-DE');
  screens.expectNoErrors();
});
