import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const SIZES = {
  console: { width: 1440, height: 900 },
  display: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
} as const;

/** Errors that a page printed, less those of a server that the test itself took away. */
export interface Screens {
  /** @param locale what the browser asks for; English, unless said otherwise */
  open(size: keyof typeof SIZES, address: string, locale?: string): Promise<Page>;
  /** While `work` runs, failing connections are expected. */
  whileServerIsGone<Done>(work: () => Promise<Done>): Promise<Done>;
  /** @param but what the test itself brought about, e.g. a request that is to be refused */
  expectNoErrors(but?: RegExp): void;
  /** A picture of every open page, for somebody who has to find out why a journey failed. */
  picture(pathOf: (name: string) => string): Promise<void>;
  close(): Promise<void>;
}

export function screensOf(browser: Browser): Screens {
  const contexts: BrowserContext[] = [];
  const errors: string[] = [];
  let serverGone = false;
  const record = (text: string): void => {
    const connection =
      /ERR_CONNECTION|WebSocket connection|Failed to load resource|ERR_SOCKET|ERR_EMPTY|fetching the script/u.test(
        text,
      );
    // who leaves a page whose line to the server does not stand yet has done nothing wrong
    const left = text.includes('WebSocket is closed before the connection is established');
    if (!left && !(serverGone && connection)) errors.push(text);
  };
  return {
    async open(size, address, locale = 'en-GB') {
      const phone = size === 'phone';
      const context = await browser.newContext({ viewport: SIZES[size], hasTouch: phone, isMobile: phone, locale });
      contexts.push(context);
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning')
          record(`${size}: ${message.text()} (${message.location().url.replace(/^https?:\/\/[^/]*/u, '')})`);
      });
      page.on('pageerror', (error) => record(`${size}: ${error.message}`));
      await page.goto(address);
      return page;
    },
    async whileServerIsGone(work) {
      serverGone = true;
      const done = await work();
      serverGone = false;
      return done;
    },
    expectNoErrors: (but) =>
      expect(
        errors.filter((text) => !but?.test(text)),
        'no page may print errors',
      ).toEqual([]),
    async picture(pathOf) {
      const pages = contexts.flatMap((context) => context.pages());
      await Promise.all(pages.map((page, index) => page.screenshot({ path: pathOf(`screen-${index}.png`) })));
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
    },
  };
}

/**
 * Fails with the rule and the element when a screen is not accessible (WCAG 2.2 A and AA). A phone's page is looked at
 * whole: what lies under the bar at its foot can be scrolled to, and is no smaller for it.
 */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  expect(await lookedAtWhole(page, () => violationsOn(page)), `${what} is accessible`).toEqual([]);
}

async function lookedAtWhole<Found>(page: Page, look: () => Promise<Found>): Promise<Found> {
  const size = page.viewportSize();
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  const isLong = size !== null && size.width <= SIZES.phone.width && whole > size.height;
  if (isLong) await page.setViewportSize({ ...size, height: whole });
  const found = await look();
  if (isLong) await page.setViewportSize(size);
  return found;
}

/** The same for the colours alone, on a page that was looked at in others: nothing else in it depends on them. */
export async function expectContrast(page: Page, what: string): Promise<void> {
  const found = await lookedAtWhole(page, () => violationsOn(page, COLOUR_RULES));
  expect(found, `${what} has enough contrast`).toEqual([]);
}

const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** @param rules all of WCAG 2.2 A and AA, unless some are named */
async function violationsOn(page: Page, rules: readonly string[] = []): Promise<string[]> {
  // Evaluated, not added as a script element: the page's content security policy refuses those, as it should.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async (named) => {
    const { axe } = window as unknown as {
      axe: {
        run(context: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const runOnly = named.length === 0 ? { type: 'tag', values: tags } : { type: 'rule', values: named };
    // what passes is not listed element by element, and nothing is fetched anew: that is for pages with films or sounds of their own
    const options = { runOnly, resultTypes: ['violations'], selectors: false, preload: false };
    const { violations } = await axe.run(document, options);
    return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' | ')}`);
  }, rules);
}

/** For pages that are looked at by the hundred: every document of this one has axe from its start, and is not handed it. */
export const bringAxe = (page: Page): Promise<unknown> => page.addInitScript({ content: AXE });

/** The element that tells tests what a screen shows. */
export const shownOn = (page: Page): Locator => page.locator('[data-phase]').first();

export async function expectPhase(page: Page, phase: string, round?: number): Promise<void> {
  await expect(shownOn(page)).toHaveAttribute('data-phase', phase, { timeout: 15_000 });
  if (round !== undefined) await expect(shownOn(page)).toHaveAttribute('data-round', String(round));
}

export const attribute = async (page: Page, name: string): Promise<string> =>
  (await shownOn(page).getAttribute(`data-${name}`)) ?? '';

/** When the countdown of a page ends, in ms since 1970 by the clock all pages share: read as it is drawn, not some time after. */
export const endsAt = (page: Page): Promise<number> =>
  shownOn(page).evaluate(
    (screen) =>
      new Promise<number>((drawn) => {
        const watch = new MutationObserver(() => {
          watch.disconnect();
          drawn(Date.now() + Number(screen.getAttribute('data-left-ms')));
        });
        watch.observe(screen, { attributeFilter: ['data-left-ms'] });
      }),
  );

export const leftMs = async (page: Page): Promise<number> => Number(await attribute(page, 'left-ms'));

/** When a page turned, in ms since 1970: after its last frame that showed the old phase, by the first that shows the new. */
export interface Turn {
  readonly after: number;
  readonly by: number;
}

/** Notes, on the page itself, when its phase next becomes `phase`; read it with `turnOf`. All pages share one clock. */
export async function watchFor(page: Page, phase: string): Promise<void> {
  await page.evaluate((wanted) => {
    const seen = window as unknown as { turn: Turn | null };
    seen.turn = null;
    let after = Date.now();
    const look = (): void => {
      const by = Date.now();
      if (document.querySelector('[data-phase]')?.getAttribute('data-phase') === wanted) seen.turn ??= { after, by };
      else requestAnimationFrame(look);
      after = by;
    };
    requestAnimationFrame(look);
  }, phase);
}

export const turnOf = (page: Page): Promise<Turn> =>
  page
    .waitForFunction(() => (window as unknown as { turn: Turn | null }).turn, null, { timeout: 15_000 })
    .then((handle) => handle.jsonValue() as Promise<Turn>);

/**
 * How far apart pages turned, in ms, at the least: what passed between the first that showed the new phase and the last
 * that still drew the old one. A page that could draw nothing meanwhile, on a busy machine, is given that time.
 */
export const apartMs = (turns: readonly Turn[]): number =>
  Math.max(0, Math.max(...turns.map(({ after }) => after)) - Math.min(...turns.map(({ by }) => by)));
