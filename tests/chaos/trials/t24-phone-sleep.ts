import { type Browser, chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../support/chromium.mjs';
import { secondsUntilShown } from '../machinery/browser.ts';
import { type Night, openNight } from '../machinery/night.ts';
import type { Control, Finding, Trial } from '../trial.ts';

const OFF_BY_MS = 1_000;
const TEN_MINUTES_MS = 600_000;
const SHORTLY_MS = 4_000;

/** A phone's page, with a wall clock that a test can put forward, and a count of its open sockets. */
async function phonePage(browser: Browser, link: string): Promise<{ page: Page; open(): Promise<number> }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    const made: WebSocket[] = [];
    const Native = window.WebSocket;
    Object.assign(window, { made });
    window.WebSocket = class extends Native {
      constructor(address: string | URL) {
        super(address);
        made.push(this);
      }
    };
    const real = Date.now.bind(Date);
    const world = window as unknown as { ahead: number };
    world.ahead = 0;
    Date.now = () => real() + world.ahead;
  });
  await page.goto(link);
  const open = (): Promise<number> =>
    page.evaluate(() => {
      const { made } = window as unknown as { made: WebSocket[] };
      return made.filter(({ readyState }) => readyState <= WebSocket.OPEN).length;
    });
  return { page, open };
}

const otherPress = (night: Night) =>
  ({ kind: night.ada.room?.moment.phase.kind === 'paused' ? 'resume' : 'pause' }) as const;

async function frozen(night: Night, page: Page, wakes: boolean): Promise<number | null> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  // a page that is looked at runs on all the same: its next line waits until it may wake
  await session.send('Debugger.enable');
  await session.send('Debugger.pause');
  const { version } = await night.ada.press(otherPress(night));
  if (wakes) {
    await session.send('Debugger.disable');
    await session.send('Page.setWebLifecycleState', { state: 'active' });
  }
  return secondsUntilShown(page, version, wakes ? undefined : SHORTLY_MS);
}

/** The device slept ten minutes: its wall clock went on, the page's own clock did not. */
async function clockStoodStill(night: Night, page: Page): Promise<string[]> {
  if (night.ada.room?.moment.phase.kind === 'paused') await night.ada.press({ kind: 'resume' });
  const room = await night.look();
  await secondsUntilShown(page, room.v);
  await page.evaluate((ahead) => {
    (window as unknown as { ahead: number }).ahead = ahead;
    document.dispatchEvent(new Event('visibilitychange'));
  }, TEN_MINUTES_MS);
  const { phase } = room.moment;
  if (!('endsAt' in phase)) return ['the night does not count down'];
  // The page is right once a new exchange has come in; on a busy machine that takes a little.
  const right = await page
    .waitForFunction(
      ([endsAt, most]) => {
        const real = Date.now() - (window as unknown as { ahead: number }).ahead;
        const left = Number(document.querySelector('[data-left-ms]')?.getAttribute('data-left-ms'));
        return Math.abs(left - (endsAt - real)) <= most;
      },
      [phase.endsAt, OFF_BY_MS] as const,
      { timeout: 20_000 },
    )
    .then(() => true)
    .catch(() => false);
  return right ? [] : ['after ten minutes of sleep the countdown stayed wrong'];
}

async function sleeps(wakes: boolean): Promise<Finding> {
  const night = await openNight();
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: CHROMIUM_FLAGS });
  const faults: string[] = [];
  const link = (night.links[0] ?? '').replace(/^http:\/\/[^/]+/u, `http://localhost:${night.port}`);
  const took: (number | null)[] = [];
  try {
    const { page, open } = await phonePage(browser, link);
    if ((await secondsUntilShown(page, (await night.look()).v)) === null) faults.push('the phone never opened');
    took.push(await frozen(night, page, wakes));
    if (took[0] === null) faults.push('a page that was frozen never came to the newest state');
    if (wakes) {
      faults.push(...(await clockStoodStill(night, page)));
      // Back from another page, out of the browser's memory or anew.
      await page.goto('about:blank');
      const { version } = await night.ada.press(otherPress(night));
      await page.goBack();
      took.push(await secondsUntilShown(page, version));
      // The storage is cleared, the cookie stays.
      await page.evaluate(() => localStorage.clear());
      await page.reload();
      took.push(await secondsUntilShown(page, version));
      const second = await page.context().newPage();
      await second.goto(page.url());
      const next = await night.ada.press(otherPress(night));
      took.push(await secondsUntilShown(page, next.version), await secondsUntilShown(second, next.version));
      if (took.includes(null)) faults.push('a page that came back never came to the newest state');
      const sockets = await open();
      if (sockets !== 1) faults.push(`the page holds ${sockets} sockets`);
    }
    const slowest = Math.max(...took.map((seconds) => seconds ?? 0));
    return { figures: { returns: took.length, slowestSeconds: Number(slowest.toFixed(2)) }, faults };
  } finally {
    await browser.close();
    await night.close();
  }
}

export const phoneSleep: Trial = {
  id: 'T24',
  title: 'a phone’s page is frozen, sleeps ten minutes, goes back, loses its storage, has a second tab',
  short: false,
  needs: ['chromium'],
  run: () => sleeps(true),
  async control(): Promise<Control> {
    return { what: 'the page stays frozen', found: await sleeps(false) };
  },
};
