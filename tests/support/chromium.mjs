/** Where the browser of the journeys is, and how it is started. Imports nothing from node_modules. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { quietly, say } from '../../server/bootstrap.mjs';

/** No sandbox in containers, no GPU, and nothing sent to the browser's maker. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chrome or Chromium of this machine, CHROME_PATH first; null if there is none. */
export function findChromium() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) return runnable(chosen) ? chosen : null;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const inPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...inPath, ...ELSEWHERE].find(runnable) ?? null;
}

/** As `findChromium`, but installs Debian's Chromium first where that needs no question: as root, with apt. */
export async function obtainChromium() {
  const found = findChromium();
  if (found !== null || process.env.CHROME_PATH) return found;
  if (process.getuid?.() !== 0 || !runnable('/usr/bin/apt-get')) return null;
  say('Installing Chromium for the browser tests.');
  const updated = await apt('update');
  const { code, output } = await apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-roboto-unhinted');
  if (code !== 0) say(`${updated.output}\n${output}\nChromium could not be installed.`);
  return findChromium();
}

/** Waits for another apt that holds the lock, and asks nothing. */
const apt = (...args) =>
  quietly(['/usr/bin/apt-get', '-q', '-o', 'DPkg::Lock::Timeout=300', ...args], { DEBIAN_FRONTEND: 'noninteractive' });

function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
