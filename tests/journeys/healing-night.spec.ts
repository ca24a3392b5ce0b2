/** A night on which nothing goes by the plan: the room mends itself, and the server dies in between. */
import { expect, type Page, test } from '@playwright/test';
import { enterConsole } from '../support/enter-console.ts';
import { screensForEach, serverForAll } from '../support/journey.ts';
import { attribute, expectAccessible, expectPhase, leftMs, shownOn } from '../support/screens.ts';

const server = serverForAll({ DEMO: '1' });
const screens = screensForEach();

const log = (page: Page) => page.getByRole('region', { name: 'Log' });
const needs = (page: Page) => page.getByRole('region', { name: /^Needs you/u });
const undo = async (page: Page, text: RegExp): Promise<void> => {
  await expect(page.getByRole('button', { name: text }).first()).toBeVisible();
  await page.keyboard.press('z');
};
const planVersion = async (page: Page, eventId: string): Promise<number> => {
  const event = await (await page.request.get(`${server.origin}/api/events/${eventId}`)).json();
  return event.room.moment.planVersion;
};

test('walk-in, somebody leaves, a mentor goes, stop, undo, and the server dies: the plan heals and everybody knows', async () => {
  test.setTimeout(240_000);
  const organiser = await screens.open('console', server.ready.console);
  await enterConsole(organiser);
  await organiser.locator('main a').first().click();
  await organiser.getByRole('navigation').getByRole('link', { name: 'Live', exact: true }).click();
  const eventId = /events\/([^/]+)/u.exec(organiser.url())?.[1] ?? '';
  const wall = await screens.open('display', server.ready.display ?? '');
  const first = await screens.open('phone', server.ready.phones[0] ?? '');
  await organiser.getByRole('button', { name: /Start round 1/u }).click();
  for (const page of [organiser, wall, first]) await expectPhase(page, 'talking', 1);

  const walkIn =
    await test.step('a walk-in has a seat with two presses of Enter, and a phone that knows it', async () => {
      const seat = await attribute(first, 'table');
      await organiser.keyboard.press('w');
      await organiser.getByRole('dialog').getByLabel('Name').fill('Wanda Walkin');
      await organiser.keyboard.press('Enter');
      const dialog = organiser.getByRole('dialog');
      await expect(dialog.getByText(/Wanda Walkin: table \d+, now/u)).toBeVisible();
      await expectAccessible(organiser, 'walk-in with its seat');
      await organiser.keyboard.press('Enter');
      await expect(log(organiser).getByText('Seated: Wanda Walkin')).toBeVisible();
      const address = await dialog.getByRole('textbox', { name: 'Personal address' }).inputValue();
      await dialog.getByRole('button', { name: 'Done' }).click();
      const phone = await screens.open('phone', address.trim());
      await expectPhase(phone, 'talking', 1);
      expect(Number(await attribute(phone, 'table'))).toBeGreaterThan(0);
      expect(await attribute(first, 'table'), 'nobody else moves now').toBe(seat);
      return phone;
    });

  await test.step('she has to leave and says so; one press mends the plan, one takes it back', async () => {
    await walkIn.getByRole('button', { name: 'Tell the desk' }).click();
    await walkIn.getByRole('radio', { name: /After this round/u }).check();
    await walkIn.getByRole('button', { name: 'Tell the desk that I leave' }).click();
    await expect(walkIn.getByText('The desk knows that you leave.', { exact: false })).toBeVisible();
    const card = needs(organiser).getByRole('listitem').filter({ hasText: 'Wanda Walkin' }).first();
    await expect(card).toBeVisible();
    const before = await planVersion(organiser, eventId);
    await card.getByRole('button', { name: /^Apply/u }).click();
    await expect(log(organiser).getByText('Has left: Wanda Walkin')).toBeVisible();
    expect(await planVersion(organiser, eventId)).not.toBe(before);
    await undo(organiser, /Undo: leaving of Wanda/u);
    await expect.poll(() => planVersion(organiser, eventId)).toBe(before);
  });

  await test.step('a table closes in the middle of a round: those who sat there hear where to go', async () => {
    const table = Number(await attribute(walkIn, 'table'));
    await organiser.keyboard.press('t');
    await organiser.keyboard.type(String(table));
    const dialog = organiser.getByRole('dialog');
    await dialog.getByRole('button', { name: `Close table ${table}` }).click();
    await expect(dialog.getByText(/people move|get a table|moves/u).first()).toBeVisible();
    await expectAccessible(organiser, 'a table closes');
    await dialog.getByRole('button', { name: /^Apply/u }).click();
    await expect(log(organiser).getByText(`Table ${table} closed`)).toBeVisible();
    await expect.poll(async () => Number(await attribute(walkIn, 'table'))).not.toBe(table);
    await expect(walkIn.locator('b', { hasText: /Your table changed: go to \d+/u })).toBeVisible();
    await expectAccessible(walkIn, 'a seat that changed');
    await walkIn.getByRole('button', { name: 'OK, I know' }).click();
    await expect(walkIn.locator('b', { hasText: /Your table changed/u })).toBeHidden();
    await organiser.keyboard.press('Escape');
  });

  await test.step('everything stops on every screen at once, and goes on', async () => {
    await organiser.getByRole('button', { name: 'Stop everything' }).click();
    for (const page of [wall, first, walkIn]) await expect(page.getByText(/stop and listen/iu).first()).toBeVisible();
    for (const page of [wall, first]) await expectAccessible(page, 'everything stopped');
    const held = await leftMs(wall);
    await organiser.keyboard.press('p');
    await expectPhase(wall, 'talking', 1);
    expect(await leftMs(wall)).toBeGreaterThan(held - 3_000);
  });

  await test.step('the server dies in the move: phones walk on, and the mended plan is still the plan', async () => {
    await organiser.waitForFunction(() => !document.querySelector('.next[aria-disabled="true"]'));
    await organiser.keyboard.press('n');
    for (const page of [wall, first, walkIn]) await expectPhase(page, 'moving', 2);
    const plan = await planVersion(organiser, eventId);
    const next = await attribute(walkIn, 'next-table');
    await screens.whileServerIsGone(async () => {
      await server.kill9();
      await expect(shownOn(walkIn)).toHaveAttribute('data-status', 'offline', { timeout: 20_000 });
      await server.start();
      for (const page of [wall, first, walkIn])
        await expect(shownOn(page)).toHaveAttribute('data-status', 'live', { timeout: 20_000 });
    });
    expect(await planVersion(organiser, eventId)).toBe(plan);
    expect(await attribute(walkIn, 'next-table')).toBe(next);
  });

  await test.step('the last acts are still there to be undone, by name', async () => {
    await expect(organiser.getByRole('button', { name: /^Undo/u }).first()).toBeVisible();
    await expect(log(organiser).getByText(/Everything stopped/u)).toBeVisible();
  });
  screens.expectNoErrors();
});
