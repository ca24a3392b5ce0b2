import type { Page } from '@playwright/test';

/**
 * Words on a page that speaks the gallery's invented language which no translator was given: text and labels outside of
 * brackets, and not marked as names (`translate="no"`).
 * @param theirs what people and organisers of the gallery wrote themselves
 */
export const wordsNotTranslated = (page: Page, theirs: readonly string[]): Promise<string[]> =>
  page.evaluate((ownWords) => {
    const SPOKEN = [
      'aria-label',
      'aria-description',
      'aria-roledescription',
      'aria-valuetext',
      'title',
      'alt',
      'placeholder',
    ];
    const isName = (element: Element): boolean =>
      element.closest('[translate="no"], kbd, .kbd, script, style') !== null;
    const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
    /** What is left of a text without its bracketed parts, which may hold others as values. */
    const outside = (text: string): string => {
      let depth = 0;
      let rest = '';
      for (const letter of text) {
        if (letter === '[') depth += 1;
        else if (letter === ']') depth -= 1;
        else if (depth <= 0) rest += letter;
      }
      for (const words of ['Lapwing', ...ownWords]) rest = rest.replaceAll(words, '');
      return rest.replace(/\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|November)\b/gu, '');
    };
    // letters with accents come from the invented language
    const saysMore = (text: string): boolean => /[A-Za-z]{2}/u.test(outside(text));
    const found: string[] = [];
    const app = document.getElementById('app') ?? document.body;
    const walker = document.createTreeWalker(app, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Element) {
        if (isName(node) || !isShown(node)) continue;
        for (const name of SPOKEN) {
          const text = node.getAttribute(name) ?? '';
          if (saysMore(text)) found.push(`${node.localName}[${name}]: ${text}`);
        }
      } else if (node.parentElement && !isName(node.parentElement) && isShown(node.parentElement)) {
        const text = node.textContent ?? '';
        if (saysMore(text))
          found.push(`${node.parentElement.localName}.${node.parentElement.className}: ${text.trim()}`);
      }
    }
    return [...new Set(found)];
  }, theirs);

/**
 * Text that does not fit: beyond the sides of the screen (`whole`: of any side), out of the button it stands in, or cut off by a
 * box that hides what is too long. What ends in "…" on purpose is a name, and marked so.
 */
export const textThatDoesNotFit = (page: Page, whole: boolean): Promise<string[]> =>
  page.evaluate((bothWays) => {
    /** A part of a pixel is rounding. */
    const SLACK_PX = 1.5;
    const found: string[] = [];
    const { documentElement: root } = document;
    if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth} px wide`);
    const app = document.getElementById('app') as HTMLElement;
    const walker = document.createTreeWalker(app, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!parent || !/\p{L}/u.test(text) || parent.closest('.k-unseen, [translate="no"], script, style, svg') !== null)
        continue;
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const say = (what: string): unknown => found.push(`${parent.localName}.${parent.className} ${what}: ${text}`);
      for (const box of range.getClientRects()) {
        if (box.width === 0) continue;
        const beside = box.left < -SLACK_PX || box.right > innerWidth + SLACK_PX;
        const above = bothWays && (box.top < -SLACK_PX || box.bottom > innerHeight + SLACK_PX);
        if (beside || above) say('lies beyond the screen');
        for (let outer: Element | null = parent; outer !== null && outer !== app; outer = outer.parentElement) {
          const { overflowX, overflowY } = getComputedStyle(outer);
          const own = outer.getBoundingClientRect();
          const isButton = outer.matches('button, a.quiet-button, a.page-link, a.f-main');
          const hidesX = overflowX === 'hidden' || overflowX === 'clip';
          const hidesY = overflowY === 'hidden' || overflowY === 'clip';
          if ((isButton || hidesX) && (box.left < own.left - SLACK_PX || box.right > own.right + SLACK_PX))
            say('is cut off');
          else if ((isButton || hidesY) && (box.top < own.top - SLACK_PX || box.bottom > own.bottom + SLACK_PX))
            say('is cut off');
        }
      }
    }
    return [...new Set(found)];
  }, whole);
