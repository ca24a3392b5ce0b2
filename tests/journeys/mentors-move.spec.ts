/** Students keep their tables and the mentors travel; and everything works on plain http, as in a hall. */
import { chromium, expect, test } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.mjs';
import { enterConsole } from '../support/enter-console.ts';
import { freePort, type RealServer, realServer } from '../support/real-server.ts';
import { attribute, expectPhase, type Screens, screensOf } from '../support/screens.ts';

let server: RealServer;
let screens: Screens;
let close = async (): Promise<void> => {};

test.beforeEach(async () => {
  // A made-up host is no secure context, as a laptop's address in a hall is none; the traffic stays on this machine.
  const port = await freePort();
  server = await realServer({ DEMO: '1', PUBLIC_URL: `http://hall.test:${port}` }, port);
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: [...CHROMIUM_FLAGS, '--host-resolver-rules=MAP hall.test 127.0.0.1'],
    ...(executablePath === null ? {} : { executablePath }),
  });
  screens = screensOf(browser);
  close = async () => {
    await browser.close();
    await server.remove();
  };
});
test.afterEach(async () => close());

test('mentors move over plain http: students stay, mentors are told where to go', async () => {
  const organiser = await screens.open('console', server.ready.console);
  expect(await organiser.evaluate(() => window.isSecureContext)).toBe(false);
  await enterConsole(organiser);
  await organiser.getByRole('link', { name: /Careers Night/u }).click();
  await organiser.getByLabel('Mentors move').check();
  await organiser.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(organiser.getByText('Saved', { exact: true }).first()).toBeVisible();
  await organiser.getByRole('navigation').getByRole('link', { name: 'People', exact: true }).click();
  await organiser.getByRole('button', { name: 'Personal link of Priya Raman' }).click();
  const mentorLink = await organiser.getByRole('textbox', { name: 'Personal address' }).inputValue();
  await organiser.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

  const wall = await screens.open('display', server.ready.display ?? '');
  const student = await screens.open('phone', server.ready.phones[0] ?? '');
  const mentor = await screens.open('phone', mentorLink);
  await organiser.getByRole('navigation').getByRole('link', { name: 'Live', exact: true }).click();
  await expect(organiser.getByText(/52 students and 12 mentors here/u)).toBeVisible();
  await organiser.getByRole('button', { name: /Start round 1/u }).click();
  const screensNow = [wall, student, mentor];
  for (const page of screensNow) await expectPhase(page, 'talking', 1);
  const seat = await attribute(student, 'table');
  const mentorNext = await attribute(mentor, 'next-table');
  expect(mentorNext).not.toBe(await attribute(mentor, 'table'));

  await organiser.getByRole('button', { name: /Move now/u }).click();
  for (const page of screensNow) await expectPhase(page, 'moving', 2);
  expect(await attribute(student, 'table')).toBe(seat);
  expect(await attribute(mentor, 'table')).toBe(mentorNext);
  await expect(wall.getByText(/Mentors, move now/u).first()).toBeVisible();
  await expect(student.getByText(/Stay at table/u).first()).toBeVisible();
  await expect(mentor.getByRole('heading', { name: 'Move now' })).toBeVisible();
  screens.expectNoErrors();
});
