/** The evening is over: whom one met, notes to keep, three questions, and the page on the home screen. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { screensForEach, serverForAll } from '../support/journey.ts';
import { runningNight } from '../support/running-night.ts';
import { expectAccessible, expectPhase } from '../support/screens.ts';

const server = serverForAll({ DEMO: '1' });
const screens = screensForEach();

const NOTE = 'Asked about zebras';

test('after the last bell the phone has the people met, the questions, and the way to the home screen', async () => {
  test.setTimeout(150_000);
  const desk = await screens.open('console', server.ready.console);
  const night = await runningNight(server, desk);
  await night.start();
  const { schedule } = await night.plan();
  const tables = Object.values(schedule.rounds[0] ?? {}).filter(({ students }) => students.length > 0);
  const [student = ''] = tables[0]?.students ?? [];
  const link = await night.link(student);
  const phone = await screens.open('phone', link);
  await expectPhase(phone, 'talking', 1);
  const mentor = await phone.locator('.mentor-name').first().innerText();
  await phone
    .getByRole('textbox', { name: /^Note about/u })
    .first()
    .fill(NOTE);
  await expect(phone.getByText('Saved on this phone')).toBeVisible();
  const manifest = phone.locator('link[rel=manifest]');
  expect(await manifest.count()).toBe(0);
  await night.press({ kind: 'finish' });
  await expectPhase(phone, 'finished');

  await test.step('whom one met stands there, and can be taken along', async () => {
    await expect(phone.getByRole('heading', { name: 'People you met' })).toBeVisible();
    await expect(phone.locator('.people li')).toHaveCount(1);
    await expect(phone.locator('.people')).toContainText(mentor);
    await expect(phone.locator('.noted')).toHaveText(NOTE);
    await expectAccessible(phone, 'the page after the evening');
    const [file] = await Promise.all([
      phone.waitForEvent('download'),
      phone.getByRole('button', { name: 'Download my notes' }).click(),
    ]);
    const page = readFileSync(await file.path(), 'utf8');
    expect(page).toContain(mentor);
    expect(page).toContain(NOTE);
    const people = (await (await desk.request.get(`${night.api}/people`)).json()) as { name: string; role: string }[];
    const others = people.filter(({ role, name }) => role === 'student' && page.includes(name));
    expect(others, 'names of other students').toEqual([]);
  });

  await test.step('answers wait for the network, and the organiser sees how many there are', async () => {
    await screens.whileServerIsGone(async () => {
      await server.kill9();
      await expect(phone.getByText('You are offline.')).toBeVisible({ timeout: 20_000 });
      await phone
        .getByRole('group', { name: /worth your time/u })
        .getByText('Yes')
        .click();
      await expect(phone.getByText('Saved on this phone. We send it when you are online.')).toBeVisible();
      await server.start();
      await expect(phone.getByText('Saved. Thank you.')).toBeVisible({ timeout: 20_000 });
    });
    const sent = async (): Promise<string> =>
      (await phone.request.get(`${server.origin}/me/${student}/feedback`)).text();
    await expect.poll(sent, { timeout: 15_000 }).toContain('"worth":"yes"');
    await desk.goto(`${server.origin}/#/events/${night.api.split('/').at(-1)}/after`);
    await expect(desk.getByText(/^Answers arrive until .*\. 1 of \d+ so far\.$/u)).toBeVisible({ timeout: 20_000 });
    await expectAccessible(desk, 'the console after the evening');
  });

  await test.step('a browser may put the page on the home screen from now on', async () => {
    await expect(manifest).toHaveAttribute('href', `/me/${student}/manifest/en`);
    const cdp = await phone.context().newCDPSession(phone);
    const { url, data, errors } = await cdp.send('Page.getAppManifest');
    expect([url, errors]).toEqual([`${server.origin}/me/${student}/manifest/en`, []]);
    const { start_url, icons } = JSON.parse(data ?? '{}') as { start_url: string; icons: { src: string }[] };
    expect(start_url).toBe(`/me/${student}`);
    expect(data).not.toContain(link.split('#')[1] ?? link);
    for (const { src } of icons) expect((await phone.request.get(`${server.origin}${src}`)).ok()).toBe(true);
  });
  // the worker of the page is asked for while the server is gone
  screens.expectNoErrors(/when fetching the script/u);
});
