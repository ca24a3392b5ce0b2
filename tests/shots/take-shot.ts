import type { Browser, Page } from '@playwright/test';
import type { Shot } from './sizes.ts';

/** What is wrong with a page as anybody could see: nothing there, or text beyond its edge. */
async function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    if ((document.getElementById('app')?.childElementCount ?? 0) === 0) faults.push('nothing is shown');
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`${scrollWidth - clientWidth} px wider than the screen`);
    return faults;
  });
}

/** Opens a state of the gallery, waits until it stands, and takes its picture. @returns what is wrong with it */
export async function takeShot(browser: Browser, origin: string, shot: Shot, path: string): Promise<string[]> {
  const { state, width, height, scheme } = shot;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale: 'en-GB',
    reducedMotion: 'reduce',
    deviceScaleFactor: width < 500 ? 2 : 1,
    isMobile: width < 500,
    hasTouch: width < 500,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  try {
    await page.goto(`${origin}/gallery?only=${state}`);
    await page.locator('html[data-ready]').waitFor({ timeout: 15_000 });
    await page.screenshot({ path });
    return [...errors, ...(await faultsOf(page))];
  } catch (error) {
    await page.screenshot({ path });
    return [...errors, String(error).split('\n')[0] ?? ''];
  } finally {
    await context.close();
  }
}
