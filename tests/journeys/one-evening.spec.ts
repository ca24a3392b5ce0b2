/** One evening from an empty server to the last bell, as an organiser, a wall and two students see it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { enterConsole } from '../support/enter-console.ts';
import { screensForEach, serverForAll } from '../support/journey.ts';
import {
  apartMs,
  attribute,
  endsAt,
  expectAccessible,
  expectPhase,
  leftMs,
  shownOn,
  turnOf,
  watchFor,
} from '../support/screens.ts';

const SAMPLES = join(import.meta.dirname, '..', 'samples');
const EXPECTED = JSON.parse(readFileSync(join(SAMPLES, 'expected-counts.json'), 'utf8')) as Record<
  string,
  { counts: { rows: number; unique: number; duplicate: number; cancelled: number; invalid: number } }
>;

/** Pages flip by their own clocks at an announced instant; those may be apart by what a bad line does to them. */
const TOGETHER_MS = 400;

const server = serverForAll();
const screens = screensForEach();

const section = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).click();

async function importFile(page: Page, file: string): Promise<void> {
  const expected = EXPECTED[file]?.counts;
  await page.getByRole('button', { name: 'Import a file' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles(join(SAMPLES, file));
  const status = dialog.getByRole('status').filter({ hasText: 'Recognised' });
  await expect(status).toContainText(`${expected?.rows} rows`);
  await expect(status).toContainText(`${expected?.unique} people, ${expected?.duplicate} duplicate`);
  await expect(status).toContainText(`${expected?.cancelled} cancelled`);
  await expect(status).toContainText(`${expected?.invalid} not usable`);
  await expectAccessible(page, `import of ${file}`);
  await dialog.getByRole('button', { name: /^Apply/u }).click();
  await expect(dialog).toBeHidden();
}

async function personalLink(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: `Personal link of ${name}` }).click();
  const dialog = page.getByRole('dialog');
  const address = await dialog.getByRole('textbox', { name: 'Personal address' }).inputValue();
  await expectAccessible(page, 'personal link');
  await dialog.getByRole('button', { name: 'Close' }).click();
  return address.trim();
}

async function checkIn(page: Page, typed: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Name or code' }).fill(typed);
  await page.keyboard.press('Enter');
}

test('an organiser imports, plans, checks in, runs the night, loses the server and finishes', async () => {
  test.setTimeout(300_000);
  const organiser = await screens.open('console', server.ready.console);

  await test.step('signs in with the printed address and says who it is', async () => {
    await enterConsole(organiser);
    await expectAccessible(organiser, 'events');
    await organiser.getByLabel('Name of the evening').fill('Careers Night');
    await organiser.getByRole('button', { name: 'Create event' }).click();
    await expect(organiser.getByRole('heading', { name: 'Set up' })).toBeVisible();
  });

  await test.step('1 imports students and mentors from real exports', async () => {
    await section(organiser, 'People');
    await importFile(organiser, 'eventbrite-students.csv');
    await importFile(organiser, 'mentors-google-form.csv');
    await expectAccessible(organiser, 'people');
  });

  await test.step('2 sets up rounds and tables', async () => {
    await section(organiser, 'Set up');
    await organiser.getByLabel('Rounds', { exact: true }).fill('4');
    await section(organiser, 'Floor');
    await section(organiser, 'Set up');
    await expect(organiser.getByLabel('Rounds', { exact: true }), 'what was typed waits unsaved').toHaveValue('4');
    await organiser.getByLabel('Minutes in a round').fill('10');
    await organiser.getByLabel('Break', { exact: true }).selectOption({ label: 'No break' });
    await organiser.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(organiser.getByText('4 rounds of 10 with 2 to move = 46 minutes', { exact: false })).toBeVisible();
    await expectAccessible(organiser, 'set up');
    await section(organiser, 'Floor');
    for (let table = 7; table <= 14; table++) await organiser.getByRole('button', { name: 'Add a table' }).click();
    await organiser.getByRole('button', { name: 'Deal mentors to tables' }).click();
    await organiser.getByRole('button', { name: 'Save floor' }).click();
    await expect(organiser.getByText('for 64 students', { exact: false })).toBeVisible();
    await expectAccessible(organiser, 'floor');
  });

  await test.step('3 makes a plan that keeps every firm rule, and publishes it', async () => {
    await section(organiser, 'Plan');
    await organiser.getByRole('button', { name: 'Make the plan' }).click();
    await expect(organiser.getByText('All firm rules are kept.')).toBeVisible({ timeout: 20_000 });
    await expect(organiser.getByRole('table').getByRole('row')).toHaveCount(15);
    await organiser.getByLabel('Find a person').fill('Samir');
    await expectAccessible(organiser, 'plan');
    await organiser.getByRole('button', { name: 'Publish plan' }).click();
    await expect(organiser.getByText('Phones and displays follow it', { exact: false })).toBeVisible();
  });

  await section(organiser, 'People');
  const samirLink = await personalLink(organiser, 'Samir Jankowski');
  const zoeLink = await personalLink(organiser, 'Zoë Brough');
  const samir = await screens.open('phone', samirLink);
  const zoe = await screens.open('phone', zoeLink);
  const eventId = /events\/([^/]+)/u.exec(organiser.url())?.[1] ?? '';
  const detail = await (await organiser.request.get(`${server.origin}/api/events/${eventId}`)).json();
  const wall = await screens.open('display', detail.links.display);
  const rooms = [organiser, wall, samir, zoe];
  const phonesAndWall = [wall, samir, zoe];

  await test.step('3 checks people in by name, who learn their first table', async () => {
    await section(organiser, 'Live');
    await checkIn(organiser, 'zoe bro');
    await expect(organiser.getByText(/^Table \d+, /u).first()).toBeVisible();
    await checkIn(organiser, 'samir jan');
    await expect(organiser.getByText('Samir Jankowski').first()).toBeVisible();
    await expectPhase(samir, 'doors');
    await expect(samir.getByText(/Your first table is \d+/u)).toBeVisible();
    const people = await (await organiser.request.get(`${server.origin}/api/events/${eventId}/people`)).json();
    const expected = people.filter((person: { standing: string }) => person.standing === 'active');
    const absent = new Set(expected.filter(({ role }: { role: string }) => role === 'student').slice(0, 9));
    for (const person of expected) {
      if (absent.has(person) && !/Samir|Zoë/u.test(person.name)) continue;
      const url = `${server.origin}/api/events/${eventId}/people/${person.id}/presence`;
      expect((await organiser.request.put(url, { data: { here: true } })).status()).toBe(200);
    }
    await expect(organiser.getByText(/^Students here: 5\d of 64/u)).toBeVisible();
    await expectAccessible(wall, 'display, doors');
    await expectAccessible(samir, 'phone, first table');
    await expectAccessible(organiser, 'live, before the start');
  });

  await test.step('4 starts: all screens know within a second and flip together', async () => {
    await expect(organiser.getByText(/5\d students and 14 mentors here/u)).toBeVisible();
    for (const page of rooms) await watchFor(page, 'talking');
    const versionBefore = Number(await attribute(wall, 'version'));
    await organiser.getByRole('button', { name: /Start round 1/u }).click();
    for (const page of phonesAndWall)
      await expect
        .poll(async () => Number(await attribute(page, 'version')), { timeout: 3_000 })
        .toBeGreaterThan(versionBefore);
    expect(apartMs(await Promise.all(rooms.map(turnOf)))).toBeLessThan(TOGETHER_MS);
    for (const page of rooms) await expectPhase(page, 'talking', 1);
    await expect(samir.getByText('left here')).toBeVisible();
  });

  await test.step('4 counts down alike', async () => {
    const ends = await Promise.all(rooms.map(endsAt));
    expect(Math.max(...ends) - Math.min(...ends)).toBeLessThanOrEqual(1_000);
    for (const page of rooms) await expectAccessible(page, 'talking');
  });

  await test.step('4 pauses, resumes, adds and takes a minute', async () => {
    await organiser.keyboard.press('p');
    for (const page of rooms) await expectPhase(page, 'paused');
    const held = await leftMs(wall);
    await organiser.keyboard.press('p');
    for (const page of rooms) await expectPhase(page, 'talking', 1);
    expect(await leftMs(wall)).toBeGreaterThan(held - 5_000);
    // screens hear of a press before its answer is back, and until then the console takes no other
    const answered = organiser.waitForResponse((answer) => answer.url().endsWith('/live'));
    await organiser.keyboard.press('+');
    await (await answered).finished();
    for (const page of rooms) await expect.poll(() => leftMs(page)).toBeGreaterThan(600_000);
    await organiser.keyboard.press('-');
    for (const page of rooms) await expect.poll(() => leftMs(page)).toBeLessThan(600_000);
  });

  await test.step('4 moves, goes on, and takes the move back', async () => {
    const next = await attribute(samir, 'next-table');
    await organiser.keyboard.press('n');
    for (const page of rooms) await expectPhase(page, 'moving', 2);
    await expect(samir.getByRole('heading', { name: 'Move now' })).toBeVisible();
    await expect(samir.getByText(`Table ${next}`).first()).toBeVisible();
    for (const page of rooms) await expectAccessible(page, 'moving');
    await expect(organiser.getByRole('button', { name: /Start round 2/u })).toBeEnabled();
    await organiser.keyboard.press('z');
    for (const page of rooms) await expectPhase(page, 'talking', 1);
    await organiser.waitForFunction(() => !document.querySelector('.next[aria-disabled="true"]'));
    await organiser.getByRole('button', { name: /Move now/u }).click();
    for (const page of rooms) await expectPhase(page, 'moving', 2);
    await organiser.waitForFunction(() => !document.querySelector('.next[aria-disabled="true"]'));
    await organiser.getByRole('button', { name: /Start round 2/u }).click();
    for (const page of rooms) await expectPhase(page, 'talking', 2);
    expect(await attribute(samir, 'table')).toBe(next);
  });

  await test.step('5 and 6 the server is killed in the round: phones go on, and all come back by themselves', async () => {
    await screens.whileServerIsGone(async () => {
      const before = { ends: await endsAt(samir), table: await attribute(samir, 'table') };
      await server.kill9();
      await expect(shownOn(samir)).toHaveAttribute('data-status', 'offline', { timeout: 20_000 });
      await expect(samir.getByText('You are offline.', { exact: false })).toBeVisible();
      expect(await attribute(samir, 'table')).toBe(before.table);
      expect(Math.abs((await endsAt(samir)) - before.ends)).toBeLessThan(1_000);
      await expectAccessible(samir, 'phone, offline');
      await expect(organiser.getByText('No answer from the server', { exact: false })).toBeVisible();
      await server.start();
      for (const page of phonesAndWall)
        await expect(shownOn(page)).toHaveAttribute('data-status', 'live', { timeout: 15_000 });
      for (const page of rooms) await expectPhase(page, 'talking', 2);
      expect(Math.abs((await endsAt(wall)) - before.ends)).toBeLessThan(1_000);
    });
    await samir.reload();
    await expectPhase(samir, 'talking', 2);
  });

  await test.step('4 finishes', async () => {
    await organiser.getByRole('button', { name: 'More', exact: true }).click();
    await organiser.getByRole('button', { name: 'Finish the evening now' }).click();
    for (const page of rooms) await expectPhase(page, 'finished');
    for (const page of rooms) await expectAccessible(page, 'finished');
    await section(organiser, 'After');
    await expect(organiser.getByText('Rounds held')).toBeVisible();
    await expectAccessible(organiser, 'after');
  });
  screens.expectNoErrors();
});
