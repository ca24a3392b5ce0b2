import { expect, type Page } from '@playwright/test';

/** Says so, and waits until the page comes anew: what it says then stands on the page that asked, too. */
export async function thatWasMe(page: Page): Promise<void> {
  const yes = page.getByRole('button', { name: 'Yes, that was me' });
  await yes.click();
  await expect(yes).toHaveCount(0);
}
