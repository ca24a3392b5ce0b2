/** `npm test`: installs what is missing, runs every check and test, and ends with one line of counts. */
import { build, checkNode, install, root, say } from '../server/bootstrap.mjs';
import { advisories } from './support/advisories.mjs';
import { obtainChromium } from './support/chromium.mjs';
import { countJourneys, faults, journeys, sum, typesAndLint, vitest } from './support/steps.mjs';

checkNode();
process.chdir(root);
// The driver compiles on one core for a minute; the browser arrives meanwhile.
const [chromium] = await Promise.all([obtainChromium(), install()]);

// Built first: some tests weigh what a phone loads.
const failure = await build();
const total = sum([await typesAndLint(), await packages(), await vitest(), await browserTests(), await faults()]);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

async function browserTests() {
  if (failure !== null) {
    say(failure);
    return { passed: 0, failed: 1, skipped: await countJourneys() };
  }
  if (chromium !== null) return journeys(chromium);
  const must = Boolean(process.env.CI || process.env.REQUIRE_BROWSER);
  const bar = '!'.repeat(78);
  say(`\n${bar}\n!! BROWSER TESTS SKIPPED: no Chrome or Chromium found. Install one, or set CHROME_PATH.\n${bar}`);
  return { passed: 0, failed: must ? 1 : 0, skipped: await countJourneys() };
}

async function packages() {
  const found = await advisories();
  if (found.state === 'unchecked') {
    say(`Known faults of packages: UNCHECKED, the registry gave no answer.`);
    return { passed: 0, failed: 0, skipped: 0 };
  }
  say(`Known faults of packages: ${found.high.length === 0 ? 'none that is high' : found.high.join(', ')}.`);
  return { passed: found.high.length === 0 ? 1 : 0, failed: found.high.length === 0 ? 0 : 1, skipped: 0 };
}
