/** A matchmaker clears the week's queue of fifty by keys; a mentor answers from the mail, and both are introduced. */
import { expect, test } from '@playwright/test';
import { writeMembers } from '../support/community-rows.ts';
import { enterConsole } from '../support/enter-console.ts';
import { mailingServerForAll, screensForEach } from '../support/journey.ts';
import { expectAccessible } from '../support/screens.ts';
import { thatWasMe } from '../support/that-was-me.ts';

const ASKERS = 50;
const MENTORS = 30;
/** A minute's work: one key for each, and a look before it. */
const WITHIN_MS = 120_000;

const { server, post } = mailingServerForAll({ DEMO: '1' });
const screens = screensForEach();

test.beforeAll(() => {
  const someone = (kind: string, nth: number, years: number) => ({
    ...{ id: `${kind}-${nth}`, name: `${kind} Number${nth}`, email: `${kind.toLowerCase()}${nth}@example.org`, years },
  });
  const askers = Array.from({ length: ASKERS }, (_, nth) => ({
    ...{ ...someone('Asker', nth, 0), perMonth: 0, line: `How did you begin, number ${nth}?` },
  }));
  const mentors = Array.from({ length: MENTORS }, (_, nth) => ({
    ...someone('Mentor', nth, 12),
    perMonth: 2,
    line: null,
  }));
  server.write((db) => writeMembers(db, [...askers, ...mentors], Date.now()));
});

const mailsTo = (email: string) => post.mails.filter(({ to }) => [to].flat()[0]?.text === email);

test('fifty introductions are decided in two minutes, each with one key', async () => {
  test.setTimeout(300_000);
  const desk = await screens.open('console', server.ready.console);
  await enterConsole(desk);
  await desk.getByRole('link', { name: 'Community' }).click();
  await desk.getByRole('button', { name: 'Propose now' }).click();
  await expect(desk.getByRole('heading', { name: `${ASKERS} introductions to decide` })).toBeVisible();
  await expectAccessible(desk, 'the queue');

  let keys = 0;
  const press = async (key: string): Promise<void> => {
    keys += 1;
    await desk.keyboard.press(key);
  };
  const begun = Date.now();
  const skipped = async (): Promise<void> => {
    const names = desk.locator('[aria-current="true"]').getByRole('button').locator('b');
    const [asker = '', mentor = ''] = await names.allInnerTexts();
    await press('s');
    const pair = desk.getByRole('button').filter({ has: desk.getByText(asker, { exact: true }) });
    await expect(pair.filter({ hasNot: desk.getByText(mentor, { exact: true }) })).toBeVisible();
  };
  await test.step('A for each, U for one that was a slip, S for one, in whose place the next choice comes', async () => {
    for (let left = ASKERS; left > 0; left -= 1) {
      const heading = left === 1 ? '1 introduction to decide' : `${left} introductions to decide`;
      await expect(desk.getByRole('heading', { name: heading })).toBeVisible();
      if (left === 40) {
        await press('a');
        await press('u');
      }
      if (left === 25) await skipped();
      await press('a');
    }
    await expect(desk.getByRole('heading', { name: 'Nothing waits for you' })).toBeVisible();
  });
  const took = Date.now() - begun;
  console.log(`a queue of ${ASKERS}: ${keys} keys in ${(took / 1000).toFixed(1)} s`);
  expect(keys).toBe(ASKERS + 3);
  expect(took).toBeLessThan(WITHIN_MS);

  await test.step('half a minute later each mentor has one mail for each who asks, and one answers from it', async () => {
    const asked = () => post.mails.filter(({ text }) => /\/introductions\//u.test(text ?? ''));
    await expect.poll(() => asked().length, { timeout: 90_000 }).toBe(ASKERS);
    const [mail] = asked();
    const link = /http\S+\/introductions\/\S+/u.exec(mail?.text ?? '')?.[0] ?? '';
    const answering = await screens.open('phone', link);
    await expect(answering.getByRole('heading', { name: /May we introduce Asker to you/u })).toBeVisible();
    await expectAccessible(answering, 'the question');
    await answering.getByRole('button', { name: 'Send: yes' }).click();
    await expect(answering.getByRole('heading', { name: 'You are introduced.' })).toBeVisible();

    const line = /How did you begin, number (\d+)\?/u.exec(mail?.text ?? '');
    const asker = `asker${line?.[1]}@example.org`;
    const mentor = [mail?.to].flat()[0]?.text ?? '';
    const introduction = (to: string) => mailsTo(to).filter(({ replyTo }) => replyTo?.text !== undefined);
    await expect.poll(() => introduction(asker).length, { timeout: 30_000 }).toBe(1);
    await expect.poll(() => introduction(mentor).length, { timeout: 30_000 }).toBe(1);
    expect(introduction(asker)[0]?.replyTo?.text).toContain(mentor);
    expect(introduction(mentor)[0]?.replyTo?.text).toContain(asker);
  });
  await screens.expectNoErrors();
});

test('a community that was kept elsewhere comes in from a file, is asked by mail, and its figures are told', async () => {
  test.setTimeout(120_000);
  const desk = await screens.open('console', `${server.origin}/`);
  await enterConsole(desk);
  await desk.getByRole('link', { name: 'Community' }).click();
  const file = (name: string, lines: readonly string[]) => ({
    ...{ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) },
  });
  await test.step('a preview names row, field and remedy, and nothing is written before it is applied', async () => {
    await desk.getByRole('link', { name: 'Import', exact: true }).click();
    const lines = [
      'name,email,years',
      'Noor Aziz,noor@example.org,4',
      'Kit Vale,kit at example,2',
      'Ada Lo,ada@example.org,many',
    ];
    await desk.getByLabel('File').first().setInputFiles(file('members.csv', lines));
    await expect(desk.getByText('3 rows: 2 new, 0 changed, 0 as before.')).toBeVisible();
    await expect(desk.getByText(/Row 3, e-mail:.*kit at example.*Write an address/u)).toBeVisible();
    await expect(desk.getByText(/Row 4, years:.*many.*Write a whole number/u)).toBeVisible();
    await desk.getByRole('button', { name: 'Take in 2' }).click();
    await expect(desk.getByText('2 taken in.')).toBeVisible();
  });
  await test.step('once the page was left, who was written down is asked by one mail each', async () => {
    await desk.getByRole('link', { name: 'Members', exact: true }).click();
    await expect(desk.getByLabel('Find by name or address')).toBeVisible();
    await desk.getByRole('link', { name: 'Import', exact: true }).click();
    await desk.getByRole('button', { name: 'Ask 2 people by mail' }).click();
    await expect(desk.getByText('2 people are asked by mail.')).toBeVisible();
    await expect.poll(() => [mailsTo('noor@example.org').length, mailsTo('ada@example.org').length]).toEqual([1, 1]);
    const link = /http\S+\/community\/\S+/u.exec(mailsTo('noor@example.org')[0]?.text ?? '')?.[0] ?? '';
    const page = await screens.open('phone', link);
    await expect(page.getByRole('heading', { name: 'Would you like to be with us?' })).toBeVisible();
    await expectAccessible(page, 'somebody who was written down');
    await page.getByRole('button', { name: 'Yes, keep me' }).click();
    await expect(page.getByRole('alert')).toContainText('Agree to be kept as a member');
    await page.getByLabel('Keep what I say here').check();
    await page.getByLabel('Give my address to the other side').check();
    await page.getByRole('button', { name: 'Yes, keep me' }).click();
    await expect(page.getByRole('heading', { name: 'Hello Noor Aziz' })).toBeVisible();
  });
  await test.step('earlier introductions count for who they were of', async () => {
    const lines = ['asker,mentor,date,outcome', 'ada@example.org,noor@example.org,2026-03-02,met'];
    await desk.getByLabel('File').last().setInputFiles(file('introductions.csv', lines));
    await desk.getByRole('button', { name: 'Take in 1' }).click();
    await expect(desk.getByText('1 taken in.')).toBeVisible();
    await desk.getByRole('button', { name: /^Undo .*introductions\.csv/u }).click();
    await expect(desk.getByText('1 introduction is taken out again.')).toBeVisible();
    await expectAccessible(desk, 'what taking an import back would do');
    await desk.getByRole('button', { name: 'Cancel' }).click();
    await desk.getByRole('link', { name: 'Members', exact: true }).click();
    await desk.getByLabel('Find by name or address').fill('noor');
    const row = desk.getByRole('row', { name: /Noor Aziz/u });
    await expect(row.getByRole('cell', { name: '1', exact: true })).toBeVisible();
    await desk.getByLabel('Find by name or address').fill('nobody of that name');
    await expect(desk.getByText('Nobody of that name.')).toBeVisible();
  });
  await test.step('the figures of a span are shown, and saved as a file', async () => {
    await desk.getByRole('link', { name: 'Figures' }).click();
    await desk.getByLabel('From').fill('2026-01-01');
    await expect(desk.getByText('Asked, or were asked')).toBeVisible();
    const [saved] = await Promise.all([
      desk.waitForEvent('download'),
      desk.getByRole('link', { name: 'Save as a file' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('introductions.csv');
  });
  await screens.expectNoErrors();
});

test('somebody joins by the public page, says that it was they, asks, changes their mind, and leaves with nothing kept', async () => {
  test.setTimeout(120_000);
  const page = await screens.open('phone', `${server.origin}/community`);
  const email = 'robin.hale@example.org';
  await test.step('the form names what is missing, and takes what is right', async () => {
    await page.getByRole('button', { name: 'Join' }).click();
    await expect(page.getByRole('alert')).toContainText('Agree to be kept as a member');
    await page.getByLabel('Name').fill('Robin Hale');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('I would like to be introduced to somebody').check();
    await page.getByLabel('What would you like to ask?').fill('Is it worth learning to write well?');
    await page.getByLabel('Keep what I say here').check();
    await page.getByRole('button', { name: 'Join' }).click();
    await expect(page.getByRole('heading', { name: 'Look in your mail' })).toBeVisible();
  });
  const own = await test.step('the mailed link shows what was typed before any of it counts', async () => {
    await expect.poll(() => mailsTo(email).length, { timeout: 30_000 }).toBe(1);
    const link = /http\S+\/community\/\S+/u.exec(mailsTo(email)[0]?.text ?? '')?.[0] ?? '';
    const opened = await screens.open('phone', link);
    await expect(opened.getByRole('heading', { name: 'Was it you?' })).toBeVisible();
    await expect(opened.getByText('Robin Hale')).toBeVisible();
    await thatWasMe(opened);
    await expect(opened.getByRole('heading', { name: 'Hello Robin Hale' })).toBeVisible();
    return opened;
  });
  await test.step('asks for somebody else, and takes the first request back', async () => {
    await expect(own.getByText('Is it worth learning to write well?')).toBeVisible();
    await own.getByRole('button', { name: /^Take back/u }).click();
    await expect(own.getByRole('button', { name: /^Take back/u })).toHaveCount(0);
    await own.getByRole('button', { name: 'Ask for an introduction' }).click();
    await own.getByLabel('What would you like to ask?').fill('How did you choose?');
    await own.getByRole('button', { name: 'Ask', exact: true }).click();
    await expect(own.getByText('How did you choose?')).toBeVisible();
  });
  await test.step('changes what they do, and has it as a file', async () => {
    await own.getByRole('button', { name: 'Change' }).click();
    await own.getByLabel('What you do, in one line').fill('Studies history');
    await own.getByRole('button', { name: 'Save' }).click();
    await expect(own.getByText('Studies history')).toBeVisible();
    const [file] = await Promise.all([
      own.waitForEvent('download'),
      own.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('my-data.json');
  });
  await test.step('leaves, asked twice; the link opens nothing any more', async () => {
    await own.getByRole('button', { name: 'Leave and delete' }).click();
    await own.getByRole('button', { name: 'Delete everything' }).click();
    await expect(own.getByRole('heading', { name: 'Everything is deleted' })).toBeVisible();
    await own.reload();
    await expect(own.getByRole('heading', { name: 'This link does not open a page.' })).toBeVisible();
  });
  // a browser writes down that the link opens nothing
  await screens.expectNoErrors(/404 \(Not Found\) \(\/community\/[^/]+\/page\)/u);
});
