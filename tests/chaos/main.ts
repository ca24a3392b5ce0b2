import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../support/chromium.mjs';
import { TRIALS } from './catalogue.ts';
import { compileShim } from './machinery/fault-shim.ts';
import { forgetTemplates } from './machinery/night.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import { type Finding, type Tools, type Trial, toolsFor } from './trial.ts';

type Verdict = 'passed' | 'failed' | 'skipped';

interface Result {
  readonly id: string;
  readonly verdict: Verdict;
  readonly finding: Finding | null;
  readonly control: string;
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

function options(): Options {
  try {
    return readOptions(process.argv.slice(2), Date.now() % 1_000_000);
  } catch (error) {
    say(`${(error as Error).message}\n${USAGE}`);
    process.exit(2);
  }
}

const asked = options();
const folder = mkdtempSync(join(tmpdir(), 'lapwing-chaos-tools-'));
const all: Omit<Tools, 'random'> = {
  ...{ seed: asked.seed, kills: asked.kills, short: asked.short, folder, say },
  shim: compileShim(folder),
  root: process.getuid?.() === 0 && process.platform === 'linux',
};

/** What this machine lacks for a trial, in words; null when it has everything. */
function missing({ needs = [] }: Trial): string | null {
  if (needs.includes('shim') && all.shim === null) return 'no C compiler, or no LD_PRELOAD on this system';
  if (needs.includes('root') && !all.root) return 'needs root on Linux, to mount a small volume';
  if (needs.includes('chromium') && findChromium() === null) return 'no Chrome or Chromium';
  return null;
}

async function tried(trial: Trial): Promise<Result> {
  const lacks = missing(trial);
  if (lacks !== null) {
    const bar = '!'.repeat(78);
    say(`${bar}\n!! ${trial.id} SKIPPED: ${lacks}.\n${bar}`);
    return { id: trial.id, verdict: 'skipped', finding: null, control: 'not run' };
  }
  const again = `--only ${trial.id} --seed ${asked.seed} --kills ${asked.kills}`;
  const from = performance.now();
  try {
    const finding = await trial.run(toolsFor(trial.id, all));
    const control = await trial.control(toolsFor(trial.id, all));
    const blind = control.found.faults.length === 0;
    const verdict = finding.faults.length === 0 && !blind ? 'passed' : 'failed';
    const seconds = ((performance.now() - from) / 1_000).toFixed(1);
    say(`${verdict === 'passed' ? 'ok    ' : 'FAILED'} ${trial.id} ${trial.title} (${seconds} s)`);
    say(
      `       ${Object.entries(finding.figures)
        .map(([name, value]) => `${name} ${value}`)
        .join(' · ')}`,
    );
    for (const fault of finding.faults) say(`       FAULT ${fault}`);
    const shown = blind ? 'FOUND NOTHING: the trial is blind' : `fails as it must: ${control.found.faults[0]}`;
    say(`       control, ${control.what}: ${shown}`);
    if (verdict === 'failed') say(`       again: npm run -s chaos -- ${again}`);
    return { id: trial.id, verdict, finding, control: `${control.what}: ${shown}` };
  } catch (error) {
    say(`FAILED ${trial.id} ${trial.title}: ${(error as Error).stack}\n       again: npm run -s chaos -- ${again}`);
    return { id: trial.id, verdict: 'failed', finding: null, control: 'not run' };
  }
}

/** The short form has little time, and a trial waits more than it works: two go on at once. */
async function inLanes(trials: readonly Trial[]): Promise<Result[]> {
  const found = new Map<string, Result>();
  const line = [...trials];
  const lane = async (): Promise<void> => {
    for (let trial = line.shift(); trial; trial = line.shift()) found.set(trial.id, await tried(trial));
  };
  await Promise.all(Array.from({ length: asked.short ? 2 : 1 }, lane));
  return trials.flatMap(({ id }) => found.get(id) ?? []);
}

const wanted = TRIALS.filter(({ id, short }) =>
  asked.only.length > 0 ? asked.only.includes(id) : short || !asked.short,
);
if (wanted.length === 0) {
  say(`No such trial: ${asked.only.join(', ')}. There are ${TRIALS.map(({ id }) => id).join(', ')}.`);
  process.exit(2);
}
say(`seed ${asked.seed}`);
const results = await inLanes(wanted);
await forgetTemplates();
rmSync(folder, { recursive: true, force: true });

const total = (name: string): number =>
  results.reduce((sum, { finding }) => sum + Number(finding?.figures[name] ?? 0), 0);
const most = (name: string): number =>
  Math.max(0, ...results.map(({ finding }) => Number(finding?.figures[name] ?? 0)));
const count = (verdict: Verdict): number => results.filter((result) => result.verdict === verdict).length;
const summary = {
  kills: total('kills'),
  lost: total('lost'),
  doubled: total('doubled'),
  wrongScreens: total('wrongScreens'),
  unknownResolved: total('unknownResolved'),
  maxSecondsToServing: most('maxSecondsToServing'),
  seed: asked.seed,
  passed: count('passed'),
  failed: count('failed'),
  skipped: count('skipped'),
  trials: Object.fromEntries(
    results.map(({ id, verdict, finding, control }) => [
      id,
      { verdict, ...finding?.figures, faults: finding?.faults ?? [], control },
    ]),
  ),
};
if (asked.json) process.stdout.write(`${JSON.stringify(summary)}\n`);
else say(`${summary.passed} passed, ${summary.failed} failed, ${summary.skipped} skipped · seed ${asked.seed}`);
process.exit(summary.failed === 0 ? 0 : 1);
