/** A student reports somebody from the table, at first without a network; the organiser reads it and keeps the two apart. */
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { PlanView, StartOffer } from '@lapwing/shared/protocol/api';
import { expect, test } from '@playwright/test';
import { enterConsole } from '../support/enter-console.ts';
import { screensForEach, serverForAll } from '../support/journey.ts';
import { expectAccessible } from '../support/screens.ts';

const server = serverForAll({ DEMO: '1' });
const screens = screensForEach();

const SECRET = 'He will not stop asking for my number';

test('something is wrong', async () => {
  test.setTimeout(120_000);
  const page = await screens.open('console', server.ready.console);
  await enterConsole(page);
  await page.getByRole('link', { name: /Careers Night/u }).click();
  await expect(page.getByRole('heading', { name: 'Set up' })).toBeVisible();
  const api = `${server.origin}/api/events/${/events\/([^/]+)/u.exec(page.url())?.[1] ?? ''}`;
  const people = (await (await page.request.get(`${api}/people`)).json()) as { id: AttendeeId; name: string }[];
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? '';

  await test.step('the organiser names whom people turn to', async () => {
    await expect(page.getByLabel('Code of conduct', { exact: true })).toHaveValue(/No touching without a yes/u);
    await page.getByLabel('Who is told when something is wrong').fill('Noor Haddad');
    await page.getByLabel('How to reach them tonight').fill('020 7946 0000');
    await page.getByRole('button', { name: 'Save the invitation' }).click();
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    await expectAccessible(page, 'set up with a code of conduct');
  });

  const offer = (await (
    await page.request.post(`${api}/start-offer`, { data: { basis: 'expected' } })
  ).json()) as StartOffer;
  const command = { kind: 'start', planVersion: offer.planVersion };
  const { room } = (await (await page.request.get(api)).json()) as { room: { v: number } };
  const key = 'a'.repeat(24);
  expect((await page.request.post(`${api}/live`, { data: { key, expectedVersion: room.v, command } })).status()).toBe(
    200,
  );
  const planNow = async (): Promise<PlanView> => (await (await page.request.get(`${api}/plan`)).json()) as PlanView;
  const { schedule } = await planNow();
  const later = Object.values(schedule.rounds[2] ?? {}).find(({ students }) => students.length > 0);
  const [student, mentor] = [later?.students[0] ?? '', later?.mentors[0] ?? ''];
  const { url } = (await (await page.request.get(`${api}/people/${student}/link`)).json()) as { url: string };

  const phone = await screens.open('phone', url);
  await test.step('the phone knows whom to turn to, also without a network', async () => {
    await phone.getByRole('button', { name: 'Something is wrong' }).click();
    await expect(phone.getByRole('link', { name: '020 7946 0000' })).toBeVisible();
    await expectAccessible(phone, 'something is wrong');
    for (const [width, height] of [
      [390, 844],
      [320, 568],
    ] as const) {
      await phone.setViewportSize({ width, height });
      expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    await phone.getByText('Code of conduct').click();
    await expect(phone.getByText('No touching without a yes')).toBeVisible();
    await phone.getByRole('button', { name: 'Close' }).click();
  });

  await test.step('what is said without a network is kept and sent', async () => {
    await screens.whileServerIsGone(async () => {
      await phone.context().setOffline(true);
      await phone.getByRole('button', { name: 'Something is wrong' }).click();
      await expect(phone.getByText('Noor Haddad')).toBeVisible();
      await phone.getByLabel(/What happened/u).fill(SECRET);
      await phone.getByRole('button', { name: 'Send in private' }).click();
      await expect(phone.getByText('Saved on this phone.')).toBeVisible();
      await phone.context().setOffline(false);
      await expect(phone.getByText('The organisers have it.')).toBeVisible({ timeout: 20_000 });
    });
    await phone.getByRole('button', { name: 'Close' }).click();
    await phone.getByRole('button', { name: 'Something is wrong' }).click();
    await phone.getByLabel('I would rather not sit with').selectOption({ label: nameOf(mentor) });
    await phone.getByRole('button', { name: 'Ask the organisers' }).click();
    await expect(phone.getByText('The organisers have it.')).toBeVisible();
  });

  await test.step('the console hears that there is something, and shows it to whoever opens it', async () => {
    await page.getByRole('link', { name: '2 private reports' }).click();
    await expect(page.getByRole('heading', { name: 'Private reports' })).toBeVisible();
    expect(await page.locator('body').innerText()).not.toContain(SECRET);
    await page.getByRole('button', { name: 'Open', exact: true }).last().click();
    await expect(page.getByText(SECRET)).toBeVisible();
    await page.getByRole('button', { name: 'Open', exact: true }).first().click();
    await expect(page.getByText(`${nameOf(student)} would rather not sit with ${nameOf(mentor)}.`)).toBeVisible();
    await expectAccessible(page, 'private reports');
  });

  await test.step('a block mends the night that runs', async () => {
    await page.getByRole('button', { name: 'Keep these two apart from now on' }).click();
    await expect(page.getByText('never sit together from now on')).toBeVisible();
    await page.getByRole('button', { name: /^Apply/u }).click();
    await expect(page.getByText('never sit together from now on')).toBeHidden();
    const mended = await planNow();
    const tables = mended.schedule.rounds.flatMap((round) => Object.values(round));
    expect(
      tables.filter(
        (one) => one.students.includes(student as AttendeeId) && one.mentors.includes(mentor as AttendeeId),
      ),
    ).toEqual([]);
    await page.getByRole('button', { name: 'Dealt with' }).first().click();
    await expect(page.getByRole('link', { name: 'A private report' })).toBeVisible();
    await page.getByRole('button', { name: 'Open again' }).click();
    await expect(page.getByRole('link', { name: '2 private reports' })).toBeVisible();
    await expectAccessible(page, 'a block');
  });
  await test.step('who did what says it without a word of the report, and is saved as a file', async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'Set up', exact: true }).click();
    await page.getByRole('link', { name: 'Who did what' }).click();
    await expect(page.getByText(`Blocked ${nameOf(student)} and ${nameOf(mentor)} from each other`)).toBeVisible();
    await expect(page.getByText('Seats changed after a rule')).toBeVisible();
    expect(await page.locator('body').innerText()).not.toContain(SECRET);
    await expectAccessible(page, 'who did what');
    await page.getByLabel('What', { exact: true }).selectOption({ label: 'Opened a private report' });
    await expect(page.locator('.audit-list li')).toHaveCount(2);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('who-did-what.csv');
    expect(await (await file.createReadStream()).toArray().then((parts) => parts.join(''))).toContain(
      '"Mei","Opened a private report"',
    );
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  });
  screens.expectNoErrors();
});
