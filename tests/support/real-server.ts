import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';

const ROOT = resolve(import.meta.dirname, '..', '..');
const READY_WITHIN_MS = 60_000;

export interface Ready {
  readonly console: string;
  readonly display: string | null;
  readonly join: string | null;
  readonly phones: readonly string[];
}

/** The built server in a process of its own, on loopback, with a data folder that goes with it. */
export interface RealServer {
  readonly origin: string;
  readonly ready: Ready;
  /** As if everybody had signed in so much earlier. */
  ageSignIns(ms: number): void;
  /** Writes into its data beside it, as if it had been there before. */
  write(act: (db: Database.Database) => void): void;
  /** Ends it without a chance to say goodbye. */
  kill9(): Promise<void>;
  /** Starts it again on the same port and data. */
  start(): Promise<void>;
  /** Ends it politely; answers the milliseconds it took. */
  stop(): Promise<number>;
  remove(): Promise<void>;
}

/** A port nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

const exited = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done();
    else child.once('exit', () => done());
  });

/** @param env what the server's environment holds beside PORT, HOST and DATA_DIR */
export async function realServer(env: Readonly<Record<string, string>> = {}, onPort?: number): Promise<RealServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lapwing-journey-'));
  const port = onPort ?? (await freePort());
  let child: ChildProcess | null = null;
  let ready: Ready | null = null;

  async function start(): Promise<void> {
    const settings = { PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'warn', DEMO: '0', ...env };
    const started = spawn(process.execPath, [join(ROOT, 'server', 'dist', 'main.js')], {
      env: { ...process.env, ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child = started;
    ready = await readyLine(started);
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number> {
    const from = performance.now();
    if (child) {
      child.kill(signal);
      await exited(child);
    }
    child = null;
    return performance.now() - from;
  }

  function write(act: (db: Database.Database) => void): void {
    const db = new Database(join(dataDir, 'lapwing.db'));
    // the log stays the server's to move
    db.pragma('wal_autocheckpoint = 0');
    db.transaction(act)(db);
    db.close();
  }

  await start();
  return {
    origin: `http://localhost:${port}`,
    get ready() {
      if (!ready) throw new Error('The server is not up.');
      return ready;
    },
    ageSignIns: (ms) =>
      write((db) => void db.prepare("UPDATE sessions SET created_at = created_at - ? WHERE kind = 'console'").run(ms)),
    write,
    start,
    kill9: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    async remove() {
      await end('SIGKILL');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The last line of the start output is one JSON object. */
function readyLine(child: ChildProcess): Promise<Ready> {
  return new Promise((done, failed) => {
    let text = '';
    const late = setTimeout(
      () => failed(new Error(`The server was not ready in time. It said:\n${text}`)),
      READY_WITHIN_MS,
    );
    child.once('exit', (code) => failed(new Error(`The server ended with ${code}. It said:\n${text}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const line = text.split('\n').find((candidate) => candidate.startsWith('{"ready":true'));
      if (line === undefined || !text.endsWith('\n')) return;
      clearTimeout(late);
      done(JSON.parse(line) as Ready);
    });
  });
}
