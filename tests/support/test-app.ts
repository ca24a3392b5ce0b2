import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { StaffRole } from '@lapwing/shared/event/staff';
import { staffId } from '@lapwing/shared/kernel/ids';
import { ok } from '@lapwing/shared/kernel/result';
import { readPlainTable } from '@lapwing/shared/roster-import/plain-table';
import { expect, inject, onTestFinished } from 'vitest';
import { type AppParts, type BuiltApp, buildApp, REDACTED } from '../../server/src/app.ts';
import { type Db, openDb } from '../../server/src/db/connection.ts';
import { writeErased } from '../../server/src/db/erased-list.ts';
import { dropOldCopies } from '../../server/src/db/old-copies.ts';
import { findStaffByEmail, insertStaff } from '../../server/src/db/repositories/staff.ts';
import { originsOf } from '../../server/src/origins.ts';
import type { Mailer } from '../../server/src/outbox/mailer.ts';
import { CONSOLE_COOKIE } from '../../server/src/plugins/cookies.ts';
import { changesOf, runReadJob } from '../../server/src/reader/job.ts';
import { previewOf } from '../../server/src/reader/preview.ts';
import type { RosterReader } from '../../server/src/reader/reader.ts';
import { keyFrom, secretsFrom } from '../../server/src/secrets.ts';
import { listAll } from '../../server/src/services/event-service.ts';
import { runPlanJob, runRepairJob } from '../../server/src/solver/job.ts';
import { runMatchJob } from '../../server/src/solver/match-job.ts';
import type { Matcher } from '../../server/src/solver/matcher.ts';
import type { Planner } from '../../server/src/solver/planner.ts';
import { argonPasswords } from '../../server/src/staff/passwords.ts';
import { type SetupSecret, setupSecret, signInAs } from '../../server/src/staff/sign-in.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { ERROR_LEVEL, type LogLine, memoryLog } from './memory-log.ts';
import { type Caller, callerOn } from './test-caller.ts';
import { openSocket, type TestSocket } from './test-socket.ts';

export const MIGRATIONS = resolve(import.meta.dirname, '..', '..', 'migrations');

export interface TestAppOptions {
  /** What PUBLIC_URL says. */
  readonly publicUrl?: string;
  readonly clock?: FakeClock;
  /** The folder of an earlier app, to start again on it. */
  readonly dataDir?: string;
  readonly planner?: Planner;
  readonly matcher?: Matcher;
  readonly reader?: RosterReader;
  readonly https?: boolean;
  /** Phone pages that may listen at a time. */
  readonly mostPhones?: number;
  /** None: mail waits as drafts. */
  readonly mailer?: Mailer;
  /** None: without Slack. */
  readonly slack?: AppParts['slack'];
  /** The machine's IPv4 addresses; a test may change the list. */
  readonly addresses?: string[];
  /** Set where the test makes the server log an error on purpose. */
  readonly mayLogErrors?: boolean;
  /** Called before the routes are made. */
  readonly onDb?: (db: Db) => void;
}

export interface TestApp extends BuiltApp {
  readonly clock: FakeClock;
  readonly db: Db;
  readonly dataDir: string;
  readonly setup: SetupSecret;
  readonly log: readonly LogLine[];
  /** A browser without any cookie. */
  stranger(): Caller;
  /** A browser signed in to the console, of somebody whose account is made for it unless they have one. */
  organiser(firstName?: string, role?: StaffRole): Promise<Caller>;
  socket(path: string, caller: Caller | null, headers?: Record<string, string>): Promise<TestSocket>;
  /** Stops the server; the data folder stays until the test is over. */
  close(): Promise<void>;
}

/** Hashed for nobody to guess. */
export const CHEAP_PASSWORDS = argonPasswords({ memoryCost: 8, timeCost: 1, parallelism: 1 });

/** Fewer iterations than in earnest: tests are about the way a plan takes, not about its quality. */
export const inlinePlanner: Planner = {
  run: async (job, signals) => runPlanJob({ ...job, iterations: 200 }, signals, () => 0),
  repair: async (job) => runRepairJob({ ...job, iterations: 200 }, () => 0),
  warmUp() {},
};

/** Matches where it is called. */
export const inlineMatcher: Matcher = { match: async (job) => runMatchJob(job) };

/** Reads files where it is called: a thread takes its time to start, and most tests are not about it. */
export const inlineReader: RosterReader = {
  async preview(job, _watch, fileName) {
    const read = await runReadJob(job);
    return read.ok ? ok(JSON.stringify(previewOf(read.value, fileName))) : read;
  },
  async changes(job) {
    const read = await runReadJob(job);
    return read.ok ? ok(changesOf(read.value)) : read;
  },
  table: async (bytes) => readPlainTable(bytes),
};

let boots = 0;

/** The same bytes in the same order for every run of a file, other ones after each start of a server. */
function steadyBytes(): (size: number) => Buffer {
  boots += 1;
  const boot = boots;
  let drawn = 0;
  return (size) => {
    drawn += 1;
    return createHash('sha256').update(`${boot}:${drawn}`).digest().subarray(0, size);
  };
}

/** The real server on a real file in a folder of its own, with a clock turned by hand. Gone when the test is over. */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const dataDir = options.dataDir ?? (await emptyData());
  const clock = options.clock ?? fakeClock();
  const log = memoryLog();
  const db = await openDb(dataDir, MIGRATIONS);
  unhurried(db);
  options.onDb?.(db);
  const key = keyFrom(dataDir);
  const secrets = secretsFrom(key, steadyBytes());
  const setup = setupSecret(secrets.newSecret());
  const origins = originsOf(
    { publicUrl: options.publicUrl ?? null, host: '0.0.0.0' },
    () => 3000,
    clock.now,
    () => options.addresses ?? [],
  );
  const built = await buildApp({
    db,
    clock,
    secrets,
    planner: options.planner ?? inlinePlanner,
    matcher: options.matcher ?? inlineMatcher,
    reader: options.reader ?? inlineReader,
    origins,
    setup,
    passwords: CHEAP_PASSWORDS,
    key,
    mostPhones: options.mostPhones ?? null,
    mailer: options.mailer ?? null,
    slack: options.slack ?? null,
    keepErased: () => writeErased(db, dataDir),
    dropOldCopies: (now) => dropOldCopies(dataDir, now),
    clientDir: inject('clientShells'),
    https: options.https ?? false,
    logger: { level: 'trace', stream: log.stream, redact: REDACTED },
  });
  await built.app.ready();
  listAll(built.services);
  let open = true;
  const close = async (): Promise<void> => {
    if (!open) return;
    open = false;
    await built.app.close();
    db.$client.close();
    if (options.mayLogErrors) return;
    const errors = log.lines.filter((line) => line.level >= ERROR_LEVEL).map((line) => line.text);
    expect(errors, 'the server must not log errors').toEqual([]);
  };
  whenOver(close);
  return {
    ...built,
    clock,
    db,
    dataDir,
    setup,
    log: log.lines,
    stranger: () => callerOn(built.app),
    async organiser(firstName = 'Ada', role = 'owner') {
      const caller = callerOn(built.app);
      const email = `${firstName.toLowerCase()}@staff.example.org`;
      const known = findStaffByEmail(db, email);
      const id = known?.id ?? staffId(secrets.newId());
      const at = new Date(Math.floor(clock.now()));
      const flags = { emailVerified: true, twoFactorEnabled: false, image: null, createdAt: at, updatedAt: at };
      if (!known) insertStaff(db, { id, name: firstName, email, role, ...flags }, 'no password');
      caller.cookies.set(
        options.https ? `__Host-${CONSOLE_COOKIE}` : CONSOLE_COOKIE,
        signInAs(built.services, db, { staffId: id }, ''),
      );
      return caller;
    },
    socket: (path, caller, headers) => openSocket(built.app, path, caller, headers),
    close,
  };
}

let migrated: Promise<Buffer> | undefined;

/** A data folder with the tables in it already: making them anew for each test costs a third of its time. */
async function emptyData(): Promise<string> {
  migrated ??= migratedFile();
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'lapwing.db'), await migrated, { mode: 0o600 });
  writeFileSync(join(folder, 'links.key'), randomBytes(32), { mode: 0o600 });
  return folder;
}

/**
 * Does not wait for the disk after each commit: only a power cut tells the difference, and the fault tests make those
 * on the built server. The waiting would be half the time of all server tests.
 */
function unhurried(db: Db): void {
  db.$client.pragma('synchronous = OFF');
}

async function migratedFile(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'lapwing-test-'));
  (await openDb(folder, MIGRATIONS)).$client.close();
  const file = readFileSync(join(folder, 'lapwing.db'));
  rmSync(folder, { recursive: true });
  return file;
}

/** A folder that is removed when the test is over; made outside of one, with `closeAll`. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lapwing-test-'));
  whenOver(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const afterFile: (() => void | Promise<void>)[] = [];

/** For files that make an app in `beforeAll`: hand it to `afterAll`. */
export async function closeAll(): Promise<void> {
  for (const act of afterFile.splice(0).reverse()) await act();
}

function whenOver(act: () => void | Promise<void>): void {
  try {
    onTestFinished(act);
  } catch {
    afterFile.push(act); // outside a test, as in beforeAll
  }
}
