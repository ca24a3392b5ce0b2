import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '..', '..', '..');
export const DIST = join(ROOT, 'server', 'dist');
/** Only so that a server that hangs ends a run with a sentence; far above what the busiest machine needs. */
const PATIENCE_MS = 60_000;

export interface Ready {
  readonly console: string;
  readonly display: string | null;
  readonly phones: readonly string[];
}

export interface ServerSettings {
  readonly dist?: string;
  readonly dataDir: string;
  readonly port: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** How a server that should not have started ended. */
export interface Refused {
  readonly code: number | null;
  readonly said: string;
}

/** The built server in a process of its own. Everything that can befall it is done from outside. */
export class Server {
  private child: ChildProcess | null = null;
  private log = '';
  ready: Ready | null = null;
  settings: ServerSettings;

  constructor(settings: ServerSettings) {
    this.settings = settings;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** What the server wrote to stderr since its last start. */
  get said(): string {
    return this.log;
  }

  get running(): boolean {
    return this.child !== null && this.child.exitCode === null && this.child.signalCode === null;
  }

  private spawned(): ChildProcess {
    const { dist = DIST, dataDir, port, env = {} } = this.settings;
    const own = { PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'warn', DEMO: '0', TZ: 'UTC' };
    const child = spawn(process.execPath, [join(dist, 'main.js')], {
      env: { ...process.env, ...own, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.log = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.log = `${this.log}${text}`.slice(-20_000);
    });
    return child;
  }

  /** Starts it; answers the seconds until it listens. @throws when it ends or stays silent */
  start(): Promise<number> {
    const from = performance.now();
    const child = this.spawned();
    this.child = child;
    return new Promise((done, failed) => {
      let text = '';
      const late = setTimeout(() => failed(new Error(`The server was not ready in time: ${this.log}`)), PATIENCE_MS);
      child.once('exit', (code, signal) => {
        clearTimeout(late);
        failed(new Error(`The server ended with ${code ?? signal}: ${this.log}`));
      });
      child.stdout?.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        const line = text.split('\n').find((candidate) => candidate.startsWith('{"ready":true'));
        if (line === undefined || !text.endsWith('\n')) return;
        clearTimeout(late);
        this.ready = JSON.parse(line) as Ready;
        done((performance.now() - from) / 1_000);
      });
    });
  }

  /** Starts it where it should refuse; answers how it ended, or null when it came up after all (it is ended then). */
  async startRefused(): Promise<Refused | null> {
    try {
      await this.start();
    } catch {
      const code = this.child?.exitCode ?? null;
      await this.ended();
      return { code, said: this.log };
    }
    await this.kill9();
    return null;
  }

  /** Starts it and does not wait. */
  startUnwatched(): void {
    this.child = this.spawned();
    this.child.stdout?.resume();
  }

  signal(signal: 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'): void {
    this.child?.kill(signal);
  }

  /** Resolves when the process is gone; answers its exit code, null after a signal. */
  ended(): Promise<number | null> {
    const { child } = this;
    if (!child) return Promise.resolve(null);
    return new Promise((done) => {
      const gone = (): void => {
        if (this.child === child) this.child = null;
        done(child.exitCode);
      };
      if (child.exitCode !== null || child.signalCode !== null) gone();
      else child.once('close', gone);
    });
  }

  /** Ends it without a chance to say goodbye. */
  async kill9(): Promise<void> {
    this.child?.kill('SIGKILL');
    await this.ended();
  }

  /** Ends it politely; answers the seconds it took and its exit code. */
  async stop(): Promise<{ readonly seconds: number; readonly code: number | null }> {
    const from = performance.now();
    this.signal('SIGTERM');
    const code = await this.ended();
    return { seconds: (performance.now() - from) / 1_000, code };
  }
}
