/**
 * What is kept of people: the organiser says how long and erases somebody; a person sees it on their own page, agrees and
 * does not, takes it along as a file, and deletes everything.
 */
import { readFileSync } from 'node:fs';
import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import { expect, type Page, test } from '@playwright/test';
import { enterConsole } from '../support/enter-console.ts';
import { screensForEach, serverForAll } from '../support/journey.ts';
import { expectAccessible } from '../support/screens.ts';

const server = serverForAll();
const screens = screensForEach();

/** Registers on the public page; without a mail server the link stands there. */
async function register(join: string, name: string): Promise<Page> {
  const page = await screens.open('phone', `${join}/student`);
  await expect(page.getByText(/Without it everything about you is deleted on \w+ \d+ \w+\./u)).toBeVisible();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByLabel('E-mail', { exact: true }).fill(`${name.split(' ')[0]?.toLowerCase()}@example.org`);
  await page.getByLabel('Yes').first().check();
  await page.getByLabel('You may use my answers to run this evening').check();
  await page.getByRole('button', { name: 'Register' }).click();
  const link = page.locator('a[href*="/me/"]').first();
  await page.goto((await link.getAttribute('href')) ?? '');
  await expect(page.getByText(`Hello ${name.split(' ')[0]}`)).toBeVisible();
  return page;
}

/** Bob’s page is offered at the public page until he signs out, and then nothing of him is there. */
async function leavesSharedComputer(bob: Page, join: string): Promise<void> {
  const own = bob.url();
  const kept = () => bob.evaluate(() => JSON.stringify(localStorage));
  await bob.goto(join);
  await expect(bob.getByRole('button', { name: 'Open the page of Bob' })).toBeVisible();
  await expectAccessible(bob, 'public page at a shared computer');
  await bob.getByRole('button', { name: 'Open the page of Bob' }).click();
  await bob.getByRole('button', { name: 'My details, or I cannot come' }).click();
  await bob.getByRole('button', { name: 'Sign out on this device' }).click();
  await expectAccessible(bob, 'my details, about to sign out');
  await bob.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(bob).toHaveURL(join);
  await expect(bob.getByRole('link', { name: /student/iu }).first()).toBeVisible();
  await expect(bob.getByText('Bob')).toBeHidden();
  expect(await kept()).not.toMatch(/bob|\/me\//iu);
  expect((await bob.context().cookies(own)).filter(({ path }) => path.startsWith('/me/'))).toEqual([]);
  await bob.goto(own);
  await expect(bob.getByRole('heading', { name: 'This link does not open an event.' })).toBeVisible();
}

test('what is kept of people is theirs to see, to take along and to delete', async () => {
  const desk = await screens.open('console', server.ready.console);
  await enterConsole(desk);
  const made = await desk.request.post(`${server.origin}/api/events`, { data: { name: 'Careers Night' } });
  const { id, code } = (await made.json()) as { id: string; code: string };
  const api = `${server.origin}/api/events/${id}`;
  const invitation = { ...CLOSED_INVITATION, open: true };
  expect((await desk.request.put(`${api}/invitation`, { data: { invitation } })).ok()).toBe(true);

  await desk.goto(`${server.origin}/#/events/${id}/set-up`);
  await desk.goto(`${server.origin}/`);
  await desk.locator('main a').first().click();
  await desk.getByRole('navigation').getByRole('link', { name: 'Set up', exact: true }).click();
  const card = desk.getByRole('region', { name: 'Personal data' });
  await expect(card.getByText(/These names go on \w+ \d+ \w+: nobody\./u)).toBeVisible();
  await card.getByLabel('Days for which names stay').fill('0');
  await expect(card.getByText('Error: write a whole number from 1 to 90.')).toBeVisible();
  await card.getByLabel('Days for which names stay').fill('14');
  await card.getByRole('button', { name: 'Save the days' }).click();

  const ann = await register(`${server.origin}/e/${code}`, 'Ann Example');
  const bob = await register(`${server.origin}/e/${code}`, 'Bob Example');
  await expect(card.getByText(/: 2 people\./u)).toBeVisible();
  await expect(card.getByText('it can only come sooner: 1 to 14.')).toBeVisible();
  await expectAccessible(desk, 'set up with personal data');

  await ann.getByRole('button', { name: 'My details, or I cannot come' }).click();
  await expect(ann.getByText(/everything else on \w+ \d+ \w+\./u)).toBeVisible();
  await ann.getByLabel('You may keep my details for the next evenings').check();
  await expect(ann.getByText(/The rest is kept for the next evenings/u)).toBeVisible();
  await expectAccessible(ann, 'my details');
  const download = ann.waitForEvent('download');
  await ann.getByRole('link', { name: 'Download what is kept of me' }).click();
  const file = readFileSync(await (await download).path(), 'utf8');
  expect(file).toContain('ann@example.org');
  expect(file).not.toContain('bob@example.org');
  await expect(card.getByText('One person asked to be kept for the next evenings and stays.')).toBeVisible();

  await ann.getByRole('button', { name: 'Delete everything about me' }).click();
  await expect(ann.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await expectAccessible(ann, 'my details, about to delete');
  await ann.getByRole('button', { name: 'Delete for good' }).click();
  await expect(ann.getByRole('heading', { name: 'Everything about you is deleted.' })).toBeVisible();
  await expectAccessible(ann, 'everything deleted');
  expect(await ann.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/ann/iu);
  await ann.reload();
  await expect(ann.getByRole('heading', { name: 'Everything about you is deleted.' })).toBeVisible();
  await expect(card.getByText('1 person was erased, 0 of them had come')).toBeVisible();

  await leavesSharedComputer(bob, `${server.origin}/e/${code}`);

  await desk.getByRole('navigation').getByRole('link', { name: 'People', exact: true }).click();
  await expect(desk.getByText('Ann Example')).toBeHidden();
  await desk.getByRole('button', { name: /Edit/u }).first().click();
  await desk.getByRole('button', { name: 'Erase for good' }).click();
  await expect(desk.getByText('Erase Bob Example for good?')).toBeVisible();
  await expectAccessible(desk, 'about to erase');
  await desk.getByRole('button', { name: 'Erase for good' }).click();
  await expect(desk.getByText('Erase Bob Example for good?')).toBeHidden();
  await expect(desk.getByText('Bob Example')).toBeHidden();
  screens.expectNoErrors(/404|4401|Not Found/u);
});
