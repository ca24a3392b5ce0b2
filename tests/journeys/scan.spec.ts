/** The check-in's camera reads badges and personal links; a phone's own camera leads to the same desk. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Attendee } from '@lapwing/shared/event/roster';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.mjs';
import { enterConsole } from '../support/enter-console.ts';
import { cameraFlags, filmOf } from '../support/fake-camera.ts';
import { type RealServer, realServer } from '../support/real-server.ts';
import { expectAccessible, type Screens, screensOf } from '../support/screens.ts';

let server: RealServer;
let folder: string;
let withCamera: Browser | null = null;
let screens: Screens;
test.beforeAll(async () => {
  server = await realServer({ DEMO: '1' });
  folder = mkdtempSync(join(tmpdir(), 'lapwing-film-'));
});
test.afterAll(async () => {
  await server.remove();
  rmSync(folder, { recursive: true, force: true });
});
test.beforeEach(async ({ browser }) => {
  screens = screensOf(browser);
});
test.afterEach(async () => {
  const info = test.info();
  if (info.status !== info.expectedStatus) await screens.picture((name) => info.outputPath(name));
  await screens.close();
  await withCamera?.close();
  withCamera = null;
});

/** A browser whose camera sees these codes. */
async function cameraOn(texts: readonly string[]): Promise<Browser> {
  const film = join(folder, 'codes.y4m');
  filmOf(texts, film);
  const executablePath = findChromium();
  withCamera = await chromium.launch({
    args: [...CHROMIUM_FLAGS, ...cameraFlags(film)],
    ...(executablePath === null ? {} : { executablePath }),
  });
  return withCamera;
}

async function signIn(page: Page): Promise<string> {
  await enterConsole(page);
  await page.locator('main a').first().click();
  await page.waitForURL(/events\/[^/]+/u);
  return /events\/([^/]+)/u.exec(page.url())?.[1] ?? '';
}

test('badges and personal links before the camera check people in, once each, with a decoder of our own', async () => {
  const organiser = await screens.open('console', server.ready.console);
  const eventId = await signIn(organiser);
  const people = async (): Promise<Attendee[]> =>
    (await organiser.request.get(`${server.origin}/api/events/${eventId}/people`)).json();
  const away = (await people()).filter(({ checkedInAt, standing }) => checkedInAt === null && standing === 'active');
  const [aisha, ben] = away;
  if (!aisha || !ben) throw new Error('two people who are not here yet are needed');

  const camera = await cameraOn([
    `${server.origin}/b/${aisha.badgeCode}`,
    `${server.origin}/me/${ben.id}#${'s3cr3t'.repeat(7)}`,
    `${server.origin}/b/AAAACCCC`,
  ]);
  const pairing = await organiser.request.post(`${server.origin}/api/console/pairing`, {
    headers: { origin: server.origin },
  });
  const { url } = (await pairing.json()) as { url: string };
  const helpers = screensOf(camera);
  const helper = await helpers.open(
    'phone',
    `${server.origin}/check-in#${new URL(url).hash.slice(1)}/events/${eventId}`,
  );
  const asked: string[] = [];
  helper.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));

  await helper.getByRole('button', { name: 'Start the camera' }).click();
  const result = helper.locator('.result');
  await expect(result.getByText(aisha.name)).toBeVisible({ timeout: 20_000 });
  await expect(result.filter({ hasText: aisha.name }).getByText(/^In at/u)).toBeVisible();
  await expect(result.getByText(ben.name)).toBeVisible({ timeout: 20_000 });
  await expect(result.getByText('No such code. Search by name')).toBeVisible({ timeout: 20_000 });
  await expectAccessible(helper, 'check-in with a verdict');

  const now = new Map((await people()).map((person) => [person.id, person.checkedInAt]));
  expect(now.get(aisha.id)).not.toBeNull();
  expect(now.get(ben.id)).not.toBeNull();
  const presences = asked.filter((line) => line.includes('/presence'));
  expect(presences, 'one result for a code that stays in sight').toHaveLength(2);
  expect(asked.join('\n'), 'the secret of a personal link stays on the page').not.toContain('s3cr3t');
  expect(
    asked.some((line) => /\/assets\/zxing_reader-[^/]+\.wasm/u.test(line)),
    'our own decoder',
  ).toBe(true);
  expect(
    asked.filter((line) => !line.startsWith(server.origin) && !/^(blob|ws):/u.test(line)),
    'nothing from elsewhere',
  ).toEqual([]);
  await helper.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(helper.getByRole('button', { name: 'Start the camera' })).toBeVisible();

  await test.step('the phone’s own camera opens the badge: one tap at the desk, the public page for a stranger', async () => {
    const third = away[2];
    if (!third) throw new Error('a third person is needed');
    await helper.goto(`${server.origin}/b/${third.badgeCode}`);
    await expect(result.getByText(third.name)).toBeVisible();
    expect(new Map((await people()).map((person) => [person.id, person.checkedInAt])).get(third.id)).toBeNull();
    await result.getByRole('button', { name: 'Check in' }).click();
    await expect(result.getByText(/^In at/u)).toBeVisible();
    const stranger = await screens.open('phone', `${server.origin}/b/${third.badgeCode}`);
    await stranger.waitForURL(/\/e\/[A-Z0-9]{4}$/u);
    expect(await stranger.content()).not.toContain(third.name);
  });
  helpers.expectNoErrors(/status of 422/u);
  screens.expectNoErrors();
  await helpers.close();
});
