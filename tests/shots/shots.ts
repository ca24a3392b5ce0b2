/**
 * Takes a picture of every state of the gallery at every size, and puts them on sheets of twelve:
 * `npm run -s shots [-- --only p-now,o-live --to FOLDER]`. `--only`: how the names of the states begin.
 * At its end it names the states that fell over, printed an error, or are wider than their screen.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.mjs';
import { realServer } from '../support/real-server.ts';
import { contactSheets } from './contact-sheets.ts';
import { nameOf, SHOTS, type Shot } from './sizes.ts';
import { takeShot } from './take-shot.ts';

const AT_ONCE = 3;

const { values } = parseArgs({ options: { only: { type: 'string' }, to: { type: 'string', default: 'shots' } } });
const begins = values.only?.split(',') ?? [''];
const wanted = SHOTS.filter((shot) => begins.some((begin) => nameOf(shot).startsWith(begin)));
const folder = resolve(values.to);

async function takeAll(browser: Browser, origin: string): Promise<string[]> {
  const waiting = [...wanted];
  const faults: string[] = [];
  const work = async (): Promise<void> => {
    for (let shot: Shot | undefined = waiting.shift(); shot; shot = waiting.shift()) {
      const found = await takeShot(browser, origin, shot, join(folder, `${nameOf(shot)}.png`));
      faults.push(...found.map((fault) => `${nameOf(shot as Shot)}: ${fault}`));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return faults;
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const executablePath = findChromium();
const server = await realServer();
const browser = await chromium.launch({ args: CHROMIUM_FLAGS, ...(executablePath === null ? {} : { executablePath }) });
try {
  const faults = await takeAll(browser, server.origin);
  const sheets = await contactSheets(browser, folder, wanted);
  console.log(`${wanted.length} pictures and ${sheets.length} sheets in ${folder}`);
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  await server.remove();
}
