/**
 * Every component and every state of the screens: looked at by axe in both colour schemes, and measured as those meet it who
 * need it narrow, enlarged, turned round, still, in their system's colours, or with large targets.
 */
import { expect, type Page, test } from '@playwright/test';
import {
  ANSWER_NAMES,
  CHECK_IN_NAMES,
  COMMUNITY_NAMES,
  CONSOLE_NAMES,
  DISPLAY_NAMES,
  JOIN_NAMES,
  PHONE_NAMES,
} from '../../client/src/gallery/state-names.ts';
import { openState, speakAs } from '../support/gallery.ts';
import { screensForEach, serverForAll } from '../support/journey.ts';
import { outOfReach } from '../support/reach.ts';
import { bringAxe, expectAccessible, expectContrast } from '../support/screens.ts';
import { textThatDoesNotFit } from '../support/words-on-page.ts';

const server = serverForAll();
const screens = screensForEach();

/** Of how many states in a row one is compared with itself on a page of its own. */
const EVERY = 9;

/** As wide as a page of 1280 px at 400 % (WCAG 1.4.10). */
const NARROW = { width: 320, height: 640 };
const PHONE = { size: 'phone', enlargedAt: { width: 390, height: 844 }, narrow: NARROW } as const;
const CONSOLE = { size: 'console', enlargedAt: { width: 1280, height: 800 }, narrow: NARROW } as const;
/** A state takes two seconds; one that hangs is named. */
const LONGEST_MS = 90_000;
const HALF = Math.ceil(CONSOLE_NAMES.length / 2);

const SURFACES = [
  // a wall is dark or bright by its own choice, and as wide as it is
  { what: 'display', names: DISPLAY_NAMES, reach: { size: 'display', enlargedAt: null, narrow: null } },
  { what: 'phone', names: PHONE_NAMES, reach: PHONE },
  {
    what: 'public pages and the door',
    names: [...JOIN_NAMES, ...ANSWER_NAMES, ...COMMUNITY_NAMES, ...CHECK_IN_NAMES],
    reach: PHONE,
  },
  { what: 'console, first half', names: CONSOLE_NAMES.slice(0, HALF), reach: CONSOLE },
  { what: 'console, second half', names: CONSOLE_NAMES.slice(HALF), reach: CONSOLE },
] as const;

for (const { what, names, reach } of SURFACES)
  test(`every state is accessible and in reach: ${what}`, async () => {
    test.setTimeout(600_000);
    const page = await screens.open(reach.size, `${server.origin}/gallery`);
    await bringAxe(page);
    const found: Record<string, readonly string[]> = {};
    for (const name of names)
      await test.step(
        name,
        async () => {
          // what slides in is looked at where it stands
          await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
          await openState(page, server.origin, name);
          await expectAccessible(page, name);
          if (reach.size !== 'display') {
            await page.emulateMedia({ colorScheme: 'dark' });
            await expectContrast(page, name);
          }
          const faults = await outOfReach(page, reach);
          // that every word of it is given to translators is looked up in its source; the other surfaces have a journey of their own
          if (reach === CONSOLE) faults.push(...(await tooLong(page)));
          if (faults.length > 0) found[name] = faults;
        },
        { timeout: LONGEST_MS },
      );
    expect(found, 'all of it is in reach').toEqual({});
    screens.expectNoErrors();
  });

test('a state that follows another on its page is the same as on a page of its own', async () => {
  test.setTimeout(300_000);
  for (const { names } of SURFACES.filter(({ reach }) => reach !== CONSOLE)) {
    const [alone, after] = [await screens.open('phone', server.origin), await screens.open('phone', server.origin)];
    for (const page of [alone, after]) await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const [index, name] of names.entries()) {
      await openState(after, server.origin, name);
      if (index % EVERY !== EVERY - 1) continue;
      await alone.goto(server.origin);
      await openState(alone, server.origin, name);
      // parts that are fetched when they are needed, as a code to scan, come a moment later
      await expect(async () => expect(await marksOf(after), name).toBe(await marksOf(alone))).toPass({
        timeout: 15_000,
      });
    }
  }
});

/** What does not fit in German, and in a language that nobody speaks and that is longer than any. */
async function tooLong(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const language of ['de', 'pseudo']) {
    await speakAs(page, language);
    found.push(...(await textThatDoesNotFit(page, false)).map((line) => `${language}: ${line}`));
  }
  return found;
}

/** The page as it is marked up and how long it is, without the names that parts of it give each other. */
const marksOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const named = /\s(?:id|for|name|list|aria-[a-z]+by|aria-controls)="[^"]*"/gu;
    return `${document.body.outerHTML.replaceAll(named, '')} ${document.documentElement.scrollHeight} px`;
  });

test('the gallery itself is accessible', async () => {
  const page = await screens.open('console', `${server.origin}/gallery`);
  await page.locator('h1').waitFor();
  await expectAccessible(page, 'gallery');
  screens.expectNoErrors();
});
