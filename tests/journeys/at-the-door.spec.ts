/** Ways in without a scanner: on one's own phone with the code on the wall, and with a number shown at the desk. */
import type { Attendee } from '@lapwing/shared/event/roster';
import { expect, type Page, test } from '@playwright/test';
import { enterConsole } from '../support/enter-console.ts';
import { screensForEach, serverForAll } from '../support/journey.ts';
import { expectAccessible } from '../support/screens.ts';

const server = serverForAll({ DEMO: '1' });
const screens = screensForEach();

interface Desk {
  readonly page: Page;
  readonly eventId: string;
  readonly code: string;
  /** What stands on the wall. */
  readonly roomCode: string;
  get<Value>(path: string): Promise<Value>;
  person(id: string): Promise<Attendee>;
}

let opened = false;

async function openDesk(): Promise<Desk> {
  // the printed address works once
  const page = await screens.open('console', opened ? server.origin : server.ready.console);
  opened = true;
  await enterConsole(page);
  await page.locator('main a').first().click();
  await page.getByRole('navigation').getByRole('link', { name: 'Live', exact: true }).click();
  await expect(page.getByRole('searchbox')).toBeVisible();
  const eventId = /events\/([^/]+)/u.exec(page.url())?.[1] ?? '';
  const get = async <Value>(path: string): Promise<Value> =>
    (await page.request.get(`${server.origin}/api/events/${eventId}${path}`)).json();
  const { code, roomCode } = await get<{ code: string; roomCode: string }>('');
  const person = async (id: string): Promise<Attendee> => {
    const found = (await get<Attendee[]>('/people')).find((one) => one.id === id);
    if (!found) throw new Error('nobody of that id');
    return found;
  };
  return { page, eventId, code, roomCode, get, person };
}

/** Links carry this machine's address in the hall; the browser of the test came by another. */
const here = (url: string): string => url.replace(/^https?:\/\/[^/]+/u, server.origin);

/** Somebody who has not come yet, and their personal address on this server. */
async function somebodyAway({ get }: Desk, nth = 0): Promise<{ person: Attendee; link: string }> {
  const away = (await get<Attendee[]>('/people')).filter(
    ({ checkedInAt, standing }) => checkedInAt === null && standing === 'active',
  );
  const person = away[nth];
  if (!person) throw new Error('nobody is away any more');
  const { url } = await get<{ url: string }>(`/people/${person.id}/link`);
  return { person, link: here(url) };
}

/** Somebody who was here already, and is not any more. */
async function sentOut({ page, eventId, get }: Desk): Promise<Attendee> {
  const person = (await get<Attendee[]>('/people')).find(({ checkedInAt }) => checkedInAt !== null);
  if (!person) throw new Error('nobody is here');
  await page.request.put(`${server.origin}/api/events/${eventId}/people/${person.id}/presence`, {
    headers: { origin: server.origin },
    data: { here: false },
  });
  return person;
}

test('the code on the wall checks in on one’s own phone; the desk has the last word', async () => {
  const at = await openDesk();
  const { person, link } = await somebodyAway(at);
  const phone = await screens.open('phone', link);

  await test.step('the code for the desk is large, and stays without a network', async () => {
    await expect(phone.getByRole('heading', { name: 'Show this at the door.' })).toBeVisible();
    await expect(phone.getByRole('img', { name: new RegExp(`/b/${person.badgeCode}$`, 'u') })).toBeVisible();
    await expectAccessible(phone, 'the code for the desk');
    await phone.context().setOffline(true);
    await expect(phone.getByRole('img', { name: new RegExp(`/b/${person.badgeCode}$`, 'u') })).toBeVisible();
    await phone.context().setOffline(false);
  });

  await test.step('a wrong code says where the right one is', async () => {
    await phone.getByLabel('Or type the code on the wall').fill('AAAA');
    await phone.getByRole('button', { name: 'I am here' }).click();
    await expect(phone.getByText('Look at the big screen', { exact: false })).toBeVisible();
    expect((await at.person(person.id)).checkedInAt).toBeNull();
  });

  await test.step('the wall’s QR brings this phone back with the code filled in', async () => {
    await phone.goto(`${server.origin}/e/${at.code}#${at.roomCode}`);
    await phone.waitForURL(new RegExp(`/me/${person.id}$`, 'u'));
    await expect(phone.getByLabel('Or type the code on the wall')).toHaveValue(at.roomCode);
    await phone.getByRole('button', { name: 'I am here' }).click();
    await expect(phone.getByText('You are checked in.')).toBeVisible();
    await expect(phone.getByText('Your first table is', { exact: false })).toBeVisible();
    await expect.poll(async () => (await at.person(person.id)).checkedInAt).not.toBeNull();
  });

  await test.step('the desk takes it back: the phone cannot bring it again', async () => {
    await at.page.getByRole('searchbox').fill(person.name);
    await expect(at.page.getByRole('list', { name: 'People found' }).getByText('Here')).toBeVisible();
    await at.page.getByRole('searchbox').press('Enter');
    await at.page.getByRole('button', { name: 'Take back this check-in' }).click();
    await expect.poll(async () => (await at.person(person.id)).checkedInAt).toBeNull();
    await phone.getByLabel('Or type the code on the wall').fill(at.roomCode);
    await phone.getByRole('button', { name: 'I am here' }).click();
    await expect(phone.getByText('Come to the desk: they check you in.')).toBeVisible();
  });
  screens.expectNoErrors(/status of (422|409)|ERR_INTERNET_DISCONNECTED/u);
});

test('a phone without a link shows a number, and one tap at the desk lets it in', async () => {
  const at = await openDesk();
  const { person } = await somebodyAway(at, 1);
  const phone = await screens.open('phone', `${server.origin}/e/${at.code}`);
  await phone.getByLabel('Your e-mail address, or the code on your badge').fill(person.email.toUpperCase());
  await phone.getByRole('button', { name: 'Get a number' }).click();
  const number = (await phone.locator('.desk-figure').textContent())?.trim() ?? '';
  expect(number).toMatch(/^[1-9]\d\d$/u);
  await expectAccessible(phone, 'a number for the desk');
  await phone.reload();
  await expect(phone.locator('.desk-figure'), 'a reload keeps its place').toHaveText(number);

  const letIn = at.page.getByRole('button', { name: `Let in ${person.name}, phone ${number}` });
  await expect(letIn).toBeVisible();
  await expectAccessible(at.page, 'a phone waits at the desk');
  await letIn.click();
  await phone.waitForURL(new RegExp(`/me/${person.id}$`, 'u'));
  await expect(phone.getByText('You are checked in.')).toBeVisible();
  await expect(at.page.locator('.result').getByText(person.name)).toBeVisible();
  await expect(at.page.getByText(number, { exact: true })).toBeHidden();

  await test.step('somebody we do not know gets a number too, and the desk says whose phone it is', async () => {
    const { person: other } = await somebodyAway(at, 0);
    const stranger = await screens.open('phone', `${server.origin}/e/${at.code}`);
    await stranger.getByLabel('Your e-mail address, or the code on your badge').fill('somebody@elsewhere.example');
    await stranger.getByRole('button', { name: 'Get a number' }).click();
    const theirs = (await stranger.locator('.desk-figure').textContent())?.trim() ?? '';
    await at.page.getByRole('button', { name: `Choose whose phone ${theirs} is` }).click();
    await at.page.getByRole('searchbox').fill(other.name);
    await at.page.getByRole('searchbox').press('Enter');
    await stranger.waitForURL(new RegExp(`/me/${other.id}$`, 'u'));
  });
  screens.expectNoErrors();
});

test('check-ins made while the server is gone wait through a reload, and nobody is in twice', async () => {
  const at = await openDesk();
  const { person } = await somebodyAway(at, 0);
  await screens.whileServerIsGone(async () => {
    await server.kill9();
    await at.page.getByRole('searchbox').fill(person.name);
    await at.page.getByRole('searchbox').press('Enter');
    await expect(at.page.locator('.result').getByText('Kept here, sends later')).toBeVisible();
    await at.page.getByRole('searchbox').fill('Wanda Walkin');
    await at.page.getByRole('button', { name: 'Add Wanda Walkin as a walk-in student' }).click();
    await expect(at.page.getByText('2 check-ins are kept on this device.', { exact: false })).toBeVisible();
    await server.start();
    await at.page.reload();
    await expect
      .poll(async () => (await at.get<Attendee[]>('/people')).filter(({ name }) => name === 'Wanda Walkin').length)
      .toBe(1);
    await expect.poll(async () => (await at.person(person.id)).checkedInAt).not.toBeNull();
    await expect(at.page.getByText('kept on this device', { exact: false })).toBeHidden();
  });
  const wanda = (await at.get<Attendee[]>('/people')).filter(({ name }) => name === 'Wanda Walkin');
  expect(wanda.map(({ checkedInAt }) => checkedInAt !== null)).toEqual([true]);
  screens.expectNoErrors();
});

test('somebody without an account helps for tonight: joins by the code, checks in, sees names only, and is sent away', async () => {
  const at = await openDesk();
  const person = await sentOut(at);
  await at.page.getByRole('button', { name: 'Helpers', exact: true }).click();
  const dialog = at.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Let helpers in' }).click();
  const code = (await dialog.locator('.helper-code').textContent()) ?? '';
  expect(code).toMatch(/^[A-Z0-9]{4} [A-Z0-9]{4}$/u);
  await expectAccessible(at.page, 'the code for helpers');

  const phone = await screens.open('phone', `${server.origin}/check-in`);
  await test.step('a wrong code says whom to ask; the right one opens the door', async () => {
    await phone.getByLabel('Code', { exact: true }).fill('AAAAAA');
    await phone.getByLabel('Your first name').fill('Bo');
    await expectAccessible(phone, 'joining as a helper');
    await phone.getByRole('button', { name: 'Help at the door' }).click();
    await expect(phone.getByText('Ask an organiser for tonight’s', { exact: false })).toBeVisible();
    await phone.getByLabel('Code', { exact: true }).fill(code.toLowerCase());
    await phone.getByRole('button', { name: 'Help at the door' }).click();
    await expect(phone.getByRole('heading', { name: 'Check-in' })).toBeVisible();
    await expect(dialog.getByText(/^Bo ·[A-Z0-9]{3}$/u)).toBeVisible();
  });

  await test.step('checks somebody in, with what the door needs and no more', async () => {
    await phone.getByRole('searchbox').fill(person.name);
    await phone.getByRole('searchbox').press('Enter');
    await expect(phone.locator('.result').getByText(person.name)).toBeVisible();
    await expect(phone.locator('.result').getByText(/^In at/u)).toBeVisible();
    await expect.poll(async () => (await at.person(person.id)).checkedInAt).not.toBeNull();
    await expectAccessible(phone, 'the check-in of a helper');
    for (const name of ['Back to Live', 'Seat and acts'])
      await expect(phone.getByText(name, { exact: false }).and(phone.locator('button, a'))).toHaveCount(0);
    const seen = await (await phone.request.get(`${server.origin}/api/events/${at.eventId}/people`)).text();
    expect(seen).toContain(person.name);
    expect(seen).not.toContain('@');
    await phone.reload();
    await expect(phone.getByRole('searchbox')).toBeVisible();
    await phone.getByRole('button', { name: 'Who is missing' }).click();
    await expect(phone.getByRole('dialog')).toBeVisible();
    await phone.keyboard.press('Escape');
  });

  await test.step('the organiser ends it: the phone is back at the code at once', async () => {
    await dialog.getByRole('button', { name: 'Sign all helpers out', exact: false }).click();
    await expect(phone.getByRole('heading', { name: 'I am helping tonight' })).toBeVisible({ timeout: 2_000 });
    await expect(phone.getByText('This phone is signed out', { exact: false })).toBeVisible();
  });
  screens.expectNoErrors(/status of (422|401)|WebSocket connection/u);
});
