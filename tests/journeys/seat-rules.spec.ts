/** What people asked privately becomes firm rules of the plan, on the console alone; and what cannot be is said with names. */
import { expect, type Page, test } from '@playwright/test';
import { enterConsole } from '../support/enter-console.ts';
import { screensForEach, serverForAll } from '../support/journey.ts';
import { expectAccessible } from '../support/screens.ts';

const server = serverForAll({ DEMO: '1' });
const screens = screensForEach();

const section = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).click();

interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly registration: object;
}

async function edit(page: Page, name: string): Promise<void> {
  await page.getByRole('searchbox').fill(name);
  await page.getByRole('button', { name: `Edit ${name}` }).click();
}

test('asked in private, made a rule, kept by the plan', async () => {
  test.setTimeout(120_000);
  const page = await screens.open('console', server.ready.console);
  await enterConsole(page);
  await page.getByRole('link', { name: /Careers Night/u }).click();
  await expect(page.getByRole('heading', { name: 'Set up' })).toBeVisible();
  const eventId = /events\/([^/]+)/u.exec(page.url())?.[1] ?? '';
  const api = `${server.origin}/api/events/${eventId}`;
  const people = (await (await page.request.get(`${api}/people`)).json()) as Person[];
  const [one, other, third] = people.filter(({ role }) => role === 'student');
  if (!one || !other || !third) throw new Error('students are needed');
  const registration = { ...one.registration, company: `Not at a table with ${other.name}` };
  const asked = await page.request.put(`${api}/people/${one.id}`, { data: { details: { registration } } });
  expect(asked.status()).toBe(200);

  await test.step('a table is marked as quiet', async () => {
    await section(page, 'Floor');
    for (const table of [/Avocet/u, /Bittern/u]) {
      await page.getByRole('button', { name: table }).click();
      await page.getByLabel('Away from the noise').check();
    }
    await page.getByRole('button', { name: 'Save floor' }).click();
    await expect(page.getByText('Quiet', { exact: true })).toHaveCount(2);
    await expectAccessible(page, 'floor with a quiet table');
  });

  await test.step('what was asked privately waits in a list of its own', async () => {
    await section(page, 'People');
    await page.getByRole('button', { name: /Asked privately/u }).click();
    await expect(page.getByText(`Not at a table with ${other.name}`)).toBeVisible();
    await expectAccessible(page, 'asked privately');
    await page.getByRole('button', { name: `Together or apart: ${one.name}` }).click();
    await expect(page.getByRole('dialog').getByText(registration.company)).toBeInViewport();
    await expect(page.getByLabel('Find somebody to keep apart or together')).toBeFocused();
    await page.getByLabel('Find somebody to keep apart or together').fill(other.name);
    await page.getByRole('button', { name: `Keep apart from ${other.name}` }).click();
    await expect(page.getByText('Kept apart from')).toBeVisible();
    await page.getByLabel('Stays at one table').selectOption({ index: 1 });
    await expectAccessible(page, 'needs and company of a person');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Nothing is waiting for you' })).toBeVisible();
  });

  await test.step('two who are kept apart at one table: the plan page says so, with their names', async () => {
    await page.getByRole('button', { name: /^Coming/u }).click();
    await edit(page, other.name);
    await page.getByLabel('Stays at one table').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await section(page, 'Plan');
    await expect(page.getByText('This rule cannot be kept', { exact: false })).toBeVisible();
    await expect(page.getByText(`kept apart, but both stay at table 1`, { exact: false })).toBeVisible();
    await expectAccessible(page, 'rules that cannot be kept');
    await section(page, 'Live');
    await expect(page.getByText(`kept apart, but both stay at table 1`, { exact: false })).toBeVisible();
    await expectAccessible(page, 'a start that cannot be');
  });

  await test.step('put right, the plan keeps it all, and no phone says why', async () => {
    await section(page, 'People');
    await edit(page, other.name);
    await page.getByLabel('Stays at one table').selectOption({ index: 0 });
    await page.getByLabel('Only quiet tables').check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await section(page, 'Plan');
    await page
      .getByRole('button', { name: /Make (the plan|again)/u })
      .first()
      .click();
    const wishes = page.getByRole('dialog').getByRole('button', { name: /Make/u });
    if (await wishes.isVisible()) await wishes.click();
    await expect(page.getByText('This rule cannot be kept', { exact: false })).toBeHidden();
    await expect(async () => {
      const plan = await (await page.request.get(`${api}/plan`)).json();
      expect(plan.outdated).toBe(false);
      const tables = (await (await page.request.get(api)).json()).tables as { id: string; number: number }[];
      const [first = '', second = ''] = [1, 2].map(
        (wanted) => tables.find(({ number }) => number === wanted)?.id ?? '',
      );
      for (const round of plan.schedule.rounds as Record<string, { students: string[] }>[]) {
        expect(round[first]?.students).toContain(one.id);
        expect(round[second]?.students).toContain(other.id);
      }
    }).toPass({ timeout: 30_000 });
    await expectAccessible(page, 'plan with rules');
    const phone = await screens.open('phone', server.ready.phones[0] ?? '');
    await expect(phone.locator('body')).not.toContainText(/quiet|apart|step-free/iu);
  });
});
