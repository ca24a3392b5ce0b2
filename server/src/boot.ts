import { join, resolve } from 'node:path';
import type { EventId } from '@lapwing/shared/kernel/ids';
import { after, seconds } from '@lapwing/shared/kernel/time';
import { type BuiltApp, buildApp, REDACTED } from './app.ts';
import { openDataFolder } from './db/data-folder.ts';
import { dropOldCopies } from './db/old-copies.ts';
import type { Env } from './env.ts';
import { type Origins, originsOf } from './origins.ts';
import { smtpMailer } from './outbox/mailer.ts';
import { slackLine } from './outbox/slack/slack-line.ts';
import { workerReader } from './reader/reader.ts';
import { secretsFrom } from './secrets.ts';
import { giveBadges } from './services/badge-service.ts';
import { listAll } from './services/event-service.ts';
import { adoptNewKey } from './services/link-service.ts';
import { respellAddresses } from './services/old-addresses.ts';
import { workerMatcher } from './solver/matcher.ts';
import { workerPlanner } from './solver/planner.ts';
import { argonPasswords } from './staff/passwords.ts';
import { type SetupSecret, setupSecret } from './staff/sign-in.ts';
import { systemClock } from './system-clock.ts';

/** The repository's root, from `server/src` and `server/dist` alike. */
const ROOT = resolve(import.meta.dirname, '..', '..');
export const MIGRATIONS = join(ROOT, 'migrations');

/** By then every phone of a hall has found the server again; what it asks for goes before readying the planner. */
const HALL_BACK = seconds(15);

export interface Booted extends BuiltApp {
  readonly origins: Origins;
  readonly setup: SetupSecret;
  /** Closes sockets, timers and the database; checkpoints the file. */
  close(): Promise<void>;
}

/** Opens the data folder and builds the server on it. Shared by the server itself and the command line. */
export async function boot(env: Env): Promise<Booted> {
  const clock = systemClock();
  const folder = await openDataFolder(env.dataDir, MIGRATIONS, clock);
  const { db } = folder;
  const secrets = secretsFrom(folder.key);
  const setup = setupSecret(secrets.newSecret());
  let port = env.port;
  const origins = originsOf(env, () => port, clock.now);
  const planner = workerPlanner((error) => built.app.log.error({ err: error }, 'planner failed'));
  const built = await buildApp({
    db,
    clock,
    secrets,
    planner,
    matcher: workerMatcher((error) => built.app.log.error({ err: error }, 'matcher failed')),
    reader: workerReader((error) => built.app.log.error({ err: error }, 'reader failed')),
    origins,
    setup,
    passwords: argonPasswords(),
    key: folder.key,
    mostPhones: env.mostPhones,
    mailer: env.mail === null ? null : smtpMailer(env.mail),
    slack: env.slack === null ? null : { line: slackLine(env.slack), signingSecret: env.slack.signingSecret },
    keepErased: () => folder.keepErased(),
    dropOldCopies: (now) => dropOldCopies(env.dataDir, now),
    clientDir: join(ROOT, 'client', 'dist'),
    https: env.publicUrl?.startsWith('https://') ?? false,
    logger: { level: env.logLevel, stream: process.stderr, redact: REDACTED },
  });
  built.app.addHook('onListen', async () => {
    const address = built.app.server.address();
    if (address !== null && typeof address === 'object') port = address.port;
  });
  folder.keepBackups(clock, (error) => built.app.log.error({ err: error }, 'backup failed'));
  // A night that was running when the server went away goes on where the clock says, before anybody asks for it.
  let isNight = false;
  for (const { id, phase } of listAll(built.services)) {
    if (phase !== 'finished') readAhead(built.services, id);
    isNight ||= phase !== 'finished' && phase !== 'doors';
  }
  const stopWarmUp = isNight ? clock.alarm(after(clock.now(), HALL_BACK), () => planner.warmUp()) : () => {};
  giveBadges(built.services);
  respellAddresses(built.services);
  const strangers = adoptNewKey(built.services);
  if (strangers > 0) built.app.log.warn({ events: strangers }, 'links.key is not the one these links were made with');
  return {
    ...built,
    origins,
    setup,
    async close() {
      stopWarmUp();
      await built.app.close();
      await folder.close();
    },
  };
}

/** A hall that comes back asks for its cards at once: the plan is read before anybody is let in, not by the first of them. */
function readAhead({ evenings }: BuiltApp['services'], eventId: EventId): void {
  const [anybody] = evenings.get(eventId)?.people.keys() ?? [];
  if (anybody !== undefined) evenings.card(eventId, anybody);
}
