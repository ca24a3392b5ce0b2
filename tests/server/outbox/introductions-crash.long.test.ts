import { spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Random, seededRandom } from '@lapwing/shared/kernel/random';
import Database from 'better-sqlite3';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { eveningOfPicks, LAST_BELL, MINUTE } from '../../support/evening-of-picks.ts';
import type { MailServer } from '../../support/mail-server.ts';
import { mailServer } from '../../support/outbox.ts';
import { MIGRATIONS, temporaryFolder } from '../../support/test-app.ts';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');
/** `KILLS=200` for the whole number. */
const KILLS = Number(process.env.KILLS ?? 24);
/** Before it is left alone. */
const KILLS_EACH = 12;
/** First in the transaction that makes them, then among the mails. */
const diesAt = (random: Random, time: number): number => 20 + random.below(time < 5 ? 280 : 80);

interface Due {
  readonly dataDir: string;
  readonly event: string;
  readonly at: number;
  /** Everybody who is to get a mail, once for each introduction. */
  readonly wanted: readonly string[];
}

/** A folder with an evening whose introductions are due, and no server on it. */
async function dueEvening(): Promise<Due> {
  const e = await eveningOfPicks({ students: 12, mentors: 4, tables: 4, seats: 3 });
  const { t, evening, say, agree } = e;
  const lines = t.services.evenings.lines(evening.id);
  const pairs = evening.students.flatMap((student) =>
    evening.mentors
      .filter(({ id }) => lines.get(student.id)?.[0]?.meets.includes(id))
      .map((mentor) => [student, mentor] as const),
  );
  for (const [student, mentor] of pairs) {
    await say(student, mentor, { line: 'Why' });
    await say(mentor, student);
  }
  await agree(...evening.students, ...evening.mentors);
  for (const { id } of evening.mentors) await e.phones.get(id)?.put(`/me/${id}/introductions`, { perMonth: 20 });
  t.clock.leap(LAST_BELL);
  const at = t.clock.now() + 15 * MINUTE;
  await t.close();
  return {
    dataDir: t.dataDir,
    event: evening.id,
    at,
    wanted: pairs
      .flat()
      .map(({ email }) => email)
      .sort(),
  };
}

/** The child as one file, so that it starts in a moment; beside the packages that it asks for. */
async function bundled(): Promise<string> {
  const outDir = join(ROOT, 'node_modules', '.cache', 'introduce-and-die');
  await build({
    ...{ configFile: false, logLevel: 'error', root: ROOT },
    ssr: { noExternal: [/^@lapwing/u] },
    build: {
      ...{ ssr: join(ROOT, 'tests', 'support', 'introduce-and-die.ts'), outDir, emptyOutDir: true, target: 'node20' },
      rolldownOptions: { output: { entryFileNames: 'die.mjs' } },
    },
  });
  return join(outDir, 'die.mjs');
}

/** @returns whether it came to its end */
function run(script: string, { dataDir, event, at }: Due, port: number, dies: number): Promise<boolean> {
  const args = [script, dataDir, event, String(at), String(port), String(dies), MIGRATIONS];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString();
  });
  return new Promise((done, failed) =>
    child.once('exit', (code, signal) => {
      if (signal === 'SIGKILL') done(false);
      else if (said.startsWith('done')) done(true);
      else failed(new Error(`It ended with ${code}.`));
    }),
  );
}

const addressesIn = ({ mails }: MailServer): string[] => mails.map(({ to }) => [to].flat()[0]?.text ?? '').sort();

/** What the folder says of its introductions, and what the mail server got. */
function faultsOf({ dataDir, wanted }: Due, server: MailServer): { faults: unknown[]; unsure: number } {
  const db = new Database(join(dataDir, 'lapwing.db'), { readonly: true });
  const mails = db.prepare('SELECT id, to_address, state FROM mails').all() as {
    id: string;
    to_address: string;
    state: string;
  }[];
  const made = db.prepare('SELECT count(*) FROM introductions').pluck().get();
  db.close();
  const got = new Map<string, number>();
  for (const { messageId = '' } of server.mails) got.set(messageId, (got.get(messageId) ?? 0) + 1);
  const arrived = ({ id }: { id: string }): number => got.get(`<${id}@night.example.org>`) ?? 0;
  const doubled = mails.filter((mail) => arrived(mail) > 1);
  const lost = mails.filter((mail) => mail.state === 'sent' && arrived(mail) === 0);
  const odd = mails.filter(({ state }) => state !== 'sent' && state !== 'unsure');
  const written = mails.map(({ to_address }) => to_address).sort();
  return {
    faults: [
      ...doubled,
      ...lost,
      ...odd,
      ...(made === wanted.length / 2 ? [] : [`${made} introductions`]),
      ...(JSON.stringify(written) === JSON.stringify(wanted) ? [] : [written]),
    ],
    unsure: mails.filter(({ state }) => state === 'unsure').length,
  };
}

describe('kill -9 in the middle of the introductions of an evening', () => {
  it(`${KILLS} times: each is made once, no mail goes twice, none is lost, and one in doubt is named`, async () => {
    const [script, due] = [await bundled(), await dueEvening()];
    const random = seededRandom(20_261_130);
    let [kills, batches, unsure] = [0, 0, 0];
    while (kills < KILLS) {
      const dataDir = join(temporaryFolder(), 'data');
      cpSync(due.dataDir, dataDir, { recursive: true });
      const here = { ...due, dataDir };
      const server = await mailServer();
      // at last it is left alone
      for (let more = 0; more < KILLS_EACH && !(await run(script, here, server.port, diesAt(random, more))); more++)
        kills += 1;
      expect(await run(script, here, server.port, 0)).toBe(true);
      const seen = faultsOf(here, server);
      expect(seen.faults, `after ${kills} kills`).toEqual([]);
      expect(addressesIn(server).length).toBeGreaterThanOrEqual(due.wanted.length - seen.unsure);
      unsure += seen.unsure;
      batches += 1;
    }
    console.info(
      `${kills} kills in ${batches} batches of ${due.wanted.length} mails: 0 doubled, 0 lost, ${unsure} in doubt`,
    );
  }, 1_200_000);
});
