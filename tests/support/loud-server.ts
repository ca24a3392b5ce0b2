import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { freePort } from './real-server.ts';
import { temporaryFolder } from './test-app.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');
const READY_WITHIN_MS = 30_000;

/** The server from its sources in a process of its own, logging everything it can; what it prints is kept. */
export interface LoudServer {
  readonly origin: string;
  readonly dataDir: string;
  /** The one-time secret of the console. */
  readonly secret: string;
  /** Everything that was printed, on either way, since the start output. */
  printed(): string;
  /** Ends it politely; resolves when all was printed. */
  stop(): Promise<void>;
}

export async function loudServer(env: Readonly<Record<string, string>>): Promise<LoudServer> {
  const dataDir = join(temporaryFolder(), 'data');
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'server/src/main.ts')], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      DEMO: '0',
      LOG_LEVEL: 'trace',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const until = performance.now() + READY_WITHIN_MS;
  while (!text.includes('{"ready":true')) {
    if (performance.now() > until || child.exitCode !== null) throw new Error(`The server was not ready: ${text}`);
    await new Promise((later) => setTimeout(later, 50));
  }
  const start = text.length;
  return {
    origin: `http://localhost:${port}`,
    dataDir,
    secret: /\/#([\w-]+)/u.exec(text)?.[1] ?? '',
    printed: () => text.slice(start),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** A browser over real HTTP: keeps its cookies, sends its Origin. */
export interface Browser {
  readonly cookies: Map<string, string>;
  ask(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; text: string }>;
}

export function browserOf({ origin }: Pick<LoudServer, 'origin'>): Browser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async ask(method, path, body, headers = {}) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const raw = typeof body === 'string' || body instanceof FormData;
      const type = body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' };
      const answer = await fetch(`${origin}${path}`, {
        method,
        headers: { origin, cookie, ...type, ...headers },
        ...(body === undefined ? {} : { body: raw ? (body as string) : JSON.stringify(body) }),
      });
      for (const set of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(set) ?? [];
        if (value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
      return { status: answer.status, text: await answer.text() };
    },
  };
}
