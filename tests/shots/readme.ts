import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { enterConsole } from '../support/enter-console.ts';
import { type RealServer, realServer } from '../support/real-server.ts';
import { expectPhase, SIZES } from '../support/screens.ts';

const FOLDER = join(import.meta.dirname, '..', 'pictures');

async function open(browser: Browser, size: keyof typeof SIZES, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: SIZES[size], deviceScaleFactor: size === 'phone' ? 2 : 1 });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** A zone in which it is evening now, as it is where such evenings are. */
function eveningZone(): string {
  const east = 19 - new Date().getUTCHours();
  const shift = east > 12 ? east - 24 : east;
  // these names count to the west
  return `Etc/GMT${shift > 0 ? '-' : '+'}${Math.abs(shift)}`;
}

/** The three screens side by side on one sheet. */
async function sheet(browser: Browser, pages: { display: Page; phone: Page; console: Page }): Promise<Buffer> {
  const shots = await Promise.all([pages.display, pages.phone, pages.console].map((page) => page.screenshot()));
  const [display, phone, organiser] = shots.map((shot) => `data:image/png;base64,${shot.toString('base64')}`);
  const context = await browser.newContext({ viewport: { width: 1600, height: 1010 } });
  const page = await context.newPage();
  await page.setContent(`<style>
    body { margin: 0; padding: 40px; background: #dfe7e8; display: grid; grid-template-columns: 1fr 440px; gap: 40px; }
    div { display: grid; gap: 40px; align-content: start; }
    img { display: block; width: 100%; border-radius: 16px; }
    .phone { border-radius: 36px; align-self: center; }
  </style><div><img src="${display}"><img src="${organiser}"></div><img class="phone" src="${phone}">`);
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  const picture = await page.screenshot({ fullPage: true });
  await context.close();
  return picture;
}

/** The plan page while somebody is dragged to another table, with the price of it. */
async function photographPlan(organiser: Page): Promise<void> {
  await organiser.getByRole('navigation').getByRole('link', { name: 'Plan', exact: true }).click();
  const round = organiser.locator('td[data-round="2"]');
  const from = await round.first().locator('[data-person]').first().boundingBox();
  const to = await round.nth(4).boundingBox();
  if (!from || !to) throw new Error('The plan has no seats.');
  await organiser.mouse.move(from.x + 6, from.y + 6);
  await organiser.mouse.down();
  await organiser.mouse.move(to.x + to.width - 8, to.y + to.height - 6, { steps: 8 });
  await organiser.screenshot({ path: join(FOLDER, 'plan.png') });
  await organiser.keyboard.press('Escape');
  await organiser.mouse.up();
}

async function photograph(server: RealServer, browser: Browser): Promise<void> {
  const organiser = await open(browser, 'console', server.ready.console);
  await enterConsole(organiser);
  await organiser.getByRole('link', { name: /Careers Night/u }).click();
  await photographPlan(organiser);
  await organiser.getByRole('navigation').getByRole('link', { name: 'Live', exact: true }).click();
  const display = await open(browser, 'display', server.ready.display ?? '');
  const phone = await open(browser, 'phone', server.ready.phones[0] ?? '');
  await organiser.getByRole('button', { name: /Start round 1/u }).click();
  for (const page of [display, phone, organiser]) await expectPhase(page, 'talking', 1);
  await display.waitForTimeout(5_000);
  writeFileSync(join(FOLDER, 'talking.png'), await sheet(browser, { display, phone, console: organiser }));
  await organiser.getByRole('button', { name: /Move now/u }).click();
  for (const page of [display, phone, organiser]) await expectPhase(page, 'moving', 2);
  await display.waitForTimeout(1_000);
  writeFileSync(join(FOLDER, 'moving.png'), await sheet(browser, { display, phone, console: organiser }));
}

/**
 * Takes the pictures of the README from the running product: a demo evening on a server of its own; the plan while it is
 * changed by hand; display, phone and console talking and moving, put together on one sheet each.
 * @returns the folder they are in
 */
export async function readmePictures(browser: Browser): Promise<string> {
  mkdirSync(FOLDER, { recursive: true });
  const server = await realServer({ DEMO: '1', TZ: eveningZone() });
  try {
    await photograph(server, browser);
  } finally {
    await server.remove();
  }
  return FOLDER;
}
