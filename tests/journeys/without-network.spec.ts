/**
 * A phone that has been here before opens without a network, straight to its table; a new build leaves no stale page; what
 * is kept goes when the link ends. On plain http the page says what it cannot do.
 */
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.mjs';
import { type NextBuild, nextBuild } from '../support/next-build.ts';
import { freePort, type RealServer, realServer } from '../support/real-server.ts';
import { type RunningNight, runningNight } from '../support/running-night.ts';
import { attribute, expectPhase, leftMs, type Screens, SIZES, screensOf, shownOn } from '../support/screens.ts';

let screens: Screens;
let server: RealServer;
let build: NextBuild;
test.beforeEach(async ({ browser }) => {
  screens = screensOf(browser);
  const [port, own] = [await freePort(), await freePort()];
  server = await realServer({ DEMO: '1', PUBLIC_URL: `http://localhost:${port}` }, own);
  build = await nextBuild(own, port);
});
test.afterEach(async () => {
  const info = test.info();
  if (info.status !== info.expectedStatus) await screens.picture((name) => info.outputPath(name));
  await screens.close();
  build.close();
  await server.remove();
});

const isKept = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', null, { timeout: 30_000 });
const ownKeys = (page: Page, path: string) =>
  page.evaluate((own) => Object.keys(localStorage).filter((key) => key.endsWith(` ${own}`)), path);
const scripts = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('script[src]')].map((script) => script.getAttribute('src') ?? ''));
const keptFiles = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => new URL(url).pathname);
  });

interface Here {
  readonly night: RunningNight;
  readonly desk: Page;
  readonly student: string;
  readonly path: string;
  readonly phone: Page;
}

/** The night runs, and a student's phone has been open for long enough to be kept. */
async function seated(): Promise<Here> {
  const desk = await screens.open('console', server.ready.console);
  const night = await runningNight(server, desk);
  await night.start();
  const { schedule } = await night.plan();
  const [first] = Object.values(schedule.rounds[0] ?? {}).filter(({ students }) => students.length > 0);
  const student = first?.students[0] ?? '';
  const phone = await screens.open('phone', await night.link(student));
  await expectPhase(phone, 'talking', 1);
  await isKept(phone);
  return { night, desk, student, path: `/me/${student}`, phone };
}

const again = async (context: BrowserContext, path: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${build.origin}${path}`);
  return page;
};

test('opens without a network, straight to the table, and is told the rest later', async () => {
  test.setTimeout(120_000);
  const { path, phone } = await seated();
  const mentor = await phone.locator('.mentor-name').first().innerText();
  const [given = '', ...family] = mentor.split(' ');
  expect(family.length).toBeGreaterThan(0);
  const table = await attribute(phone, 'table');
  await phone
    .getByRole('textbox', { name: /^Note about/u })
    .first()
    .fill('Ask again');
  await expect(phone.getByText('Saved on this phone')).toBeVisible();
  const context = phone.context();
  const kept = await phone.evaluate((own) => localStorage.getItem(`evening ${own}`), path);
  expect(kept).toContain(given);
  const { card } = JSON.parse(kept ?? '{}') as { card: { name: string; rounds: { meets: { name: string }[] }[] } };
  const names = [card.name, ...card.rounds.flatMap(({ meets }) => meets.map(({ name }) => name))];
  expect(names.length).toBeGreaterThan(3);
  expect(
    names.filter((name) => name.includes(' ')),
    'first names alone',
  ).toEqual([]);

  await screens.whileServerIsGone(async () => {
    build.away();
    await phone.close();
    const cold = await again(context, path);
    await expectPhase(cold, 'talking', 1);
    expect(await attribute(cold, 'table')).toBe(table);
    expect(await leftMs(cold)).toBeGreaterThan(480_000);
    await expect(cold.locator('.mentor-name').first()).toHaveText(given);
    await expect(cold.getByRole('textbox', { name: /^Note about/u }).first()).toHaveValue('Ask again');
    await expect(shownOn(cold)).toHaveAttribute('data-status', 'offline', { timeout: 15_000 });
    await expect(cold.getByText('Your tables are saved here')).toBeVisible();
    await expect(cold.getByText('Do not close this page')).toHaveCount(0);
    await cold.getByRole('button', { name: 'Something is wrong' }).click();
    await expect(cold.getByRole('button', { name: 'Close', exact: true }).first()).toBeVisible();
    await cold.getByRole('button', { name: 'Close', exact: true }).first().click();
    build.back();
    await expect(shownOn(cold)).toHaveAttribute('data-status', 'live', { timeout: 20_000 });
    await expect(cold.locator('.mentor-name').first()).toHaveText(mentor);
  });
});

test('a link that is taken back leaves nothing on the phone, also where it finds out later', async () => {
  test.setTimeout(120_000);
  const { night, desk, student, path, phone } = await seated();
  const context = phone.context();
  expect(await ownKeys(phone, path)).toContain(`evening ${path}`);
  build.away();
  await phone.close();
  build.back();
  expect((await desk.request.post(`${night.api}/people/${student}/link/renew`)).ok()).toBe(true);
  build.away();
  const cold = await again(context, path);
  await expectPhase(cold, 'talking', 1);
  build.back();
  await expect(cold.getByText('Your link was renewed.')).toBeVisible({ timeout: 20_000 });
  await expect.poll(() => ownKeys(cold, path)).toEqual([]);
});

test('a new build is there at once, and what is kept is of that build', async () => {
  test.setTimeout(120_000);
  const { path, phone } = await seated();
  const context = phone.context();
  expect((await keptFiles(phone)).filter((file) => file.includes('.next.'))).toEqual([]);
  build.deploy();
  const fresh = await again(context, path);
  await expectPhase(fresh, 'talking', 1);
  expect((await scripts(fresh)).every((name) => name.includes('.next.'))).toBe(true);
  await expect
    .poll(
      async () => (await keptFiles(fresh)).filter((file) => file.startsWith('/assets/') && !file.includes('.next.')),
      {
        timeout: 30_000,
      },
    )
    .toEqual([]);
  // the page of the build before, which is still open, asks for a part that is no more: it comes anew
  await expect(shownOn(phone)).toHaveAttribute('data-status', 'live', { timeout: 20_000 });
  await (await context.newCDPSession(phone)).send('Network.clearBrowserCache');
  await phone.getByRole('button', { name: 'My details' }).click();
  await expect(phone.locator('script[src*=".next."]').first()).toBeAttached({ timeout: 15_000 });
  build.away();
  await fresh.close();
  const cold = await again(context, path);
  await expectPhase(cold, 'talking', 1);
  expect((await scripts(cold)).every((name) => name.includes('.next.'))).toBe(true);
});

test('on plain http nothing is kept to open again, and the page says so', async () => {
  test.setTimeout(120_000);
  const port = await freePort();
  const plain = await realServer({ DEMO: '1', PUBLIC_URL: `http://hall.test:${port}` }, port);
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: [...CHROMIUM_FLAGS, '--host-resolver-rules=MAP hall.test 127.0.0.1'],
    ...(executablePath === null ? {} : { executablePath }),
  });
  try {
    const context = await browser.newContext({ viewport: SIZES.phone, isMobile: true, hasTouch: true });
    const phone = await context.newPage();
    await phone.goto(plain.ready.phones[0] ?? '');
    await expectPhase(phone, 'doors');
    expect(await phone.evaluate(() => [isSecureContext, 'serviceWorker' in navigator])).toEqual([false, false]);
    await plain.kill9();
    await expect(phone.getByText('Do not close this page: without a network it does not open again.')).toBeVisible({
      timeout: 20_000,
    });
  } finally {
    await browser.close();
    await plain.remove();
  }
});
