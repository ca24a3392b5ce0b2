/** Every component and every state of the screens, looked at by axe at their own size, phones also in the dark. */
import { test } from '@playwright/test';
import {
  ANSWER_NAMES,
  CHECK_IN_NAMES,
  CONSOLE_NAMES,
  DISPLAY_NAMES,
  JOIN_NAMES,
  PHONE_NAMES,
} from '../../client/src/gallery/state-names.ts';
import { screensForEach, serverForAll } from '../support/journey.ts';
import { expectAccessible } from '../support/screens.ts';

const server = serverForAll();
const screens = screensForEach();

const SIZES = [
  ['display', DISPLAY_NAMES, ['light']],
  ['phone', [...PHONE_NAMES, ...JOIN_NAMES, ...ANSWER_NAMES, ...CHECK_IN_NAMES], ['light', 'dark']],
  ['console', CONSOLE_NAMES, ['light', 'dark']],
] as const;

for (const [size, names, schemes] of SIZES)
  for (const colorScheme of schemes)
    test(`every state of the ${size} is accessible (${colorScheme})`, async () => {
      test.setTimeout(240_000);
      const page = await screens.open(size, `${server.origin}/gallery`);
      // what slides in is looked at where it stands
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const name of names) {
        await page.goto(`${server.origin}/gallery?only=${name}`);
        // the state in which the server is lost stands after ten seconds of silence
        await page.locator('html[data-ready]').waitFor({ timeout: 30_000 });
        await expectAccessible(page, name);
      }
      screens.expectNoErrors();
    });

test('the gallery itself is accessible', async () => {
  const page = await screens.open('console', `${server.origin}/gallery`);
  await page.locator('h1').waitFor();
  await expectAccessible(page, 'gallery');
  screens.expectNoErrors();
});
