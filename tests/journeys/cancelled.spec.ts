/** An evening is cancelled in the middle and takes place after all: wall, phones, door and public page follow, mail goes out. */
import { expect, type Page, test } from '@playwright/test';
import type { ParsedMail } from 'mailparser';
import { mailingServerForAll, screensForEach } from '../support/journey.ts';
import { type RunningNight, runningNight } from '../support/running-night.ts';
import { expectAccessible, expectPhase } from '../support/screens.ts';
import { thatWasMe } from '../support/that-was-me.ts';

const REASON = 'A water pipe burst in the hall.';
/** The demo evening, and one who registered with the form and so has it in the calendar. */
const EVERYBODY = 69;
const ANN = 'ann@example.org';

const { server, post } = mailingServerForAll({ DEMO: '1' });
const screens = screensForEach();

const off = (page: Page) => page.getByRole('heading', { name: 'This evening is cancelled.' });
const mailsAbout = (subject: RegExp): ParsedMail[] => post.mails.filter((mail) => subject.test(mail.subject ?? ''));
const addressOf = ({ to }: ParsedMail): string => [to].flat()[0]?.text ?? '';
const linkIn = ({ text }: ParsedMail): string => /http:\S+\/me\/\S+/u.exec(text ?? '')?.[0] ?? '';

async function mailTo(address: string, subject: RegExp): Promise<ParsedMail> {
  const found = () => mailsAbout(subject).find((mail) => addressOf(mail) === address);
  await expect.poll(() => found() !== undefined, { message: `${subject} to ${address}` }).toBe(true);
  return found() as ParsedMail;
}

/** METHOD, SEQUENCE and UID of the entry that came with a mail, as a calendar reads them: after long lines are joined. */
function entryIn(mail: ParsedMail): { method: string; sequence: number; uid: string; status: string } {
  const part = mail.attachments.find(({ contentType }) => contentType === 'text/calendar');
  const lines = (part?.content.toString() ?? '').replaceAll(/\r?\n[ \t]/gu, '').split(/\r?\n/u);
  const of = (name: string): string => lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1) ?? '';
  return { method: of('METHOD'), sequence: Number(of('SEQUENCE')), uid: of('UID'), status: of('STATUS') };
}

async function register(join: string): Promise<void> {
  const page = await screens.open('phone', `${join}/student`);
  await page.getByRole('textbox', { name: 'Name' }).fill('Ann Example');
  await page.getByLabel('E-mail', { exact: true }).fill(ANN);
  await page.getByLabel('Yes').first().check();
  await page.getByLabel('You may use my answers to run this evening').check();
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText(`We have written to ${ANN}.`)).toBeVisible();
}

async function openInvitation(page: Page, night: RunningNight): Promise<string> {
  const url = `${night.api}/invitation`;
  const { invitation, address } = await (await page.request.get(url)).json();
  const data = { invitation: { ...invitation, open: true, contactName: 'Mei', contactEmail: 'mei@example.org' } };
  expect((await page.request.put(url, { data })).ok()).toBe(true);
  return new URL(new URL(address).pathname, server.origin).href;
}

test('an evening is cancelled during the night, everybody is told once, and it takes place after all', async () => {
  test.setTimeout(150_000);
  const page = await screens.open('console', server.ready.console);
  const night = await runningNight(server, page);
  const join = await openInvitation(page, night);
  await register(join);
  const invited = entryIn(await mailTo(ANN, /^You are registered/u));
  expect(invited).toMatchObject({ method: 'REQUEST', sequence: 0 });

  await night.start();
  const wall = await screens.open('display', server.ready.display ?? '');
  const student = night.people.find(({ role }) => role === 'student');
  const mentor = night.people.find(({ role }) => role === 'mentor');
  const phone = await screens.open('phone', await night.link(student?.id ?? ''));
  const mentorPhone = await screens.open('phone', await night.link(mentor?.id ?? ''));
  const door = await screens.open('phone', join);
  for (const screen of [wall, phone, mentorPhone]) await expectPhase(screen, 'talking', 1);

  await test.step('whom it tells stands there before the press', async () => {
    await page.reload();
    await page.getByRole('button', { name: 'Cancel the evening…' }).click();
    await expect(page.getByText(`${EVERYBODY} people get a mail each.`)).toBeVisible();
    await expect(page.getByText('1 of them has it taken out of the calendar.')).toBeVisible();
    await page.getByLabel('Reason').fill(REASON);
    await expectAccessible(page, 'asked whether to cancel');
    expect(mailsAbout(/^Cancelled/u)).toEqual([]);
    await page.getByRole('button', { name: 'Cancel and tell everybody' }).click();
    await expect(page.getByText('The evening is cancelled, and everybody is told.')).toBeVisible();
  });

  await test.step('wall and phones say so without a reload, with the reason', async () => {
    for (const screen of [wall, phone, mentorPhone]) {
      await expect(off(screen)).toBeVisible();
      await expect(screen.getByText(REASON)).toBeVisible();
    }
    await expect(phone.getByText('Whom you met and what you wrote stays here.')).toBeVisible();
    await expect(phone.getByRole('heading', { name: 'People you met' })).toBeVisible();
    for (const [screen, what] of [
      [page, 'set up, cancelled'],
      [wall, 'the wall, cancelled'],
      [phone, 'a phone, cancelled'],
    ] as const)
      await expectAccessible(screen, what);
    await door.reload();
    await expect(door.getByText('Nobody can register for it.')).toBeVisible();
    await expect(door.getByRole('link', { name: 'Register as a student' })).toHaveCount(0);
    await expectAccessible(door, 'the public page, cancelled');
  });

  await test.step('nothing can be pressed', async () => {
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Live' }).click();
    await expect(page.getByRole('heading', { name: 'This evening is cancelled.' })).toBeVisible();
    await expect(page.getByRole('button', { name: /Move now|Start round|Finish/u })).toHaveCount(0);
    await expectAccessible(page, 'the live page, cancelled');
  });

  await test.step('everybody gets one mail, and a calendar takes the evening out', async () => {
    await expect.poll(() => mailsAbout(/^Cancelled/u).length, { timeout: 30_000 }).toBe(EVERYBODY);
    expect(new Set(mailsAbout(/^Cancelled/u).map(addressOf)).size).toBe(EVERYBODY);
    const mail = await mailTo(ANN, /^Cancelled/u);
    expect(mail.text).toContain(REASON);
    const entry = entryIn(mail);
    expect(entry).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', uid: invited.uid });
    expect(entry.sequence).toBeGreaterThan(invited.sequence);
    const own = await screens.open('phone', linkIn(mail));
    await thatWasMe(own);
    await expect(off(own)).toBeVisible();
  });

  await test.step('it takes place after all: screens go on, and those who were told are told', async () => {
    await page.getByRole('link', { name: 'Take it back on Set up' }).click();
    await page.getByRole('button', { name: 'It takes place after all…' }).click();
    await expect(page.getByText(`${EVERYBODY} people were told, and hear that it takes place.`)).toBeVisible();
    await page.getByRole('button', { name: 'It takes place: tell everybody' }).click();
    await expect(page.getByText('The evening takes place after all.')).toBeVisible();
    for (const screen of [wall, phone, mentorPhone]) await expect(off(screen)).toBeHidden();
    await expect(phone.locator('.seat-count')).toBeVisible();
    await expect.poll(() => mailsAbout(/^It takes place after all/u).length, { timeout: 30_000 }).toBe(EVERYBODY);
    const entry = entryIn(await mailTo(ANN, /^It takes place after all/u));
    expect(entry).toMatchObject({ method: 'REQUEST', status: 'CONFIRMED', uid: invited.uid, sequence: 2 });
  });
  screens.expectNoErrors();
});
