/** A mentor has to leave: what follows is said first, the desk hears it, and those at the table get another one. */
import { expect, test } from '@playwright/test';
import { enterConsole } from '../support/enter-console.ts';
import { screensForEach, serverForAll } from '../support/journey.ts';
import { attribute, expectAccessible, expectPhase } from '../support/screens.ts';

const server = serverForAll({ DEMO: '1' });
const screens = screensForEach();

/** Two cores may be busy with other pages while a plan is mended. */
const PATIENCE = { timeout: 20_000 };

test('a mentor leaves: later, taken back, then at once, and the plan is mended and given back', async () => {
  test.setTimeout(180_000);
  const organiser = await screens.open('console', server.ready.console);
  await enterConsole(organiser);
  await organiser.getByRole('link', { name: /Careers Night/u }).click();
  await organiser.getByRole('navigation').getByRole('link', { name: 'People', exact: true }).click();
  await organiser.getByRole('button', { name: 'Personal link of Priya Raman' }).click();
  const link = await organiser.getByRole('textbox', { name: 'Personal address' }).inputValue();
  await organiser.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  const mentor = await screens.open('phone', link);
  await organiser.getByRole('navigation').getByRole('link', { name: 'Live', exact: true }).click();
  await organiser.getByRole('button', { name: /Start round 1/u }).click();
  await expectPhase(mentor, 'talking', 1);
  const card = organiser
    .getByRole('region', { name: /^Needs you/u })
    .getByRole('listitem')
    .filter({ hasText: 'Priya Raman' });

  await test.step('after this round: the seat is kept, the desk hears it, and taking it back is heard too', async () => {
    await mentor.getByRole('button', { name: 'I have to leave' }).click();
    await mentor.getByRole('radio', { name: /^After this round/u }).check();
    await expect(mentor.getByText(/You stay until round 1 is over, .* will be re-seated\. Thank you/u)).toBeVisible();
    await expectAccessible(mentor, 'a mentor who has to leave');
    await mentor.getByRole('button', { name: 'Tell the desk that I leave' }).click();
    await expect(card.getByText('Priya Raman leaves after round 1')).toBeVisible(PATIENCE);
    await mentor.getByRole('button', { name: 'Take it back' }).click();
    await expect(card).toHaveCount(0);
  });

  await test.step('now: the console sees the price, one press mends the round that runs', async () => {
    const table = await attribute(mentor, 'table');
    await mentor.getByRole('button', { name: 'I have to leave' }).click();
    await mentor.getByRole('radio', { name: /^Now/u }).check();
    await mentor.getByRole('button', { name: 'Tell the desk that I leave' }).click();
    await expect(card.getByText('Priya Raman leaves now')).toBeVisible(PATIENCE);
    await card.getByRole('button', { name: /^Apply/u }).click(PATIENCE);
    await expect(organiser.getByText('Has left: Priya Raman')).toBeVisible(PATIENCE);
    await expect(mentor.getByText('You told us that you leave. Thank you for coming.')).toBeVisible();
    expect(await attribute(mentor, 'table')).not.toBe(table);
    await organiser.keyboard.press('z');
    await expect.poll(() => attribute(mentor, 'table')).toBe(table);
  });
  screens.expectNoErrors();
});
