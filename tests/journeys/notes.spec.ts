/** Somebody writes down what they heard: on their phone first, through a dead server, and on a second device. */
import { expect, type Page, test } from '@playwright/test';
import { screensForEach, serverForAll } from '../support/journey.ts';
import { runningNight } from '../support/running-night.ts';
import { expectAccessible, expectPhase } from '../support/screens.ts';

const server = serverForAll({ DEMO: '1' });
const screens = screensForEach();

const FIRST = 'Asked about zebras';
const SECOND = 'Vacation schemes open in October';

test('notes are kept, sent later, and on every device of their writer', async () => {
  test.setTimeout(120_000);
  const desk = await screens.open('console', server.ready.console);
  const night = await runningNight(server, desk);
  await night.start();
  const { schedule } = await night.plan();
  const student =
    Object.values(schedule.rounds[0] ?? {}).find(({ students }) => students.length > 0)?.students[0] ?? '';
  const link = await night.link(student);
  const phone = await screens.open('phone', link);
  await expectPhase(phone, 'talking', 1);
  /** Until the server has it, the note is not sent. */
  const sent = async (text: string): Promise<void> => {
    const path = `${server.origin}${new URL(link).pathname}/notes`;
    const onServer = async (): Promise<string> => (await phone.request.get(path)).text();
    await expect.poll(onServer, { timeout: 15_000 }).toContain(text);
  };
  const field = (page: Page) => page.getByRole('textbox', { name: /^Note about/u }).first();

  await test.step('a note says once that it is kept', async () => {
    await expect(phone.getByText('Write one thing you do not want to forget.')).toBeVisible();
    await field(phone).fill(FIRST);
    await expect(phone.getByText('Saved on this phone')).toBeVisible();
    await expectAccessible(phone, 'a note that was just kept');
  });

  await test.step('without a server it waits, over a closed page, and is counted', async () => {
    await sent(FIRST);
    await screens.whileServerIsGone(async () => {
      await server.kill9();
      await field(phone).fill(`${FIRST} and Leeds`);
      await expect(phone.getByText('1 note saved on this phone. It sends when you are back online.')).toBeVisible({
        timeout: 20_000,
      });
      await server.start();
      await expect(phone.getByText('1 note saved on this phone.')).toHaveCount(0, { timeout: 20_000 });
    });
  });

  await test.step('the next round has a note of its own, and my evening keeps the first', async () => {
    await night.press({ kind: 'endRound' });
    await expectPhase(phone, 'timeUp', 1);
    await night.press({ kind: 'next' });
    await expectPhase(phone, 'moving', 2);
    await night.press({ kind: 'next' });
    await expectPhase(phone, 'talking', 2);
    await expect(phone.locator('.noted')).toHaveText(`${FIRST} and Leeds`);
    await field(phone).fill(SECOND);
    await sent(SECOND);
  });

  await test.step('a second device has both; the console and whom it is about have none', async () => {
    const tablet = await screens.open('phone', link);
    await expect(field(tablet)).toHaveValue(SECOND, { timeout: 15_000 });
    await expect(tablet.locator('.noted')).toHaveText(`${FIRST} and Leeds`);
    const mentor = Object.values(schedule.rounds[0] ?? {}).find(({ students }) => students.includes(student as never));
    const other = await screens.open('phone', await night.link(mentor?.mentors[0] ?? ''));
    // once it has asked for its own notes, and heard what came after these, nothing is on its way any more
    await other.waitForResponse(/\/notes$/u, { timeout: 15_000 });
    await night.press({ kind: 'message', text: 'Coats are upstairs', whole: false });
    await expect(other.getByText('Coats are upstairs').first()).toBeVisible();
    for (const page of [other, desk]) expect(await page.content()).not.toContain('zebras');
    for (const path of ['/people', '/log', '/audit'])
      expect(await (await desk.request.get(`${night.api}${path}`)).text()).not.toContain('zebras');
  });
  screens.expectNoErrors();
});
