/** Somebody whose link is gone gets it by mail, from the event's page and from a link that opens nothing. */
import { expect, type Page, test } from '@playwright/test';
import { enterConsole } from '../support/enter-console.ts';
import { mailingServerForAll, screensForEach } from '../support/journey.ts';
import { expectAccessible } from '../support/screens.ts';

const { server, post } = mailingServerForAll({ DEMO: '1' });
const screens = screensForEach();

const ANN = 'student1@students.example.org';
const arrived = async (count: number): Promise<string> => {
  await expect.poll(() => post.mails.length, { timeout: 15_000 }).toBe(count);
  return /http\S+\/me\/\S+/u.exec(post.mails.at(-1)?.text ?? '')?.[0] ?? '';
};

async function ask(page: Page, address: string): Promise<void> {
  await page.getByLabel('Your e-mail address', { exact: true }).fill(address);
  await page.getByRole('button', { name: 'Mail me my link' }).click();
}

test('whoever lost their link gets one by mail', async () => {
  const desk = await screens.open('console', server.ready.console);
  await enterConsole(desk);
  const page = await screens.open('phone', server.ready.join ?? '');
  await ask(page, 'ann');
  await expect(page.getByText('Error: write one e-mail address')).toBeVisible();
  await expectAccessible(page, 'asking for a link, with an error');
  await ask(page, ANN);
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeFocused();
  await expect(page.getByText(`If we know ${ANN}, a mail with your link is on its way.`)).toBeVisible();
  const link = await arrived(1);
  await page.goto(link);
  await expect(page.getByRole('button', { name: /details/u })).toBeVisible();

  const gone = await screens.open('phone', `${link.split('#')[0]}`);
  await expect(gone.getByRole('heading', { name: 'This link does not open an event.' })).toBeVisible();
  await expectAccessible(gone, 'a link that opens nothing, with the field');
  await ask(gone, 'nobody@example.org');
  await expect(gone.getByText('If we know nobody@example.org, a mail with your link is on its way.')).toBeVisible();
  await gone.reload();
  await ask(gone, 'student2@students.example.org');
  await expect(gone.getByRole('heading', { name: 'Look into your mail' })).toBeFocused();
  const other = await arrived(2);
  await gone.goto(other);
  await expect(gone.getByRole('button', { name: /details/u })).toBeVisible();
  screens.expectNoErrors(/404|Not Found/u);
});
