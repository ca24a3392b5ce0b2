import { expect, type Page } from '@playwright/test';

/**
 * Shows a state of the gallery and waits until it stands. The page of another state of its surface is gone on with: the
 * same stands there, at a quarter of the time. A console is loaded anew, because it keeps more than it shows.
 * @param more what the address says besides, e.g. `&theme=bright`
 */
export async function openState(page: Page, origin: string, name: string, more = ''): Promise<void> {
  const address = `/gallery?only=${name}${more}`;
  if (name.startsWith('o-') || !page.url().startsWith(`${origin}/gallery?only=`))
    await page.goto(`${origin}${address}`);
  else
    await page.evaluate((next) => {
      history.replaceState(null, '', `${next}${location.hash}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }, address);
  // the state in which the server is lost stands after ten seconds of silence
  await page.locator(`html[data-ready][data-state="${name}"]`).waitFor({ timeout: 30_000 });
}

/** @param language `de`, or `pseudo` and `pseudo-rtl`, which nobody speaks: how the page speaks from now on */
export async function speakAs(page: Page, language: string): Promise<void> {
  await page.evaluate((detail) => dispatchEvent(new CustomEvent('speak', { detail })), language);
  await expect(page.locator('html')).toHaveAttribute('data-speaks', language);
}
