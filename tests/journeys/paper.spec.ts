/** Paper for the night on which nothing else works: printed, found to be old, printed again, also without a server. */
import { expect, type Page, test } from '@playwright/test';
import { enterConsole } from '../support/enter-console.ts';
import { pdfPages, tornPages } from '../support/printed.ts';
import { type RealServer, realServer } from '../support/real-server.ts';
import { expectAccessible, expectPhase, type Screens, screensOf, shownOn } from '../support/screens.ts';

let server: RealServer;
let screens: Screens;
test.beforeEach(async ({ browser }) => {
  server = await realServer({ DEMO: '1' });
  screens = screensOf(browser);
});
test.afterEach(async () => {
  const info = test.info();
  if (info.status !== info.expectedStatus) await screens.picture((name) => info.outputPath(name));
  await screens.close();
  await server.remove();
});

const section = (page: Page, name: string) =>
  page.getByRole('navigation').first().getByRole('link', { name, exact: true }).click();
const sheets = (page: Page) => page.locator('.paper-page');
const box = (page: Page, name: RegExp) =>
  page.getByRole('group', { name: 'What to print' }).getByRole('checkbox', { name });
/** What the page says of one kind of sheet. */
const choice = (page: Page, name: RegExp) =>
  page.locator('.print-sheet').filter({ has: page.getByRole('checkbox', { name }) });
const oldPaper = (page: Page) =>
  page
    .getByRole('region', { name: /^Needs you/u })
    .getByRole('listitem')
    .filter({ hasText: 'The paper is of' });

async function signedIn(): Promise<Page> {
  const organiser = await screens.open('console', server.ready.console);
  await enterConsole(organiser);
  await organiser.getByRole('link', { name: /Careers Night/u }).click();
  return organiser;
}

/** What each list and each badge says of itself in its foot, each once. */
async function feet(page: Page): Promise<string[]> {
  await sheets(page).first().waitFor();
  const texts = await sheets(page).locator('footer :is(b, p)', { hasText: /^Plan/u }).allTextContents();
  expect(texts).toHaveLength(await page.locator('.paper-page:not(.bare), .badge').count());
  return [...new Set(texts.map((text) => text.replace(/\d\d:\d\d$/u, 'HH:MM')))];
}

test('plan, print, a table closes, Live names the old sheets, print again; and print when the server is gone', async () => {
  test.setTimeout(180_000);
  const organiser = await signedIn();

  await test.step('all sheets of the published plan, on A4, with the plan and the time in every foot', async () => {
    await section(organiser, 'Plan');
    await organiser.getByRole('button', { name: 'Print', exact: true }).click();
    await expect(organiser.getByRole('button', { name: 'Print 15 pages on A4' })).toBeVisible();
    await expect(organiser.getByRole('heading', { name: /^Table \d+, /u })).toHaveCount(12);
    await expect(organiser.locator('.paper-people tbody tr')).toHaveCount(68);
    await expect(organiser.getByRole('heading', { name: 'If the network dies' })).toBeVisible();
    expect(await feet(organiser)).toEqual(['Plan 1, printed HH:MM']);
    expect(await tornPages(organiser)).toEqual([]);
    await expectAccessible(organiser, 'paper');
    expect(await pdfPages(organiser)).toBe(15);
    await expect(organiser.getByRole('status')).toContainText(
      'Plan 1 is on paper: table lists, people list and run sheet',
    );
    await expect(choice(organiser, /Run sheet/u)).toContainText(/Plan 1, printed \d\d:\d\d by Mei/u);
  });

  await test.step('a dialog that was cancelled is taken back', async () => {
    await organiser.getByRole('button', { name: 'It was not printed' }).click();
    await expect(choice(organiser, /Run sheet/u)).toContainText('Not printed yet');
    expect(await pdfPages(organiser)).toBe(15);
    await expect(choice(organiser, /Run sheet/u)).toContainText('Plan 1, printed');
  });

  await test.step('badges are chosen by the keyboard, and printed with the others', async () => {
    await box(organiser, /^Run sheet/u).focus();
    for (let time = 0; time < 4; time++) await organiser.keyboard.press('Tab');
    await expect(box(organiser, /^Badges/u)).toBeFocused();
    await organiser.keyboard.press('Space');
    await expect(organiser.locator('.badge')).toHaveCount(68);
    await expect(box(organiser, /^Badges/u), 'the keyboard goes on where it was').toBeFocused();
    await expect(organiser.getByRole('button', { name: 'Print 32 pages on A4' })).toBeVisible();
    expect(await tornPages(organiser)).toEqual([]);
    await expectAccessible(organiser, 'badges');
    expect(await pdfPages(organiser)).toBe(32);
    await expect(choice(organiser, /^Badges/u)).toContainText(/Plan 1, printed \d\d:\d\d by Mei/u);
  });

  await test.step('the start seats those who are here, so the paper is old; the card leads to new paper', async () => {
    await section(organiser, 'Live');
    await expect(organiser.getByText(/52 students and 12 mentors here/u)).toBeVisible();
    await expect(oldPaper(organiser)).toHaveCount(0);
    await organiser.getByRole('button', { name: /Start round 1/u }).click();
    await expectPhase(organiser, 'talking', 1);
    await expect(oldPaper(organiser)).toContainText('The paper is of plan 1, plan 2 is out');
    await expect(oldPaper(organiser)).toContainText(
      /Print again: table lists, people list and run sheet\. \d+ badges changed/u,
    );
    const said = (await oldPaper(organiser).textContent()) ?? '';
    const changed = Number(/(\d+) badges changed since plan 1: print those\./u.exec(said)?.[1]);
    await oldPaper(organiser).getByRole('button', { name: 'Print again' }).click();
    expect(await feet(organiser)).toEqual(['Plan 2, printed HH:MM']);
    // nobody came without a badge of plan 1, and whoever keeps their seats keeps their badge
    await expect(organiser.locator('.badge')).toHaveCount(changed);
    expect(changed).toBeLessThan(68);
    await expect(organiser.getByText(`Only the ${changed} that are new or changed`)).toBeVisible();
    await pdfPages(organiser);
    await expect(organiser.locator('.badge'), 'what is printed stays on the page').toHaveCount(changed);
    await section(organiser, 'Live');
    await expect(oldPaper(organiser)).toHaveCount(0);
  });

  await test.step('a table closes in the night: Live names the sheets that are old', async () => {
    // keys are heard once the room is on the screen
    await expect(organiser.getByRole('heading', { name: /^Tables in round/u })).toBeVisible();
    await organiser.keyboard.press('t');
    await organiser.keyboard.type('12');
    const dialog = organiser.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Close table 12' }).click();
    await dialog.getByRole('button', { name: /^Apply/u }).click();
    await organiser.keyboard.press('Escape');
    await expect(oldPaper(organiser)).toContainText('The paper is of plan 2, plan 3 is out');
    await expect(oldPaper(organiser)).toContainText('Print again: table lists, people list and run sheet');
    await expect(oldPaper(organiser)).toContainText(/badges changed since plans? (1 and )?2: print those/u);
    await expectAccessible(organiser, 'old paper');
  });

  await test.step('one sheet alone is one page; then the card names the others', async () => {
    await organiser.keyboard.press('l');
    for (const name of [/^Table lists/u, /^People list/u]) await box(organiser, name).uncheck();
    await expect(organiser.getByRole('button', { name: 'Print 1 page on A4' })).toBeVisible();
    await expect(organiser.getByText('Table 12 closed tonight.')).toBeVisible();
    expect(await pdfPages(organiser)).toBe(1);
    await section(organiser, 'Live');
    await expect(oldPaper(organiser)).toContainText('Print again: table lists and people list.');
    await expect(oldPaper(organiser)).toContainText('badges changed');
  });

  await test.step('new paper has neither the table nor its seats, and the card is gone', async () => {
    await oldPaper(organiser).getByRole('button', { name: 'Print again' }).click();
    await expect(organiser.getByRole('heading', { name: /^Table \d+, /u })).toHaveCount(11);
    await expect(organiser.getByRole('heading', { name: 'Table 12, Lark' })).toHaveCount(0);
    const seats = await organiser.locator('.paper-people tbody td').allTextContents();
    expect(seats).not.toContain('12');
    expect(seats).toContain('11');
    expect(await feet(organiser)).toEqual(['Plan 3, printed HH:MM']);
    expect(await tornPages(organiser)).toEqual([]);
    expect(await pdfPages(organiser)).toBe(await sheets(organiser).count());
    await section(organiser, 'Live');
    await expect(oldPaper(organiser)).toHaveCount(0);
  });

  await test.step('who uses no paper is not asked again, until they do', async () => {
    await expect(organiser.getByRole('button', { name: 'Undo: table 12 closed' }).first()).toBeVisible();
    await organiser.keyboard.press('z');
    await expect(oldPaper(organiser)).toContainText('The paper is of plan 3, plan 2 is out');
    await oldPaper(organiser).getByRole('button', { name: 'We use no paper' }).click();
    await expect(oldPaper(organiser)).toHaveCount(0);
    await organiser.reload();
    await expectPhase(organiser, 'talking', 1);
    await expect(oldPaper(organiser)).toHaveCount(0);
    await organiser.keyboard.press('l');
    await organiser.getByRole('button', { name: 'We do use paper' }).click();
    await section(organiser, 'Live');
    await expect(oldPaper(organiser)).toHaveCount(1);
  });

  await test.step('the server dies: the page to print still opens and prints, and the server hears of it later', async () => {
    await organiser.reload();
    await expectPhase(organiser, 'talking', 1);
    await organiser.waitForLoadState('networkidle');
    await screens.whileServerIsGone(async () => {
      await server.kill9();
      await organiser.keyboard.press('l');
      await expect(organiser.getByRole('heading', { name: /^Table \d+, /u })).toHaveCount(12);
      await box(organiser, /^Badges/u).check();
      await pdfPages(organiser);
      await expect(organiser.getByRole('status')).toContainText('The server is silent');
      await server.start();
      await expect(organiser.getByRole('status')).toContainText('Plan 2 is on paper', { timeout: 20_000 });
    });
    await section(organiser, 'Live');
    await expect(shownOn(organiser)).toHaveAttribute('data-phase', 'talking');
    await expect(oldPaper(organiser)).toHaveCount(0);
  });
  screens.expectNoErrors();
});

test('mentors move, twenty rounds, long names, three figures: nothing is cut off, and the run sheet is one page', async () => {
  test.setTimeout(120_000);
  const organiser = await signedIn();
  const ask = async (method: 'post' | 'put', path: string, data: object) => {
    const answer = await organiser.request[method](`${server.origin}/api/events${path}`, { data });
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
    return answer.json();
  };
  const name = 'Careers Night of the Faculty of Natural and Mathematical Sciences';
  const event = await ask('post', '', { name, timeZone: 'Europe/London' });
  const agenda = { welcomeMinutes: 10, panelMinutes: 15, freeTalkMinutes: 30, breakAfterRound: 10, breakMinutes: 15 };
  await ask('put', `/${event.id}/settings`, {
    ...{ ...event.settings, ...agenda, place: 'The Great Hall of the Old Library, second floor on the left' },
    ...{ rounds: 20, roundMinutes: 5, changeoverMinutes: 1, whoMoves: 'mentors' },
  });
  const mentors: string[] = [];
  const add = async (role: string, who: string): Promise<string> =>
    (await ask('post', `/${event.id}/people`, { details: { role, name: who, industries: ['Engineering'] } })).id;
  for (let n = 0; n < 40; n++)
    mentors.push(await add('mentor', `Oluwaseun Adébáyọ̀-Fitzgerald-${String.fromCharCode(65 + (n % 26))}${n}`));
  for (let n = 0; n < 60; n++) await add('student', `Maximiliana-Josephine${n} Ångström`);
  const tables = mentors.map((mentor, n) => ({
    ...{
      number: 961 + n > 999 ? n : 961 + n,
      name: n === 0 ? 'The quiet corner by the eastern windows' : '',
      seats: 3,
    },
    ...{ mentors: [mentor], stepFree: true, quiet: false, column: n % 8, row: Math.floor(n / 8) },
  }));
  await ask('put', `/${event.id}/floor`, { tables });
  const plan = await ask('post', `/${event.id}/plan`, { basis: 'expected', seed: 1 });
  await ask('post', `/${event.id}/plan/${plan.version}/publish`, {});

  await organiser.goto(`${server.origin}/#/events/${event.id}/print`);
  const last = sheets(organiser).last();
  await expect(last).toContainText('Mentors, move now. Students, stay seated.', { timeout: 15_000 });
  expect(await sheets(organiser).count()).toBeGreaterThan(40);
  expect(await tornPages(organiser)).toEqual([]);
  expect(await pdfPages(organiser)).toBe(await sheets(organiser).count());
  await organiser.goto(`${server.origin}/#/events/${event.id}/print/run`);
  await expect(sheets(organiser)).toHaveCount(1);
  await expect(sheets(organiser).locator('tbody tr')).toHaveCount(26);
  expect(await pdfPages(organiser)).toBe(1);
  screens.expectNoErrors();
});
