import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { drawn } from '../support/drawn.ts';
import { textThatDoesNotFit } from '../support/words-on-page.ts';
import { isWall, type Shot, WRITTEN_PAGES } from './sizes.ts';

/** Pictures that one page can be, one after the other, by being resized and told what its reader prefers. */
export type Visit = readonly Shot[];

const PHONE_WIDTH = 500;
/** Pages of forms and lists are looked at beyond the fold, but not for ever. */
const SCREENS_AT_MOST = 2;

const visitOf = ({ state, width, look }: Shot): string =>
  [state, width < PHONE_WIDTH, look === 'paper' || look === 'grey' ? 'paper' : look === 'bright'].join(' ');

/** Puts together what can be taken from one page. */
export function visitsOf(shots: readonly Shot[]): Visit[] {
  const visits = new Map<string, Shot[]>();
  for (const shot of shots) visits.set(visitOf(shot), [...(visits.get(visitOf(shot)) ?? []), shot]);
  return [...visits.values()];
}

const contextOf = ({ width, height }: Shot): BrowserContextOptions => ({
  viewport: { width, height },
  locale: 'en-GB',
  reducedMotion: 'reduce',
  ...(width < PHONE_WIDTH ? { deviceScaleFactor: 2, isMobile: true, hasTouch: true } : {}),
});

/** What is wrong with a page as anybody could see: nothing there, or words that are cut. */
async function faultsOf(page: Page, shot: Shot): Promise<string[]> {
  const parts = await page.locator('#app > *, body > main').count();
  return [...(parts === 0 ? ['nothing is shown'] : []), ...(await textThatDoesNotFit(page, isWall(shot)))];
}

/** Goes to the gallery's state and waits until it stands; a page of the server's own stands as soon as it is there. */
async function openState(page: Page, origin: string, { state, look }: Shot): Promise<void> {
  const written = WRITTEN_PAGES[state];
  if (written !== undefined) {
    await page.goto(`${origin}${written}`);
    return;
  }
  await page.goto(`${origin}/gallery?only=${state}${look === 'bright' ? '&theme=bright' : ''}`);
  await page.locator('html[data-ready]').waitFor({ timeout: 30_000 });
}

async function settle(page: Page, { width, height, look }: Shot): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia(
    look === 'paper' || look === 'grey' ? { media: 'print' } : { colorScheme: look === 'dark' ? 'dark' : 'light' },
  );
  if (look === 'grey') await page.locator('html').evaluate((root) => root.style.setProperty('filter', 'grayscale(1)'));
  await drawn(page);
}

/** A phone in its night and a wall are what fits the screen; everything else is also read by scrolling. */
async function photograph(page: Page, shot: Shot, path: string): Promise<void> {
  if (shot.look === 'paper' || shot.look === 'grey') {
    await page.locator('.paper-page').first().screenshot({ path });
    return;
  }
  const { state, width, height } = shot;
  if (isWall(shot) || /^p-(?!details)/u.test(state)) {
    await page.screenshot({ path });
    return;
  }
  const long = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width, height: Math.min(Math.max(long, height), SCREENS_AT_MOST * height) };
  await page.screenshot({ path, fullPage: true, clip });
}

/**
 * Opens a state of the gallery, waits until it stands, and takes its pictures.
 * @param pathOf where a picture is put
 * @returns what is wrong with each
 */
export async function takeShots(
  browser: Browser,
  origin: string,
  visit: Visit,
  pathOf: (shot: Shot) => string,
): Promise<Map<Shot, string[]>> {
  const faults = new Map<Shot, string[]>();
  const [first] = visit;
  if (!first) return faults;
  const context = await browser.newContext(contextOf(first));
  const page = await context.newPage();
  // tsx names the functions that it hands to the page with a helper of its own
  await page.addInitScript('globalThis.__name = (named) => named;');
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // the address of nothing is meant to say so
    if (message.type() === 'error' && first.state !== 'g-none') errors.push(message.text());
  });
  try {
    await openState(page, origin, first);
    for (const shot of visit) {
      await settle(page, shot);
      await photograph(page, shot, pathOf(shot));
      faults.set(shot, await faultsOf(page, shot));
    }
  } catch (error) {
    errors.push(String(error).split('\n')[0] ?? '');
  } finally {
    await context.close();
  }
  faults.set(first, [...errors, ...(faults.get(first) ?? [])]);
  return faults;
}
