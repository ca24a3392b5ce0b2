/** Who tries Lapwing finds a community to look at, approves somebody, and removes all that was invented. */
import { expect, test } from '@playwright/test';
import { enterConsole } from '../support/enter-console.ts';
import { mailingServerForAll, screensForEach } from '../support/journey.ts';
import { expectAccessible } from '../support/screens.ts';

const { server, post } = mailingServerForAll({ DEMO: '1' });
const screens = screensForEach();

test('the first start shows what the community does, and one button leaves it to whoever starts for real', async () => {
  test.setTimeout(120_000);
  const desk = await screens.open('console', server.ready.console);
  await enterConsole(desk);
  await desk.getByRole('link', { name: 'Community' }).click();
  const line = desk.getByText(/\d+ people here are invented, to show how it works/u);
  await test.step('the queue is ready to be decided', async () => {
    await expect(desk.getByRole('heading', { name: /^1\d introductions to decide$/u })).toBeVisible();
    await expect(line).toBeVisible();
    await expectAccessible(desk, 'the queue of the demo');
    await desk.keyboard.press('a');
    await expect(desk.getByText('1 introduction approved.')).toBeVisible();
  });
  await test.step('each part has something to show', async () => {
    await desk.getByRole('link', { name: 'Under way', exact: true }).click();
    await expect(desk.getByRole('row', { name: /Introduced on/u }).first()).toBeVisible();
    await desk.getByRole('link', { name: 'Members', exact: true }).click();
    await expect(desk.getByRole('row', { name: /Ada Brandt/u })).toBeVisible();
  });
  await test.step('a way leads to the page where anybody joins', async () => {
    const guest = await screens.open('phone', `${server.origin}/careers`);
    await guest.getByRole('link', { name: /Demo community/u }).click();
    await expect(guest.getByText(/Demo team \(invented\)/u).first()).toBeVisible();
  });
  await test.step('half a minute later somebody is asked, and no mail went out', async () => {
    await desk.getByRole('link', { name: 'Under way', exact: true }).click();
    await expect(desk.getByRole('row', { name: /Asked on/u })).toHaveCount(2, { timeout: 60_000 });
    expect(post.mails).toHaveLength(0);
  });
  await test.step('they are removed after a second look, and an empty community is left', async () => {
    await desk.getByRole('link', { name: 'Members', exact: true }).click();
    await desk.getByRole('button', { name: 'Remove them', exact: true }).click();
    await expect(desk.getByText(/\d+ people go, with what they asked for/u)).toBeVisible();
    await expectAccessible(desk, 'the question before removing them');
    await desk.getByRole('button', { name: 'Cancel' }).click();
    await expect(line).toBeVisible();
    await desk.getByRole('button', { name: 'Remove them', exact: true }).click();
    await desk.getByRole('button', { name: 'Yes, remove them' }).click();
    await expect(desk.getByText('Nobody here is invented any more.')).toBeVisible();
    await expect(desk.getByText('Nobody has joined yet.')).toBeVisible();
    await desk.getByRole('link', { name: 'Queue', exact: true }).click();
    await expect(desk.getByText('Nothing was proposed yet.')).toBeVisible();
  });
  await screens.expectNoErrors();
});
