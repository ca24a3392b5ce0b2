import type { Page } from '@playwright/test';

const PASSWORD = 'purple kettle walks home';

/** Makes the first account at the printed address; with an account there already, signs in to it. */
export async function enterConsole(page: Page, name = 'Mei'): Promise<void> {
  const email = `${name.toLowerCase()}@staff.example.org`;
  const isNew = page.getByRole('heading', { name: 'Welcome. Who are you?' });
  const isKnown = page.getByRole('heading', { name: 'Sign in', exact: true });
  await isNew.or(isKnown).waitFor();
  const first = await isNew.isVisible();
  if (first) await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: first ? 'Go in' : 'Sign in', exact: true }).click();
  // by name: the choice of language is a navigation too, and there before anybody is in
  const sections = page.getByRole('navigation', { name: 'Sections' });
  await page.getByRole('heading', { name: 'Events', exact: true }).or(sections).first().waitFor();
}
