/** A whole evening of the console without a mouse: the focus is seen at every stop, and no act loses it. */
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { screensForEach, serverForAll } from '../support/journey.ts';
import { attribute, expectPhase } from '../support/screens.ts';

const SAMPLES = join(import.meta.dirname, '..', 'samples');
const PASSWORD = 'purple kettle walks home';
/** More stops than any page of the journey has. */
const MOST_STOPS = 260;
/** Two cores may be busy with other pages while a plan is made or mended. */
const PATIENCE = { timeout: 20_000 };

const server = serverForAll();
const screens = screensForEach();

/** What has the focus, in words, and what is wrong with it; null where nothing has it. */
const stop = (page: Page) =>
  page.evaluate(() => {
    const one = document.activeElement;
    if (one === null || one === document.body || one === document.documentElement) return null;
    const ringed = [one, one.closest('label'), one.closest(':focus-within:not(:focus)')].some((each) => {
      if (each === null) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (
        (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || (each === one && boxShadow !== 'none')
      );
    });
    const { left, right, top, bottom } = one.getBoundingClientRect();
    const inSight = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
    const words = (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 60);
    const name = `${one.localName}.${one.getAttribute('class') ?? ''} ${one.id} ${one.getAttribute('type') ?? ''} ${words}`;
    return { name, fault: ringed ? (inSight ? null : 'out of sight') : 'no ring' };
  });

/** Presses Tab until this has the focus; each stop on the way must be seen. */
async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await wanted.waitFor(PATIENCE);
  const faults = new Set<string>();
  const passed: string[] = [];
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await wanted.evaluate((one) => one === document.activeElement)) break;
    await page.keyboard.press(key);
    // between the last stop and the first lies the browser's own frame
    const at = await stop(page);
    passed.push(at?.name ?? 'the browser');
    if (at !== null && at.fault !== null) faults.add(`${at.name}: ${at.fault}`);
  }
  await expect(wanted, `is reached by ${key}, past ${passed.slice(0, 20).join(' | ')}`).toBeFocused();
  expect([...faults], 'every stop is seen').toEqual([]);
}

/** Something has the focus, also after what had it is gone. */
async function keptFocus(page: Page, after: string): Promise<void> {
  await expect
    .poll(async () => (await stop(page))?.name ?? '', {
      message: `something has the focus after: ${after}`,
      timeout: 5_000,
    })
    .not.toBe('');
}

async function press(page: Page, wanted: Locator, what: string): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
  await keptFocus(page, what);
}

async function write(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).first();

/** From anywhere, by the palette. */
async function go(page: Page, section: string, heading: Locator): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type(section);
  await page.keyboard.press('Enter');
  await heading.waitFor();
  await keptFocus(page, `going to ${section}`);
}

async function importFile(page: Page, file: string): Promise<void> {
  await press(page, button(page, 'Import a file'), 'Import a file');
  const dialog = page.getByRole('dialog');
  await tabTo(page, dialog.locator('input[type=file]'));
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(join(SAMPLES, file));
  await press(page, dialog.getByRole('button', { name: /^Apply/u }), `Apply ${file}`);
  await expect(dialog).toBeHidden(PATIENCE);
  await keptFocus(page, `${file} is applied`);
}

/** The clock takes no press while one is on the way, and none in the two seconds after a step. */
const ready = (page: Page) =>
  page.waitForFunction(() => !document.querySelector('.next[aria-disabled="true"], .next[aria-busy="true"]'));

test('an evening is made, planned, run and mended by keys alone', async () => {
  test.setTimeout(300_000);
  const page = await screens.open('console', server.ready.console);
  // files are given by the journey from now on, not only once it waits for one
  page.on('filechooser', () => {});
  // no part of this journey may fall back on a pointer
  await page.evaluate(() => {
    for (const kind of ['pointerdown', 'mousedown'])
      addEventListener(kind, () => console.error(`a ${kind} in a journey without a mouse`), true);
  });

  await test.step('signs in and makes an evening', async () => {
    await page.getByRole('heading', { name: 'Welcome. Who are you?' }).waitFor();
    await write(page, page.getByLabel('Name', { exact: true }), 'Mei');
    await write(page, page.getByLabel('E-mail'), 'mei@staff.example.org');
    await write(page, page.getByLabel('Password', { exact: true }), PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Events', exact: true }).waitFor();
    await keptFocus(page, 'signing in');
    await write(page, page.getByLabel('Name of the evening'), 'Careers Night');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Set up' }).waitFor();
    await keptFocus(page, 'making an event');
  });

  await test.step('sets it up', async () => {
    await write(page, page.getByLabel('Rounds', { exact: true }), '4');
    await write(page, page.getByLabel('Minutes in a round'), '10');
    await press(page, button(page, 'Save'), 'Save');
    await expect(page.getByText('4 rounds of 10 with', { exact: false })).toBeVisible();
  });

  await test.step('imports people, and gives them tables', async () => {
    await go(page, 'People', page.getByRole('heading', { name: 'People', exact: true }));
    await importFile(page, 'eventbrite-students.csv');
    await importFile(page, 'mentors-google-form.csv');
    await go(page, 'Floor', page.getByRole('heading', { name: 'Floor', exact: true }));
    await tabTo(page, button(page, 'Add a table'));
    for (let table = 7; table <= 14; table++) await page.keyboard.press('Enter');
    await press(page, button(page, 'Deal mentors to tables'), 'Deal mentors');
    await press(page, button(page, 'Save floor'), 'Save floor');
    await expect(page.getByText('for 64 students', { exact: false })).toBeVisible();
  });

  const live = page.getByRole('heading', { name: 'Needs you' });
  await test.step('makes a plan, publishes it, takes it back and publishes it again', async () => {
    await go(page, 'Plan', page.getByRole('heading', { name: 'Plan', exact: true }));
    await press(page, button(page, 'Make the plan'), 'Make the plan');
    await expect(page.getByText('All firm rules are kept.')).toBeVisible(PATIENCE);
    await keptFocus(page, 'the plan is made');
    await press(page, button(page, 'Publish plan'), 'Publish plan');
    await expect(page.getByText('Phones and displays follow it', { exact: false })).toBeVisible();
    await keptFocus(page, 'the plan is published');
    await go(page, 'Live', live);
    await expect(button(page, /Undo publish/u)).toBeVisible();
    await page.keyboard.press('z');
    await expect(button(page, /Undo publish/u)).toBeHidden(PATIENCE);
    await go(page, 'Plan', page.getByRole('heading', { name: 'Plan', exact: true }));
    await press(page, button(page, 'Publish plan'), 'Publish plan again');
    await expect(page.getByText('Phones and displays follow it', { exact: false })).toBeVisible();
    await go(page, 'Live', live);
  });

  const search = page.getByRole('searchbox', { name: 'Name or code' });
  const eventId = /events\/([^/]+)/u.exec(page.url())?.[1] ?? '';
  const api = `${server.origin}/api/events/${eventId}`;
  await test.step('checks somebody in', async () => {
    await page.keyboard.press('c');
    await expect(search).toBeFocused();
    await page.keyboard.type('samir jan');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Samir Jankowski').first()).toBeVisible();
    await expect(search, 'the next one can be typed at once').toBeFocused();
    await page.keyboard.press('Escape');
  });

  const people = (await (await page.request.get(`${api}/people`)).json()) as {
    readonly id: string;
    readonly name: string;
    readonly standing: string;
  }[];
  for (const person of people.filter(({ standing }) => standing === 'active'))
    await page.request.put(`${api}/people/${person.id}/presence`, { data: { here: true } });
  await expect(page.getByText('Students here: 64 of 64').first()).toBeVisible(PATIENCE);
  // what the start would do is asked for anew as people come
  await expect(page.getByText(/^64 students and 14 mentors/u)).toBeVisible(PATIENCE);

  await test.step('starts, goes on, pauses, takes back', async () => {
    await page.keyboard.press('n');
    await expectPhase(page, 'talking', 1);
    await ready(page);
    await page.keyboard.press('n');
    await expectPhase(page, 'moving', 2);
    await ready(page);
    await page.keyboard.press('z');
    await expectPhase(page, 'talking', 1);
    await ready(page);
    await page.keyboard.press('p');
    await expectPhase(page, 'paused');
    // on a busy machine the answer to the last key may still be on its way, and this one is then not heard
    await expect(async () => {
      await ready(page);
      if ((await attribute(page, 'phase')) === 'paused') await page.keyboard.press('p');
      expect(await attribute(page, 'phase')).toBe('talking');
    }).toPass({ intervals: [2_000], timeout: 30_000 });
    await expectPhase(page, 'talking', 1);
  });

  await test.step('the rarer acts open and close without losing the place', async () => {
    const more = button(page, 'More');
    await press(page, more, 'More');
    await expect(more).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await expect(more).toBeFocused();
  });

  await test.step('a walk-in, and the desk goes on', async () => {
    await page.keyboard.press('w');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('Name')).toBeFocused();
    await page.keyboard.type('Ada Walker');
    await page.keyboard.press('Enter');
    const seat = dialog.getByRole('button', { name: /^Apply|^Give|^Seat/u }).first();
    await expect(seat).toBeFocused(PATIENCE);
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('button', { name: 'Done' })).toBeFocused(PATIENCE);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await keptFocus(page, 'a walk-in');
    await page.keyboard.press('c');
    await expect(search).toBeFocused();
    await page.keyboard.type('zoe bro');
    await expect(page.getByRole('list', { name: 'People found' }).getByText('Zoë Brough')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(search).toHaveValue('');
    await page.keyboard.press('/');
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await page.keyboard.type('ada walker');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByRole('heading', { name: 'Ada Walker' })).toBeVisible();
    await page.keyboard.press('Escape');
    await keptFocus(page, 'looking somebody up');
  });

  await test.step('a call to the desk is answered by its number and Enter', async () => {
    const zoe = people.find(({ name }) => name === 'Zoë Brough');
    const link = await page.request.get(`${api}/people/${zoe?.id}/link`);
    expect(link.status()).toBe(200);
    const phone = await screens.open('phone', ((await link.json()) as { url: string }).url);
    await phone.getByRole('button', { name: 'Tell the desk' }).click();
    await phone.getByRole('button', { name: 'I am lost' }).click();
    const card = page.locator('[data-need]').filter({ has: page.getByRole('heading', { name: /^Zoë Brough/u }) });
    await expect(card).toBeVisible(PATIENCE);
    const number = await card.getAttribute('data-need');
    await page.keyboard.press(number ?? '');
    await expect(card.getByRole('button').first()).toBeFocused();
    expect((await stop(page))?.fault).toBeNull();
    await page.keyboard.press('Enter');
    await expect(card).toHaveCount(0);
    await keptFocus(page, 'a call is answered');
  });

  await test.step('all keys are listed, and the sheet gives the place back', async () => {
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'All keys' });
    await expect(sheet).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await keptFocus(page, 'the sheet of keys');
  });
  screens.expectNoErrors();
});
