/**
 * What a screen owes those who see, read or point differently, measured on the page as it stands: it is loaded once, then
 * made narrow, enlarged, turned round and put into a system's own colours.
 */
import type { Page } from '@playwright/test';
import { cutOrOverlapping } from './cut-or-overlapping.ts';
import { lostInForcedColours } from './forced-colours.ts';

/** A surface, and at which width its text is doubled. */
export interface Reach {
  readonly size: 'display' | 'phone' | 'console';
  readonly enlargedAt: { readonly width: number; readonly height: number } | null;
  /** The narrowest screen it is for; null: a wall, which is no narrower than it is. */
  readonly narrow: { readonly width: number; readonly height: number } | null;
}

/** No target is smaller in either direction (WCAG 2.5.8), and on a phone no button (thumbs, standing). */
const LEAST_TARGET_PX = 24;
const LEAST_THUMB_PX = 44;

/** Everything that is wrong with the page in one of these manners, in words that name the element. */
export async function outOfReach(page: Page, { size, enlargedAt, narrow }: Reach): Promise<string[]> {
  const normal = page.viewportSize();
  const found: string[] = [];
  const note = (manner: string, lines: readonly string[]): void => {
    found.push(...lines.map((line) => `${manner}: ${line}`));
  };
  note('less motion', await motionOn(page));
  note('targets', await smallTargets(page, size === 'phone' ? LEAST_THUMB_PX : LEAST_TARGET_PX, LEAST_TARGET_PX));
  if (enlargedAt !== null) {
    await enlarge(page, 2);
    if (enlargedAt.width !== normal?.width) await page.setViewportSize(enlargedAt);
    note('200 % text', await cutOrOverlapping(page));
    await enlarge(page, 1);
  }
  if (narrow !== null) {
    await page.setViewportSize(narrow);
    note(`${narrow.width} px`, await cutOrOverlapping(page));
  }
  await turn(page, 'rtl');
  note('right to left', await tooWide(page));
  await turn(page, 'ltr');
  if (normal !== null && narrow !== null) await page.setViewportSize(normal);
  await page.emulateMedia({ forcedColors: 'active' });
  note("the system's colours", await lostInForcedColours(page));
  await page.emulateMedia({ forcedColors: 'none' });
  return found;
}

const turn = (page: Page, to: 'rtl' | 'ltr'): Promise<void> =>
  page.evaluate((direction) => {
    document.documentElement.dir = direction;
  }, to);

/** As somebody does who asks their browser for larger text: what is said in `rem` and `em` follows, also how wide a page is. */
async function enlarge(page: Page, times: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: 16 * times, fixed: 13 * times } });
  await devtools.detach();
}

/** What would still move for somebody who asked for stillness. To fade is no motion. */
const motionOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const LONGEST_MS = 10;
    const found = new Set<string>();
    const nameOf = (one: Element | null): string => `${one?.localName}.${one?.getAttribute('class') ?? ''}`;
    for (const animation of document.getAnimations()) {
      const effect = animation.effect as KeyframeEffect | null;
      const moves = (effect?.getKeyframes() ?? []).some((frame) =>
        Object.keys(frame).some((key) => !/^(?:offset|computedOffset|easing|composite|opacity)$/u.test(key)),
      );
      const { duration } = effect?.getTiming() ?? {};
      if (moves && (typeof duration !== 'number' || duration > LONGEST_MS))
        found.add(`${nameOf(effect?.target ?? null)} is animated`);
    }
    const longest = (list: string): number =>
      Math.max(...list.split(',').map((one) => Number.parseFloat(one) * (/\dms/u.test(one) ? 1 : 1000)));
    for (const one of document.querySelectorAll('#app *')) {
      const { transitionDuration, transitionProperty } = getComputedStyle(one);
      if (transitionDuration !== '0s' && transitionProperty !== 'opacity' && longest(transitionDuration) > LONGEST_MS)
        found.add(`${nameOf(one)} takes ${transitionDuration} for ${transitionProperty}`);
    }
    return [...found];
  });

/**
 * Controls too small to be hit. A link within a sentence is as high as its line, and may be; a box to tick is hit by its
 * label too.
 */
const smallTargets = (page: Page, leastOfButtons: number, least: number): Promise<string[]> =>
  page.evaluate(
    ([thumb, floor]) => {
      const SLACK_PX = 0.5;
      const found = new Set<string>();
      const modal = document.querySelector('dialog[open]') ?? document;
      const CONTROLS =
        'a[href], button, input, select, textarea, summary, [role=button], [role=option], [role=tab], [role=switch]';
      for (const one of modal.querySelectorAll<HTMLElement>(CONTROLS)) {
        if (!one.checkVisibility({ visibilityProperty: true }) || one.matches('[type=hidden], [type=file]')) continue;
        if (one.closest('.k-unseen, .skip, [aria-hidden=true]') !== null) continue;
        let { left, right, top, bottom } = one.getBoundingClientRect();
        const tick = one.matches('[type=checkbox], [type=radio]');
        const label = tick ? (one as HTMLInputElement).labels?.[0]?.getBoundingClientRect() : undefined;
        if (label) {
          left = Math.min(left, label.left);
          right = Math.max(right, label.right);
          top = Math.min(top, label.top);
          bottom = Math.max(bottom, label.bottom);
        }
        const words = (one.closest('p, li, dd, td, small, label, h1, h2, h3')?.textContent ?? '').trim();
        const inSentence =
          one.localName === 'a' && getComputedStyle(one).display === 'inline' && words !== one.textContent?.trim();
        if (inSentence) continue;
        const wanted = one.matches('button, select, [role=button]') ? thumb : floor;
        const [width, height] = [right - left, bottom - top];
        if (height < wanted - SLACK_PX || width < Math.min(wanted, 44) - SLACK_PX)
          found.add(
            `${one.localName}.${one.className} is ${Math.round(width)} × ${Math.round(height)} px: ${(one.getAttribute('aria-label') ?? (one as HTMLInputElement).labels?.[0]?.textContent ?? one.textContent ?? '').trim().slice(0, 40)}`,
          );
      }
      return [...found];
    },
    [leastOfButtons, least] as const,
  );

const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { documentElement: root } = document;
    if (root.scrollWidth <= root.clientWidth) return [];
    const found = [`the page is ${root.scrollWidth} px wide`];
    for (const one of document.querySelectorAll('#app *')) {
      const { left, right, width } = one.getBoundingClientRect();
      if (width > 0 && (right > root.clientWidth + 1 || left < -1) && found.length < 4)
        found.push(`${one.localName}.${one.getAttribute('class') ?? ''} reaches from ${left} to ${right}`);
    }
    return [found.join(', ')];
  });
