/** How long somebody on a slow phone and a slow network waits until they see their own table: `npm run -s bench:phone`. */
import { parseArgs } from 'node:util';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.mjs';
import { realServer } from '../support/real-server.ts';
import { runningNight } from '../support/running-night.ts';
import { SIZES } from '../support/screens.ts';

const USAGE = 'npm run -s bench:phone -- [--runs N] [--json]';
/** 400 kbit/s with 400 ms to the first byte, on a processor four times slower than this one. */
const NETWORK = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const CPU_SLOWER = 4;
/** What shows a person their own table: the plate of the card, or of the way there. */
const OWN_TABLE = '.seat-plate, .go-plate';
/** Longer than this is not measured any more. */
const GIVE_UP_MS = 60_000;

interface Figure {
  readonly name: string;
  /** Seconds of the median run, and of all. */
  readonly seconds: number;
  readonly runs: readonly number[];
  readonly goal: number;
  readonly met: boolean;
}

/**
 * Notes, in the page, when the own table was first on the screen; in milliseconds from the press on the link. Text, since
 * what runs this file puts names of its own into functions.
 */
const WATCH = `
  window.tableAt = null;
  requestAnimationFrame(function look() {
    const painted = performance.getEntriesByName('first-contentful-paint').length > 0;
    if (painted && document.querySelector('${OWN_TABLE}')) window.tableAt = performance.now();
    else requestAnimationFrame(look);
  });
`;

async function slowPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', NETWORK);
  await line.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWER });
  await page.addInitScript(WATCH);
  return page;
}

/** Opens an address on a slow phone; answers the seconds until the own table was there. */
async function opened(context: BrowserContext, address: string): Promise<number> {
  const page = await slowPage(context);
  await page.goto(address, { waitUntil: 'commit', timeout: GIVE_UP_MS });
  const at = await page.waitForFunction(() => (window as unknown as { tableAt: number | null }).tableAt, null, {
    timeout: GIVE_UP_MS,
  });
  const milliseconds = (await at.jsonValue()) as number;
  // what comes after must not slow the next opening
  await page.waitForLoadState('networkidle', { timeout: GIVE_UP_MS }).catch(() => undefined);
  await page.close();
  return milliseconds / 1_000;
}

const newPhone = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ viewport: SIZES.phone, isMobile: true, hasTouch: true, serviceWorkers: 'block' });

async function forgetFiles(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
  await page.close();
}

function figure(name: string, goal: number, runs: readonly number[]): Figure {
  const sorted = [...runs].sort((one, other) => one - other);
  const seconds = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return { name, seconds, runs, goal, met: seconds <= goal };
}

/** @throws with a sentence that says what is wrong */
function options(): { readonly runs: number; readonly json: boolean } {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '5' }, json: { type: 'boolean', default: false } },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1 || runs > 50)
    throw new Error(`--runs has to be a whole number 1 to 50\n${USAGE}`);
  return { runs, json: values.json };
}

async function measure(runs: number): Promise<Figure[]> {
  const executablePath = findChromium();
  const server = await realServer({ DEMO: '1' });
  const browser = await chromium.launch({
    args: CHROMIUM_FLAGS,
    ...(executablePath === null ? {} : { executablePath }),
  });
  const first: number[] = [];
  const again: number[] = [];
  const emptied: number[] = [];
  try {
    const desk = await browser.newContext();
    const page = await desk.newPage();
    await page.goto(server.ready.console);
    const night = await runningNight(server, page);
    await night.start();
    await page.close();
    const students = night.people.filter(({ role }) => role === 'student');
    for (let run = 0; run < runs; run++) {
      // a phone of its own each time: a link is open on three at most
      const link = await night.link(students[run % students.length]?.id ?? '');
      const own = link.split('#')[0] ?? '';
      const phone = await newPhone(browser);
      first.push(await opened(phone, link));
      again.push(await opened(phone, own));
      await forgetFiles(phone);
      emptied.push(await opened(phone, own));
      await phone.close();
    }
  } finally {
    await browser.close();
    await server.remove();
  }
  return [
    figure('first opening by link', 4, first),
    figure('second opening', 2.5, again),
    figure('second opening, files forgotten', 2.5, emptied),
  ];
}

const { runs, json } = options();
const figures = await measure(runs);
for (const { name, seconds, goal, met, runs: all } of figures) {
  const range = `${Math.min(...all).toFixed(2)}–${Math.max(...all).toFixed(2)}`;
  process.stdout.write(
    `${name.padEnd(34)} ${seconds.toFixed(2)} s   (${range})   goal ${goal} s   ${met ? 'met' : 'MISSED'}\n`,
  );
}
if (json) process.stdout.write(`${JSON.stringify({ network: NETWORK, cpuSlower: CPU_SLOWER, figures })}\n`);
process.exitCode = figures.every(({ met }) => met) ? 0 : 1;
