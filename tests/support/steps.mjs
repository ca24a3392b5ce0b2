/** The steps that `npm test` and `npm run check` share. A step answers with what it counted. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quietly, root, say } from '../../server/bootstrap.mjs';

/** @typedef {{passed: number, failed: number, skipped: number}} Count */

export const NOTHING = { passed: 0, failed: 0, skipped: 0 };
const FAILED_ONCE = { passed: 0, failed: 1, skipped: 0 };

const BIN = {
  tsc: 'typescript/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  vitest: 'vitest/vitest.mjs',
  playwright: '@playwright/test/cli.js',
};

/** @param {Count[]} counts */
export const sum = (counts) =>
  counts.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    NOTHING,
  );

/**
 * Types of the rooms and of the page's worker, then the linter. Each is silent unless it fails; then it counts as one failure.
 * One checker: several would each look anew at what they share, and the tests run beside them.
 * What was found sound is looked at again only when it, or what it leans on, has changed.
 */
export async function typesAndLint() {
  const counts = [];
  for (const room of ['shared', 'server', 'client', 'client/src/worker', 'tests']) {
    const known = join(root, 'node_modules', '.cache', 'types', `${room}.tsbuildinfo`);
    const again = ['--incremental', '--tsBuildInfoFile', known];
    counts.push(await check(`types of ${room}`, tool('tsc', ['-p', room, '--checkers', '1', ...again])));
  }
  counts.push(await check('lint', tool('biome', ['check', '.'])));
  return sum(counts);
}

/** Every test that needs no browser; `quick`: but those of many seconds. */
export async function vitest({ quick = false } = {}) {
  return withReport(async (report) => {
    const command = tool('vitest', ['run', '--config', 'tests/vitest.config.ts', '--reporter=default']);
    const code = await openly([...command, '--reporter=json', `--outputFile.json=${report}`], {
      NODE_ENV: 'test',
      QUICK_CHECK: quick ? '1' : '0',
    });
    const json = readReport(report);
    if (json === null) return FAILED_ONCE;
    const failedByItself = ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
    const failed = json.numFailedTests + json.testResults.filter(failedByItself).length;
    return {
      passed: json.numPassedTests,
      failed: failed || (code === 0 ? 0 : 1),
      skipped: json.numPendingTests + json.numTodoTests,
    };
  });
}

/** The journeys: the built server, real browsers. */
export async function journeys(chromium) {
  return withReport(async (report) => {
    const command = tool('playwright', ['test', '--config', 'tests/playwright.config.ts', '--reporter=list,json']);
    const code = await openly(command, { CHROME_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report });
    const stats = readReport(report)?.stats;
    if (stats === undefined) return FAILED_ONCE;
    const failed = stats.unexpected + stats.flaky;
    return { passed: stats.expected, failed: failed || (code === 0 ? 0 : 1), skipped: stats.skipped };
  });
}

/** The fault tests in their short form: at most three minutes. */
export async function faults() {
  const command = [process.execPath, join(root, 'tests', 'chaos.mjs'), '--short', '--json'];
  const summary = await openlyForJson(command);
  return summary === null ? FAILED_ONCE : { passed: summary.passed, failed: summary.failed, skipped: summary.skipped };
}

/** How many journeys there are, without a browser. */
export async function countJourneys() {
  return withReport(async (report) => {
    const command = tool('playwright', ['test', '--list', '--config', 'tests/playwright.config.ts', '--reporter=json']);
    await quietly(command, { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
    const suites = readReport(report)?.suites ?? [];
    const testsOf = (suite) =>
      (suite.specs?.length ?? 0) + (suite.suites ?? []).reduce((n, one) => n + testsOf(one), 0);
    return suites.reduce((n, suite) => n + testsOf(suite), 0);
  });
}

async function check(title, command) {
  const started = performance.now();
  const { code, output } = await quietly(command);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`${code === 0 ? 'ok    ' : 'FAILED'} ${title} (${seconds} s)`);
  if (code !== 0) say(output);
  return code === 0 ? NOTHING : FAILED_ONCE;
}

const tool = (name, args) => [process.execPath, join(root, 'node_modules', BIN[name]), ...args];

/** Runs a command in sight; resolves with its exit code. */
function openly([program, ...args], env) {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', () => done(127));
    child.on('close', (code) => done(code ?? 1));
  });
}

/** Runs a command whose notes are shown and whose last line of stdout is one JSON object; null when it is not. */
function openlyForJson([program, ...args]) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part) => {
      text += part;
    });
    child.on('error', () => done(null));
    child.on('close', () => {
      try {
        done(JSON.parse(text.trim().split('\n').at(-1) ?? ''));
      } catch {
        done(null);
      }
    });
  });
}

async function withReport(run) {
  const folder = mkdtempSync(join(tmpdir(), 'lapwing-report-'));
  try {
    return await run(join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
