/** A file that nobody told us about becomes people: its columns are chosen, its rows mended, its next version compared. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { enterConsole } from '../support/enter-console.ts';
import { type RealServer, realServer } from '../support/real-server.ts';
import { expectAccessible, type Screens, screensOf } from '../support/screens.ts';
import { workbook } from '../support/workbook.ts';

let server: RealServer;
let screens: Screens;
let folder: string;
test.beforeEach(async ({ browser }) => {
  server = await realServer();
  folder = mkdtempSync(join(tmpdir(), 'lapwing-files-'));
  screens = screensOf(browser);
});
test.afterEach(async () => {
  const info = test.info();
  if (info.status !== info.expectedStatus) await screens.picture((name) => info.outputPath(name));
  await screens.close();
  await server.remove();
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

async function openPeople(): Promise<Page> {
  const page = await screens.open('console', server.ready.console);
  await enterConsole(page);
  await page.getByLabel('Name of the evening').fill('Careers Night');
  await page.getByRole('button', { name: 'Create event' }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'People', exact: true }).click();
  return page;
}

async function choose(page: Page, path: string): Promise<ReturnType<Page['getByRole']>> {
  await page.getByRole('button', { name: 'Import a file' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles(path);
  await expect(dialog.locator('.import-review, .note.bad')).toBeVisible();
  return dialog;
}

const HEADER = ['Kto', 'Jak', 'Skąd', 'Uwagi'];
const ADA = ['Ada Quill', 'ada@x.example', 'Hillgate', 'x'];
const BO = ['Bo Reed', '', 'Eastquay', ''];
const CY = ['Cy Ng', 'cy at x.example', 'Northbank', ''];
const DI = ['Di Okonjo', 'di@x.example', 'Hillgate', ''];

test('any table: columns are chosen, walk-ins taken, the next file compared, all of it undone', async () => {
  const page = await openPeople();
  const first = file('people.xlsx', workbook({ Lista: [HEADER, ADA, BO, CY, DI] }));
  let dialog = await choose(page, first);
  await expect(dialog.getByRole('status').filter({ hasText: 'Read as a table' })).toContainText(
    '4 rows. Sheet “Lista”.',
  );
  await expect(dialog.getByText('This is our guess. Correct it where it is wrong.')).toBeVisible();
  const what = (column: string) => dialog.getByRole('combobox', { name: `What is “${column}”?` });
  await expect(what('Kto')).toHaveValue('name');
  await expect(what('Skąd')).toHaveValue('other');
  // two of four are no addresses: that is not enough to guess by
  await expect(what('Jak')).toHaveValue('other');
  await what('Jak').selectOption('E-mail address');
  await expect(dialog.getByText('2 rows need you')).toBeVisible();
  await what('Skąd').selectOption('Course');
  await expect(dialog.getByText('Read as you chose.')).toBeVisible();
  await expectAccessible(page, 'columns of a file');
  await dialog.getByRole('button', { name: 'Add as walk-in: Bo Reed' }).click();
  await expect(dialog.getByRole('button', { name: 'Apply: add 3, change 0' })).toBeEnabled();
  await dialog.getByRole('button', { name: 'Add all 2 as walk-ins' }).click();
  await dialog.getByRole('button', { name: 'Apply: add 4, change 0' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Imported: 4 added, 0 changed.')).toBeVisible();

  const next = file(
    'next.csv',
    [HEADER, ['Ada Quill', 'ada@x.example', 'Law', ''], BO].map((row) => row.join(';')).join('\n'),
  );
  dialog = await choose(page, next);
  await expect(dialog.getByText('Read as you chose for such a file before.')).toBeVisible();
  await expect(dialog.getByText('1 changed', { exact: true })).toBeVisible();
  await expect(dialog.getByText('On the list already.')).toBeAttached();
  await dialog.getByText('2 on the list but not in this file').click();
  await dialog.getByRole('checkbox', { name: /Di Okonjo/u }).check();
  await expectAccessible(page, 'who is missing');
  await dialog.getByRole('button', { name: 'Apply: add 0, change 1, cancel 1' }).click();
  await expect(page.getByText('Imported: 0 added, 1 changed. 1 marked as cancelled.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Cancelled/u })).toContainText('1');
  await page.getByRole('button', { name: 'Undo import' }).click();
  await expect(page.getByRole('button', { name: /^Cancelled/u })).toContainText('0');
});

test('what cannot be read is refused with the limit and the remedy', async () => {
  const page = await openPeople();
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  const dialog = await choose(page, file('old.xls', old));
  await expect(dialog.getByRole('alert')).toHaveText('This is an old Excel workbook. Save it as .xlsx or CSV.');
  const input = dialog.locator('input[type=file]');
  await input.setInputFiles(file('wide.csv', `${'Name,'.repeat(1_000_000)}\n`));
  await expect(dialog.getByRole('alert')).toHaveText(
    'This file has more than 60 columns. Delete those you do not need.',
  );
  await input.setInputFiles(file('huge.csv', Buffer.alloc(6 * 1024 * 1024, 'a,b\n')));
  await expect(dialog.getByRole('alert')).toHaveText('This file is larger than 5 MB. Leave out columns, or split it.');
  await expectAccessible(page, 'a refused file');
});
