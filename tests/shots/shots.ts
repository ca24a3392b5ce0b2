/**
 * Takes a picture of every state of the gallery at every size and in every look, and puts them on sheets of twelve:
 * `npm run -s shots [-- --only p-now,o-live --to FOLDER]`. `--only`: how the names of the pictures begin. At its end it
 * names those that fell over, printed an error, or cut a word. `--readme` takes the pictures of the README instead.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.mjs';
import { realServer } from '../support/real-server.ts';
import { contactSheets, sheetsOf } from './contact-sheets.ts';
import { indexPage } from './index-page.ts';
import { readmePictures } from './readme.ts';
import { nameOf, SHOTS, type Shot } from './sizes.ts';
import { takeShots, visitsOf } from './take-shots.ts';

const AT_ONCE = 3;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    to: { type: 'string', default: 'shots' },
    readme: { type: 'boolean', default: false },
  },
});

/** Takes them all. @returns what is wrong with which */
async function takeAll(browser: Browser, origin: string, wanted: readonly Shot[], folder: string) {
  const faults = new Map<Shot, string[]>();
  const waiting = visitsOf(wanted);
  const work = async (): Promise<void> => {
    for (let visit = waiting.shift(); visit; visit = waiting.shift()) {
      const found = await takeShots(browser, origin, visit, (shot) => join(folder, `${nameOf(shot)}.png`));
      for (const [shot, lines] of found) if (lines.length > 0) faults.set(shot, lines);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return faults;
}

async function gallery(browser: Browser): Promise<void> {
  const started = performance.now();
  const begins = values.only?.split(',') ?? [''];
  const wanted = SHOTS.filter((shot) => begins.some((begin) => nameOf(shot).startsWith(begin)));
  const folder = resolve(values.to);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const server = await realServer();
  try {
    const faults = await takeAll(browser, server.origin, wanted, folder);
    const sheets = sheetsOf(wanted);
    await contactSheets(browser, folder, sheets);
    writeFileSync(join(folder, 'index.html'), indexPage(sheets, faults));
    const minutes = ((performance.now() - started) / 60_000).toFixed(1);
    console.log(`${wanted.length} pictures and ${sheets.length} sheets in ${folder} in ${minutes} min`);
    for (const [shot, lines] of faults) for (const line of lines) console.log(`${nameOf(shot)}: ${line}`);
    process.exitCode = faults.size > 0 ? 1 : 0;
  } finally {
    await server.remove();
  }
}

const executablePath = findChromium();
const browser = await chromium.launch({
  args: CHROMIUM_FLAGS,
  ...(executablePath === null ? {} : { executablePath }),
  // in the face that most have; the states are taken in this machine's own, which is the wider the better
  ...(values.readme ? { env: { ...process.env, FONTCONFIG_FILE: join(import.meta.dirname, 'roboto.conf') } } : {}),
});
try {
  if (values.readme) console.log(`The pictures of the README are in ${await readmePictures(browser)}`);
  else await gallery(browser);
} finally {
  await browser.close();
}
