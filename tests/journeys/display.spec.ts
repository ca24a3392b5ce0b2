/** A display from its setup before doors to names at a move, and back by itself when something goes wrong. */
import { expect, type Page, test } from '@playwright/test';
import { enterConsole } from '../support/enter-console.ts';
import { type RealServer, realServer } from '../support/real-server.ts';
import { expectAccessible, expectPhase, type Screens, screensOf } from '../support/screens.ts';

let server: RealServer;
let screens: Screens;
test.beforeEach(async ({ browser }) => {
  server = await realServer({ DEMO: '1' });
  screens = screensOf(browser);
});
test.afterEach(async () => {
  await screens.close();
  await server.remove();
});

const WALL = '.wall .display';
const openWall = (): Promise<Page> => screens.open('display', server.ready.display ?? '');

async function openConsole(): Promise<Page> {
  const organiser = await screens.open('console', server.ready.console);
  await enterConsole(organiser);
  await organiser.getByRole('link', { name: /Careers Night/u }).click();
  await organiser.getByRole('navigation').getByRole('link', { name: 'Live', exact: true }).click();
  return organiser;
}

test('a display is set up where it stands, the console sees it, and names come only from there', async () => {
  const wall = await openWall();
  const setUp = wall.getByRole('dialog', { name: 'Set up this display' });
  await expect(setUp).toBeVisible();
  await expectAccessible(wall, 'the setup');
  const organiser = await openConsole();
  await organiser.getByRole('button', { name: 'Displays' }).click();
  const displays = organiser.getByRole('dialog', { name: 'Displays' });
  await expect(displays.getByText('Sound off: click once on the display')).toBeVisible();
  await setUp.getByRole('button', { name: /^Sound is off/u }).click();
  await expect(displays.getByText('Sound on', { exact: true })).toBeVisible();
  await setUp.getByLabel('Light, for a lit room').check();
  await expect(wall.locator(WALL)).toHaveAttribute('data-theme', 'bright');
  await expect(displays.getByLabel('Ground')).toHaveValue('bright');
  await expect(setUp.getByLabel('Names and tables at a move')).toHaveCount(0);
  await displays.getByLabel('Shows', { exact: true }).selectOption('names');
  await expect(setUp.getByLabel('Names and tables at a move')).toBeChecked();
  await setUp.getByRole('button', { name: 'Done' }).click();
  await wall.reload();
  await expectPhase(wall, 'doors');
  await expect(wall.locator(WALL)).toHaveAttribute('data-theme', 'bright');
  await expect(setUp, 'it was here before').toHaveCount(0);

  await displays.getByRole('button', { name: 'Close' }).click();
  await organiser.getByRole('button', { name: /Start round 1/u }).click();
  await expectPhase(wall, 'talking', 1);
  await organiser.getByRole('button', { name: /Move now/u }).click();
  await expectPhase(wall, 'moving', 2);
  const names = wall.getByRole('list', { name: 'Names and their next tables' });
  await expect(names.getByRole('listitem')).toHaveCount(52);
  await expect(names.getByRole('listitem').first()).toHaveText(/^\p{Lu}[\p{L}'’-]+ \p{Lu}\.\d+$/u);
  await expectAccessible(wall, 'the name board');
  await wall.setViewportSize({ width: 1280, height: 960 });
  await expect(names, 'too small to be read').toHaveCount(0);
  await expect(wall.getByRole('region', { name: 'Table map' })).toBeVisible();
  await organiser.getByRole('button', { name: 'Displays' }).click();
  await expect(displays.getByText(/The names would be too small to read/u)).toBeVisible();
  screens.expectNoErrors();
});

test('a display that cannot draw keeps its last picture and comes back by itself', async () => {
  const wall = await openWall();
  await wall.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await expectPhase(wall, 'doors');
  const before = await wall.locator(WALL).getByRole('heading').first().textContent();
  await wall.evaluate(() => {
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      get: () => () => {
        throw new Error('cannot be drawn');
      },
    });
  });
  const kept = wall.locator('[data-kept] .display');
  await expect(kept).toBeVisible();
  expect(await kept.getByRole('heading').first().textContent()).toBe(before);
  await expect(kept).toHaveCount(0, { timeout: 20_000 });
  await expectPhase(wall, 'doors');
  await expect(
    wall
      .locator(WALL)
      .getByRole('timer')
      .or(wall.getByText(/Starts at|We start/u))
      .first(),
  ).toBeVisible();
  screens.expectNoErrors(/cannot be drawn/u);
});
