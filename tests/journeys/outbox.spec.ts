/** The links of an evening go out by mail: counted before, stopped in the middle, and the server dies in between. */
import { expect, type Page, test } from '@playwright/test';
import { enterConsole } from '../support/enter-console.ts';
import { mailingServerForAll, screensForEach } from '../support/journey.ts';
import { No } from '../support/mail-server.ts';
import { expectAccessible } from '../support/screens.ts';

/** The demo evening: 56 students and 12 mentors. */
const EVERYBODY = 68;
const GONE = 'student3@students.example.org';
/** Mails that are taken before the mail server holds its breath. */
const BEFORE_THE_STOP = 20;

let held: (() => void)[] = [];
let holding = true;
const { server, post } = mailingServerForAll(
  { DEMO: '1' },
  {
    toRecipient: (address) => (address === GONE ? new No(550, '5.1.1 No such mailbox') : null),
    toMail: () =>
      holding && post.mails.length >= BEFORE_THE_STOP ? new Promise((done) => held.push(done)) : undefined,
  },
);
const screens = screensForEach();

const strip = (page: Page) => page.getByRole('region', { name: 'Personal links' });
const goOn = (): void => {
  holding = false;
  for (const done of held) done();
  held = [];
};

test('everybody gets their link once, through a Stop and a crash', async () => {
  test.setTimeout(120_000);
  const page = await screens.open('console', server.ready.console);
  await enterConsole(page);
  await page.locator('main a').first().click();
  await page.getByRole('navigation').getByRole('link', { name: 'People', exact: true }).click();
  await page.getByRole('link', { name: 'Outbox' }).click();
  await expect(page.getByText('Mail goes out by itself, from events@night.example.org.')).toBeVisible();
  await expectAccessible(page, 'an empty outbox');

  await test.step('how many and how it reads, before anything goes', async () => {
    await page.getByRole('button', { name: 'Send everybody their link' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(`${EVERYBODY} people get a mail each.`)).toBeVisible();
    await expect(dialog.getByText('This is your own page for the evening.')).toBeVisible();
    await expectAccessible(page, 'the mail before it goes');
    expect(post.mails.length).toBe(0);
    await dialog.getByRole('button', { name: `Send ${EVERYBODY} mails` }).click();
  });

  await test.step('progress in numbers, and Stop', async () => {
    await expect(strip(page).getByText(`${BEFORE_THE_STOP} of ${EVERYBODY} sent, 1 refused or not sure`)).toBeVisible();
    await strip(page).getByRole('button', { name: 'Stop' }).click();
    await expect(strip(page).getByRole('button', { name: /^Resume/u })).toBeVisible();
    await expectAccessible(page, 'a batch that was stopped');
  });

  const unsure = await test.step('the server dies with three mails on their way: they are in doubt', async () => {
    expect(held.length).toBe(3);
    await screens.whileServerIsGone(async () => {
      await server.kill9();
      await server.start();
      await page.getByRole('button', { name: /^Not sure/u }).click({ timeout: 30_000 });
    });
    await expect(page.getByRole('row').filter({ hasText: 'It may have arrived. Nobody knows.' })).toHaveCount(3);
    await expectAccessible(page, 'mails in doubt');
    goOn();
    return 3;
  });

  await test.step('Resume, and nobody gets two', async () => {
    await strip(page)
      .getByRole('button', { name: /^Resume/u })
      .click();
    await expect(
      strip(page).getByText(new RegExp(`^${EVERYBODY - 1 - unsure} of ${EVERYBODY} sent`, 'u')),
    ).toBeVisible();
    const asked = post.asked.filter((address) => address !== GONE);
    expect(asked.length).toBe(EVERYBODY - 1);
    expect(new Set(asked).size).toBe(EVERYBODY - 1);
  });

  await test.step('one is read with its link, one in doubt is sent again, one refused says why', async () => {
    await page
      .getByRole('button', { name: /^Open the mail/u })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    const text = await dialog.getByLabel('Text').inputValue();
    expect(text).toMatch(/http:\/\/\S+\/me\/[\w-]+#[\w-]{43}/u);
    await expectAccessible(page, 'a mail');
    const before = post.mails.length;
    await dialog.getByRole('button', { name: 'Send now' }).click();
    await expect(dialog.getByText(/^It (waits to go out|is sent|is being handed)/u)).toBeVisible();
    await expect.poll(() => post.mails.length).toBe(before + 1);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: /^Refused/u }).click();
    await expect(page.getByText('The other side said: 550 5.1.1 No such mailbox')).toBeVisible();
  });
  screens.expectNoErrors();
});
