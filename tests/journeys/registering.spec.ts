/**
 * From "I would like to come" to "you are in", for a student and a mentor, with a real mail server: the public page, the
 * form, the mail, the link in it, a changed answer, the check-in, and the phone that knows it.
 */
import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import { expect, type Page, test } from '@playwright/test';
import type { ParsedMail } from 'mailparser';
import { enterConsole } from '../support/enter-console.ts';
import { mailingServerForAll } from '../support/journey.ts';
import { expectAccessible, type Screens, screensOf, shownOn } from '../support/screens.ts';
import { thatWasMe } from '../support/that-was-me.ts';

const { server, post: mail } = mailingServerForAll();
let screens: Screens;
let organiser: Page;
let join: string;
let eventApi: string;

test.beforeAll(async ({ browser }) => {
  organiser = await (await browser.newContext()).newPage();
  await organiser.goto(server.ready.console);
  await enterConsole(organiser);
});
test.afterAll(async () => {
  await organiser.context().close();
});

/** An evening that takes registrations and shows its mentors. */
test.beforeEach(async ({ browser }) => {
  screens = screensOf(browser);
  const made = await organiser.request.post(`${server.origin}/api/events`, { data: { name: 'Careers Night' } });
  const event = (await made.json()) as { id: string; code: string };
  eventApi = `${server.origin}/api/events/${event.id}`;
  join = `${server.origin}/e/${event.code}`;
  const invitation = {
    ...CLOSED_INVITATION,
    ...{ open: true, about: 'Meet people.', capacity: 2, showMentors: true },
    ...{ contactName: 'Mei', contactEmail: 'mei@example.org' },
  };
  expect((await organiser.request.put(`${eventApi}/invitation`, { data: { invitation } })).ok()).toBe(true);
});
test.afterEach(async () => {
  const info = test.info();
  if (info.status !== info.expectedStatus) await screens.picture((name) => info.outputPath(name));
  await screens.close();
});

async function mailTo(address: string, subject: RegExp): Promise<ParsedMail> {
  const found = (): ParsedMail | undefined =>
    mail.mails.find(({ to, subject: of }) => JSON.stringify(to).includes(address) && subject.test(of ?? ''));
  await expect.poll(() => found() !== undefined, { message: `a mail to ${address}`, timeout: 15_000 }).toBe(true);
  return found() as ParsedMail;
}

const linkIn = ({ text }: ParsedMail): string => /http:\S+\/me\/\S+/u.exec(text ?? '')?.[0] ?? '';

async function checkIn(name: string): Promise<void> {
  const people = (await (await organiser.request.get(`${eventApi}/people`)).json()) as { id: string; name: string }[];
  const person = people.find((one) => one.name === name);
  const said = await organiser.request.put(`${eventApi}/people/${person?.id}/presence`, { data: { here: true } });
  expect(said.ok()).toBe(true);
}

test('a student registers, comes by the link in the mail, changes an answer and is checked in', async () => {
  const page = await screens.open('phone', join);
  await expect(page.getByText('A few places are left for students.')).toBeVisible();
  await expectAccessible(page, 'public page');
  await page.getByRole('link', { name: 'Register as a student' }).click();
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await expectAccessible(page, 'student form with errors');
  await page.getByRole('textbox', { name: 'Name' }).fill('Aisha Karim');
  await page.getByLabel('E-mail', { exact: true }).fill('aisha@example.org');
  await page.getByLabel('Yes').first().check();
  await page.getByText('Choose up to 3').first().click();
  await page.getByRole('checkbox', { name: /^Games/u }).check();
  await page.getByLabel(/What would you like to ask/u).fill('How do games earn money?');
  await page.getByLabel('You may use my answers to run this evening').check();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Aisha Karim');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText('We have written to aisha@example.org.')).toBeVisible();
  await expect(page.getByText('only then a place is yours')).toBeVisible();
  await expectAccessible(page, 'student form, sent');

  const confirmation = await mailTo('aisha@example.org', /Say yes, and the place is yours: Careers Night/u);
  expect(confirmation.text).toContain('Hello Aisha,');
  const calendar = confirmation.attachments.find(({ contentType }) => contentType === 'text/calendar')?.content;
  expect(calendar?.toString() ?? JSON.stringify(confirmation)).toContain('METHOD:REQUEST');
  const phone = await screens.open('phone', linkIn(confirmation));
  await expect(phone.getByRole('heading', { name: 'Was it you?' })).toBeVisible();
  await expect(phone.getByText('Aisha Karim')).toBeVisible();
  await expect(phone.getByText('A place is kept for you until')).toBeVisible();
  await expectAccessible(phone, 'asking whether it was them');
  await phone.reload();
  await thatWasMe(phone);
  await expect(phone.getByText('Hello Aisha')).toBeVisible();
  await expectAccessible(phone, 'phone before the evening');
  await phone.getByRole('button', { name: 'My details, or I cannot come' }).click();
  await expect(phone.getByText('How do games earn money?')).toBeVisible();
  await expect(phone.getByText('You have a place.')).toBeVisible();
  await expectAccessible(phone, 'my details');
  await phone.getByRole('button', { name: 'Change my answers' }).click();
  await phone.getByLabel(/What would you like to ask/u).fill('Do I need to draw?');
  await expectAccessible(phone, 'my details, changing');
  await phone.getByRole('button', { name: 'Save' }).click();
  await expect(phone.getByText('Do I need to draw?')).toBeVisible();
  await phone.getByRole('button', { name: 'Close my details' }).click();
  await checkIn('Aisha Karim');
  await expect(phone.getByText('You are checked in.')).toBeVisible();
  screens.expectNoErrors();
});

test('a student who cannot come makes room, and both hear of it', async () => {
  const register = async (name: string): Promise<ParsedMail> => {
    const address = `${name.toLowerCase()}@example.org`;
    const page = await screens.open('phone', `${join}/student`);
    await page.getByRole('textbox', { name: 'Name' }).fill(`${name} Example`);
    await page.getByLabel('E-mail', { exact: true }).fill(address);
    await page.getByLabel('Yes').first().check();
    await page.getByLabel('You may use my answers to run this evening').check();
    await page.getByRole('button', { name: 'Register' }).click();
    await expect(page.getByText(`We have written to ${address}.`)).toBeVisible();
    return mailTo(address, /Say yes|waitlist/u);
  };
  const first = await register('Bea');
  await register('Cem');
  const waiting = await register('Dov');
  expect(waiting.subject).toContain('You are on the waitlist');
  const dov = await screens.open('phone', linkIn(waiting));
  await thatWasMe(dov);
  await expect(dov.getByText('You are on the waitlist.')).toBeVisible();
  await expectAccessible(dov, 'phone on the waitlist');
  const bea = await screens.open('phone', linkIn(first));
  await thatWasMe(bea);
  await bea.getByRole('button', { name: 'My details, or I cannot come' }).click();
  await bea.getByRole('button', { name: 'I cannot come', exact: true }).click();
  await bea.getByRole('button', { name: 'Yes', exact: true }).click();
  await expect(bea.getByText('You said that you cannot come.').first()).toBeVisible();
  await expectAccessible(bea, 'my details, cancelled');
  const goodbye = await mailTo('bea@example.org', /You do not come/u);
  expect(goodbye.attachments.map(({ content }) => content.toString()).join()).toContain('METHOD:CANCEL');
  await mailTo('dov@example.org', /You have a place/u);
  await expect(dov.getByText('You are on the waitlist.')).toBeHidden();
  screens.expectNoErrors();
});

test('a mentor registers in two sittings, and is checked in', async () => {
  const page = await screens.open('phone', join);
  await page.getByRole('link', { name: 'Register as a mentor' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Priya Raman');
  await page.getByLabel('E-mail', { exact: true }).fill('priya@example.org');
  await page.getByLabel('You may use my answers to run this evening').check();
  await expectAccessible(page, 'mentor form, first page');
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await expect(page.getByRole('heading', { name: 'Your work' })).toBeFocused();
  await page.getByLabel(/^Job title/u).fill('Product manager');
  await page.getByLabel(/^Company/u).fill('Northlamp');
  await expectAccessible(page, 'mentor form, second page');
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await expect(page.getByRole('heading', { name: 'Your field' })).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel(/^Company/u)).toHaveValue('Northlamp');

  const thanks = await mailTo('priya@example.org', /Say yes, and you are one of our mentors/u);
  const phone = await screens.open('phone', linkIn(thanks));
  await expect(phone.getByText('Northlamp')).toBeVisible();
  await thatWasMe(phone);
  await phone.getByRole('button', { name: 'My details, or I cannot come' }).click();
  await expect(phone.getByText('Northlamp')).toBeVisible();
  await phone.getByRole('button', { name: 'Change What to ask you' }).click();
  await phone.getByLabel(/^Ask me about/u).fill('saying no, first jobs');
  await phone.getByRole('button', { name: 'Save' }).click();
  await expect(phone.getByText('saying no, first jobs')).toBeVisible();
  await phone.getByRole('button', { name: 'Change After the evening' }).click();
  await phone.getByLabel('You may show my card on the public page').check();
  await expect(phone.locator('[aria-busy=true]')).toHaveCount(0);
  await phone.getByLabel(/How may students reach you/u).fill('At the bar');
  await phone.getByRole('button', { name: 'Save' }).click();
  await expect(phone.getByRole('button', { name: 'Change After the evening' })).toBeVisible();
  await expectAccessible(phone, 'details of a mentor');

  const students = await screens.open('phone', join);
  await expect(students.getByText('Priya Raman')).toBeVisible();
  await expect(students.getByText('Ask about: saying no, first jobs')).toBeVisible();
  await checkIn('Priya Raman');
  await phone.getByRole('button', { name: 'Close my details' }).click();
  await expect(shownOn(phone)).toBeVisible();
  await expect(phone.getByText('You are checked in.')).toBeVisible();
  screens.expectNoErrors();
});

test('whoever is registered by somebody else says no, and it is gone', async () => {
  const page = await screens.open('phone', `${join}/student`);
  await page.getByRole('textbox', { name: 'Name' }).fill('Eve Typed');
  await page.getByLabel('E-mail', { exact: true }).fill('vera@example.org');
  await page.getByLabel('Yes').first().check();
  await page.getByLabel('You may use my answers to run this evening').check();
  await page.getByRole('button', { name: /^Register|^Join/u }).click();
  await expect(page.getByText('We have written to vera@example.org.')).toBeVisible();
  const link = linkIn(await mailTo('vera@example.org', /Careers Night/u));
  // as it stands in the calendar entry, the link opens the page and confirms nothing
  const phone = await screens.open('phone', link.replace(/\.[^.#]*$/u, ''));
  await expect(phone.getByRole('button', { name: /details/u })).toBeVisible();
  await phone.goto('about:blank');
  await phone.goto(link);
  await phone.getByRole('button', { name: 'No, delete this' }).click();
  await expect(phone.getByRole('heading', { name: 'It is deleted.' })).toBeFocused();
  await expectAccessible(phone, 'deleted, since it was not them');
  await phone.goto('about:blank');
  await phone.goto(link);
  await expect(phone.getByRole('heading', { name: 'This link does not open an event.' })).toBeVisible();
  screens.expectNoErrors(/404|Not Found/u);
});
