import type { Page } from '@playwright/test';

/** A browser without a window may stop drawing until something moves: what is measured is laid out all the same. */
const LONGEST_MS = 2_000;

/** Waits until the page was drawn with what was just changed about it. */
export const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    (longest) =>
      new Promise((done) => {
        setTimeout(done, longest);
        requestAnimationFrame(() => requestAnimationFrame(() => done()));
      }),
    LONGEST_MS,
  );
