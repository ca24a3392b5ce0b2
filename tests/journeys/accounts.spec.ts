/**
 * Who runs events: the printed address makes the first account; then password, authenticator app, recovery code and passkey
 * sign in; an owner invites somebody, gives a role and takes the account away; a phone is paired; what cannot be taken
 * back asks once more who it is.
 */
import { expect, type Page, test } from '@playwright/test';
import { appCode } from '../support/app-code.ts';
import { type RealServer, realServer } from '../support/real-server.ts';
import { expectAccessible, type Screens, screensOf } from '../support/screens.ts';

const PASSWORD = 'purple kettle walks home';
const ADA = 'ada@example.org';

let server: RealServer;
let screens: Screens;

test.beforeEach(async ({ browser }) => {
  server = await realServer();
  screens = screensOf(browser);
});
test.afterEach(async () => {
  const info = test.info();
  if (info.status !== info.expectedStatus) await screens.picture((name) => info.outputPath(name));
  await screens.close();
  await server.remove();
});

const isIn = (page: Page) => expect(page.getByRole('heading', { name: 'Events', exact: true })).toBeVisible();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function makeAccount(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await press(page, 'Go in');
  await isIn(page);
}

/** A new server, and its first account. */
async function withAda(): Promise<Page> {
  const page = await screens.open('console', server.ready.console);
  await expect(page.getByRole('heading', { name: 'Welcome. Who are you?' })).toBeVisible();
  await expectAccessible(page, 'the first account');
  await page.getByLabel('E-mail').fill(ADA);
  await makeAccount(page, 'Ada');
  return page;
}

async function signOut(page: Page): Promise<void> {
  await page.goto(`${server.origin}/#/`);
  await press(page, 'Sign out');
  await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible();
}

async function sayPassword(page: Page, password = PASSWORD): Promise<void> {
  await page.getByLabel('E-mail').fill(ADA);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await press(page, 'Sign in');
}

async function openTeam(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Team and account' }).click();
  await expect(page.getByRole('heading', { name: 'Team and account' })).toBeVisible();
}

/** Where something asks for a sign-in that is minutes old. */
async function sayItIsMe(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Is it you?' });
  await expect(dialog.getByLabel('E-mail')).not.toBeEditable();
  await expectAccessible(page, 'is it you');
  await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(dialog).toBeHidden();
}

test('the printed address makes the first account, once; then password, app and recovery code sign in', async () => {
  const ada = await withAda();
  const late = await screens.open('console', server.ready.console);
  await expect(late.getByText('This address was used already')).toBeVisible();

  await signOut(ada);
  await expectAccessible(ada, 'sign in');
  await sayPassword(ada, 'another kettle runs away');
  await expect(ada.getByText('That is not right.')).toBeVisible();
  await sayPassword(ada);
  await isIn(ada);

  await openTeam(ada);
  await expect(ada.getByText('You sign in with a password alone.')).toBeVisible();
  const app = card(ada, 'Authenticator app');
  await app.getByLabel('Password now').fill(PASSWORD);
  await app.getByRole('button', { name: 'Set it up' }).click();
  await expect(app.getByRole('img', { name: /otpauth/u })).toBeVisible();
  await expectAccessible(ada, 'setting the app up');
  const secret = (await app.locator('code').textContent()) ?? '';
  await app.getByLabel('Code from your app').fill('000000');
  await app.getByRole('button', { name: 'Switch it on' }).click();
  await expect(app.getByText('That is not right.')).toBeVisible();
  await app.getByLabel('Code from your app').fill(appCode(secret));
  await app.getByRole('button', { name: 'Switch it on' }).click();
  const codes = app.getByRole('region', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  const [recovery = ''] = await codes.allTextContents();
  await expect(ada.getByText('You sign in with a password alone.')).toBeHidden();
  await expect(card(ada, 'Where you are signed in').getByRole('listitem'), 'one browser is one line').toHaveCount(1);
  await expectAccessible(ada, 'team and account');

  await signOut(ada);
  await sayPassword(ada);
  await expect(ada.getByLabel('Code from your app')).toBeFocused();
  await expectAccessible(ada, 'the second factor');
  // a code is taken once: the next one counts already
  await ada.getByLabel('Code from your app').fill(appCode(secret, Date.now() + 30_000));
  await press(ada, 'Sign in');
  await isIn(ada);

  await signOut(ada);
  await sayPassword(ada);
  await press(ada, 'I lost my phone');
  await ada.getByLabel('Recovery code').fill(recovery);
  await press(ada, 'Sign in');
  await isIn(ada);
  screens.expectNoErrors(/401|410|409/u);
});

test('a passkey is made and signs in by itself', async () => {
  const ada = await withAda();
  const devices = await ada.context().newCDPSession(ada);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    },
  });
  await openTeam(ada);
  const keys = card(ada, 'Passkeys');
  await keys.getByRole('button', { name: 'Make a passkey on this device' }).click();
  await sayItIsMe(ada);
  await expect(keys.getByRole('listitem')).toHaveCount(1);
  await expect(card(ada, 'Where you are signed in').getByRole('listitem'), 'one browser is one line').toHaveCount(1);

  await signOut(ada);
  await press(ada, 'Use a passkey');
  await isIn(ada);
  await openTeam(ada);
  await keys.getByRole('button', { name: 'Remove' }).click();
  await expect(keys.getByRole('listitem')).toHaveCount(0);
  await signOut(ada);
  await press(ada, 'Use a passkey');
  await expect(ada.getByText('That is not right.')).toBeVisible();
  screens.expectNoErrors(/401/u);
});

test('what cannot be taken back asks again who it is, over the page as it stands, and is done then', async () => {
  const ada = await withAda();
  const made = await ada.request.post(`${server.origin}/api/events`, { data: { name: 'Careers Night' } });
  const { id } = (await made.json()) as { id: string };
  for (const name of ['Bob Example', 'Cy Example'])
    await ada.request.post(`${server.origin}/api/events/${id}/people`, {
      data: { details: { name, role: 'student' } },
    });
  await ada.goto(`${server.origin}/#/events/${id}/people`);
  await ada.getByRole('button', { name: 'Edit Bob Example' }).click();
  const bob = ada.getByRole('dialog', { name: 'Edit a person' });
  await bob.getByLabel('Name', { exact: true }).fill('Bob half typed');

  server.ageSignIns(11 * 60_000);
  const erase = async (): Promise<void> => {
    await press(ada, 'Erase for good');
    await press(ada, 'Erase for good');
  };
  await erase();
  const question = ada.getByRole('dialog', { name: 'Is it you?' });
  await question.getByRole('button', { name: 'Close' }).click();
  await expect(bob.getByText('Sign in once more')).toBeVisible();
  await expect(bob.getByLabel('Name', { exact: true }), 'nothing typed is lost').toHaveValue('Bob half typed');
  await bob.getByRole('button', { name: 'Erase for good' }).click();
  await sayItIsMe(ada);
  await expect(bob, 'it was done').toBeHidden();
  await expect(ada.getByRole('button', { name: 'Edit Cy Example' })).toBeVisible();
  await expect(ada.getByRole('button', { name: 'Edit Bob Example' })).toBeHidden();

  server.ageSignIns(11 * 60_000);
  await ada.goto(`${server.origin}/#/events/${id}/live`);
  await expect(ada.getByRole('heading', { name: 'Careers Night' })).toBeVisible();
  await ada.goto(`${server.origin}/#/`);
  await press(ada, 'Delete Careers Night');
  await sayItIsMe(ada);
  await expect(ada.getByText('Careers Night is deleted.')).toBeVisible();
  screens.expectNoErrors(/401/u);
});

test('an owner invites somebody, makes them an owner, and takes the account away', async () => {
  const ada = await withAda();
  await openTeam(ada);
  const invite = card(ada, 'Invite somebody');
  await invite.getByLabel('Name').fill('Mei');
  await invite.getByLabel('E-mail').fill('mei@example.org');
  await press(ada, 'Make the link');
  const link = await invite.getByRole('textbox', { name: 'Link for them alone' }).inputValue();
  const people = card(ada, 'Who runs events here');
  await expect(people.getByText('Invited, not here yet')).toBeVisible();
  await expectAccessible(ada, 'the team with an invitation');

  const mei = await screens.open('console', link);
  await expect(mei.getByRole('heading', { name: 'You are invited' })).toBeVisible();
  await expect(mei.getByLabel('E-mail')).toHaveValue('mei@example.org');
  await expectAccessible(mei, 'invited');
  await makeAccount(mei, 'Mei');
  await openTeam(mei);
  await expect(mei.getByText('Owners invite people and change roles.')).toBeVisible();
  await expect(card(mei, 'Invite somebody')).toBeHidden();
  const own = card(mei, 'Your name');
  await own.getByLabel('Name', { exact: true }).fill('Mei Lin');
  await own.getByRole('button', { name: 'Save' }).click();
  await expect(card(mei, 'Who runs events here').getByText('Mei Lin', { exact: true })).toBeVisible();

  await ada.reload();
  await people.getByLabel('Role of Mei Lin').selectOption('Owner');
  await expect(people.getByLabel('Role of Mei Lin')).toHaveValue('owner');
  await mei.reload();
  await mei.getByLabel('E-mail').fill('mei@example.org');
  await mei.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await press(mei, 'Sign in');
  await expect(card(mei, 'Invite somebody')).toBeVisible();

  const made = await mei.request.post(`${server.origin}/api/events`, { data: { name: 'Careers Night' } });
  const { id } = (await made.json()) as { id: string };
  await mei.goto(`${server.origin}/#/events/${id}/live`);
  await expect(mei.getByRole('heading', { name: 'Careers Night' })).toBeVisible();
  await people.getByRole('button', { name: 'Remove Mei Lin' }).click();
  await expect(people.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await expectAccessible(ada, 'about to remove somebody');
  await people.getByRole('button', { name: 'Really remove Mei Lin?' }).click();
  await expect(people.getByText('Mei Lin', { exact: true })).toBeHidden();
  await expect(mei.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible();
  screens.expectNoErrors(/401|4401/u);
});

test('a phone is signed in by the code on the console, once over plain http was allowed', async () => {
  const ada = await withAda();
  const made = await ada.request.post(`${server.origin}/api/events`, { data: { name: 'Careers Night' } });
  const { id } = (await made.json()) as { id: string };
  await ada.goto(`${server.origin}/#/events/${id}/live`);
  await press(ada, 'Use my phone');
  const dialog = ada.getByRole('dialog', { name: 'Use my phone' });
  await expectAccessible(ada, 'asking about plain http');
  await dialog.getByRole('button', { name: 'Allow sign-in in this Wi-Fi' }).click();
  const phone = await screens.open(
    'phone',
    await dialog.getByRole('textbox', { name: 'Address for one device' }).inputValue(),
  );
  await expect(phone.getByRole('heading', { name: 'Careers Night' })).toBeVisible();
  const again = await screens.open(
    'phone',
    await dialog.getByRole('textbox', { name: 'Address for one device' }).inputValue(),
  );
  await expect(again.getByText('This link is not valid.')).toBeVisible();

  await ada.goto(`${server.origin}/#/team`);
  const machines = card(ada, 'Other machines');
  await machines.getByRole('button', { name: 'Allow this machine alone' }).click();
  await expect(machines.getByRole('button', { name: 'Allow sign-in in this Wi-Fi' })).toBeVisible();
  await expectAccessible(ada, 'other machines');
  // the used address; and passkeys are listed only for who has proven themselves minutes ago
  screens.expectNoErrors(/40[14]/u);
});
