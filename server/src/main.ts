import { type Booted, boot } from './boot.ts';
import { CannotOpen } from './db/cannot-open.ts';
import { seedCommunity } from './demo/demo-community.ts';
import { DEMO_SIZE, seedDemo } from './demo/demo-evening.ts';
import { readEnv } from './env.ts';
import { listAll } from './services/event-service.ts';
import { isNew } from './staff/sign-in.ts';
import { readyFor, startOutput } from './start-output.ts';

const LISTEN_BACKLOG = 4_096;
const CLOSE_WITHIN_MS = 2_500;

const fail = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
};

const read = readEnv(process.env, process.cwd());
if (!read.ok) fail(read.refusal);
else {
  const env = read.value;
  const server = await boot(env).catch((error: Error) => fail(cannotOpen(error, env.dataDir)));
  if (env.demo && listAll(server.services).length === 0) {
    const seeded = await seedDemo(server.services, DEMO_SIZE);
    if (!seeded.ok) fail(`The demo evening could not be made: ${JSON.stringify(seeded.refusal)}`);
    const gathered = await seedCommunity(server.services);
    if (!gathered.ok) fail(`The demo community could not be made: ${JSON.stringify(gathered.refusal)}`);
  }

  let closing = false;
  const close = (): void => {
    if (closing) process.exit(1);
    closing = true;
    setTimeout(() => process.exit(1), CLOSE_WITHIN_MS).unref();
    void server.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', close);
  process.on('SIGINT', close);

  const output = (): string => startOutput(readyFor(server.services, consoleAddress(server)), isNew(server.services));
  // Drawn before anybody is let in where the port is known: a hall that comes back must not wait for a QR code.
  const drawn = env.port === 0 ? null : output();
  await server.app
    .listen({ port: env.port, host: env.host, backlog: LISTEN_BACKLOG })
    .catch((error: NodeJS.ErrnoException) => fail(cannotListen(error, env.port)));
  process.stdout.write(drawn ?? output());
}

/** With the secret that makes the first account, as long as there is none. */
function consoleAddress({ services, origins, setup }: Booted): string {
  return isNew(services) ? `${origins.forConsole()}/#${setup.value}` : `${origins.forConsole()}/`;
}

function cannotOpen(error: Error, dataDir: string): string {
  return error instanceof CannotOpen ? error.message : `Lapwing cannot open ${dataDir}: ${error.message}`;
}

function cannotListen(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `PORT ${port} is taken. Stop the other programme or set PORT to another number.`;
  return `Lapwing cannot listen: ${error.message}. Check PORT and HOST.`;
}
