/** The phone as a thing in a hand: what a thumb reaches covers nothing. */
import { expect, type Page, test } from '@playwright/test';
import { screensForEach, serverForAll } from '../support/journey.ts';

const server = serverForAll();
const screens = screensForEach();

async function state(name: string, width: number, height: number): Promise<Page> {
  const page = await screens.open('phone', `${server.origin}/gallery?only=${name}`);
  await page.setViewportSize({ width, height });
  await page.locator('html[data-ready]').waitFor();
  return page;
}

test('the bar is as high as a thumb needs, at the foot of the screen', async () => {
  const page = await state('p-now', 390, 844);
  const bar = await page.locator('.bar').boundingBox();
  expect(bar?.height).toBeGreaterThanOrEqual(52);
  expect(bar?.height).toBeLessThanOrEqual(58);
  expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeCloseTo(844, 0);
});

for (const name of ['p-now', 'p-pick-consent', 'p-pick-two', 'p-mentor', 'p-notes-two', 'p-calls', 'p-told-two'])
  test(`${name}: nothing that has the focus lies under the bar`, async () => {
    const page = await state(name, 320, 568);
    const covered: string[] = [];
    let seen = 0;
    for (; seen < 60; seen++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const one = document.activeElement;
        const bar = document.querySelector('.bar, .desk-bar');
        if (!one || !bar || one === document.body) return null;
        const [box, edge] = [one.getBoundingClientRect(), bar.getBoundingClientRect().top];
        return {
          hidden: !bar.contains(one) && box.top + Math.min(box.height, 44) > edge,
          what: one.outerHTML.slice(0, 90),
        };
      });
      if (at === null) break;
      if (at.hidden) covered.push(at.what);
    }
    expect(seen).toBeGreaterThan(5);
    expect(covered).toEqual([]);
  });

test('what the bar leads to is in view', async () => {
  const page = await state('p-now', 320, 568);
  await page.getByRole('button', { name: 'Help' }).click();
  await expect(page.getByRole('button', { name: 'I am lost' })).toBeInViewport({ ratio: 1 });
  await page.getByRole('navigation').getByRole('button', { name: 'Notes' }).click();
  const field = page.getByRole('textbox', { name: /^Note about/u });
  await expect(field).toBeFocused();
  await expect(field).toBeInViewport({ ratio: 0.9 });
  const other = await state('p-out', 320, 568);
  await other.getByRole('navigation').getByRole('button', { name: 'My evening' }).click();
  await expect(other.getByRole('heading', { name: 'My evening' })).toBeInViewport({ ratio: 1 });
  screens.expectNoErrors();
});
