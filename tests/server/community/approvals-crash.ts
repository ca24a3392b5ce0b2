import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { mailServer } from '../../support/outbox.ts';
import { temporaryFolder } from '../../support/test-app.ts';

const SCRIPT = resolve(import.meta.dirname, '..', '..', 'support', 'approve-and-die.ts');
const BATCH = 40;

const asked = (dataDir: string): number => {
  const db = new Database(`${dataDir}/lapwing.db`, { readonly: true });
  try {
    return (db.prepare("SELECT count(*) AS n FROM mails WHERE state IN ('sent', 'unsure')").get() as { n: number }).n;
  } finally {
    db.close();
  }
};

/** Runs the server until it is killed. @param after milliseconds from when it is ready; null: until all mail is settled */
async function run(dataDir: string, port: number, make: string, after: number | null): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, dataDir, String(port), make], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const over = new Promise<void>((done) => child.once('exit', () => done()));
  await new Promise<void>((ready) => child.stdout.once('data', () => ready()));
  if (after !== null) await new Promise((soon) => setTimeout(soon, after));
  else
    for (let tries = 0; tries < 400 && asked(dataDir) < BATCH; tries++)
      await new Promise((soon) => setTimeout(soon, 50));
  child.kill('SIGKILL');
  await over;
}

/** Kills the server so long after a batch of approvals began to go out, starts it again, and counts what became of each. */
export async function killedAfter(milliseconds: number): Promise<void> {
  const server = await mailServer();
  const dataDir = temporaryFolder();
  await run(dataDir, server.port, 'make', milliseconds);
  await run(dataDir, server.port, 'no', null);
  const got = server.mails.map(({ to }) => JSON.stringify(to).match(/mentor\d+@/u)?.[0]);
  expect(new Set(got).size, 'nobody got two').toBe(got.length);
  const db = new Database(`${dataDir}/lapwing.db`, { readonly: true });
  const count = (sql: string): number => (db.prepare(sql).get() as { n: number }).n;
  expect(count("SELECT count(*) AS n FROM proposals WHERE state = 'asked'"), 'nobody was lost').toBe(BATCH);
  expect(count('SELECT count(*) AS n FROM mails')).toBe(BATCH);
  const unsure = count("SELECT count(*) AS n FROM mails WHERE state = 'unsure'");
  db.close();
  expect(got.length + unsure, 'what is not sure may have gone out').toBeGreaterThanOrEqual(BATCH);
}
