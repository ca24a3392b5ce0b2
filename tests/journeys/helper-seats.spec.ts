/** A helper's phone while the evening runs: a walk-in gets a seat, two people swap, and the organiser can undo it. */
import type { Attendee } from '@lapwing/shared/event/roster';
import { expect, type Page, test } from '@playwright/test';
import { enterConsole } from '../support/enter-console.ts';
import { screensForEach, serverForAll } from '../support/journey.ts';
import { attribute, expectAccessible, expectPhase } from '../support/screens.ts';

const server = serverForAll({ DEMO: '1' });
const screens = screensForEach();

const log = (page: Page) => page.getByRole('region', { name: 'Log' });

test('on their own phone a helper seats a walk-in and swaps two people for the rest of the evening', async () => {
  test.setTimeout(120_000);
  const organiser = await screens.open('console', server.ready.console);
  await enterConsole(organiser);
  await organiser.locator('main a').first().click();
  await organiser.getByRole('navigation').getByRole('link', { name: 'Live', exact: true }).click();
  const eventId = /events\/([^/]+)/u.exec(organiser.url())?.[1] ?? '';
  await organiser.getByRole('button', { name: 'Helpers', exact: true }).click();
  const letIn = organiser.getByRole('dialog');
  await letIn.getByRole('button', { name: 'Let helpers in' }).click();
  const code = (await letIn.locator('.helper-code').textContent()) ?? '';
  await organiser.keyboard.press('Escape');

  const helper = await screens.open('phone', `${server.origin}/check-in`);
  await helper.getByLabel('Code', { exact: true }).fill(code);
  await helper.getByLabel('Your first name').fill('Bo');
  await helper.getByRole('button', { name: 'Help at the door' }).click();
  await expect(helper.getByRole('heading', { name: 'Check-in' })).toBeVisible();
  const first = await screens.open('phone', server.ready.phones[0] ?? '');
  const second = await screens.open('phone', server.ready.phones[1] ?? '');
  await organiser.getByRole('button', { name: /Start round 1/u }).click();
  for (const page of [organiser, first, second]) await expectPhase(page, 'talking', 1);
  const people: Attendee[] = await (
    await organiser.request.get(`${server.origin}/api/events/${eventId}/people`)
  ).json();
  const nameOn = (page: Page): string => people.find(({ id }) => page.url().includes(id))?.name ?? '';
  const dialog = helper.getByRole('dialog');

  await test.step('a walk-in: a name, and where they sit, without a press more than an organiser needs', async () => {
    await helper.getByRole('button', { name: 'Walk-in' }).click();
    await dialog.getByLabel('Name').fill('Wanda Walkin');
    await helper.keyboard.press('Enter');
    await expect(dialog.getByText(/Wanda Walkin: table \d+, now/u)).toBeVisible();
    await expectAccessible(helper, 'a walk-in on a helper’s phone');
    await expect(dialog.getByText('Personal address')).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect(log(organiser).getByText('Seated: Wanda Walkin')).toBeVisible();
    await dialog.getByRole('button', { name: 'Done' }).click();
  });

  const tables = [await attribute(first, 'table'), await attribute(second, 'table')];
  expect(tables[0], 'so that there is something to swap').not.toBe(tables[1]);
  await test.step('two people swap: the price in a line, one press, both phones know it', async () => {
    await helper.getByRole('searchbox').fill(nameOn(first));
    await helper.getByRole('button', { name: `What ${nameOn(first)} can do tonight` }).click();
    await expect(dialog.getByRole('button', { name: 'Has left' })).toHaveCount(0);
    await expect(dialog.getByRole('button', { name: 'Link for the phone' })).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Swap with somebody' }).click();
    await dialog.getByLabel('Swap with').selectOption({ label: nameOn(second) });
    await expect(dialog.getByText('For the rest of the evening.', { exact: false })).toBeVisible();
    await expect(dialog.getByText('Nobody else moves', { exact: false })).toBeVisible();
    await expectAccessible(helper, 'a swap on a helper’s phone');
    const width = await helper.evaluate(() => document.documentElement.scrollWidth);
    expect(width, 'nothing sticks out').toBeLessThanOrEqual(390);
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect.poll(() => attribute(first, 'table')).toBe(tables[1]);
    await expect.poll(() => attribute(second, 'table')).toBe(tables[0]);
    await expect(log(organiser).getByText(/swapped from round 1 on/u)).toBeVisible();
    await expect(log(organiser).getByText('Bo', { exact: false }).first()).toBeVisible();
  });

  await test.step('the organiser takes it back', async () => {
    await expect(organiser.getByRole('button', { name: /Undo: swap of/u }).first()).toBeVisible();
    await organiser.keyboard.press('z');
    await expect.poll(() => attribute(first, 'table')).toBe(tables[0]);
    await expect.poll(() => attribute(second, 'table')).toBe(tables[1]);
  });
  screens.expectNoErrors();
});
