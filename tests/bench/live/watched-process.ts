import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const LISTENS_WITHIN_MS = 30_000;

export interface Usage {
  readonly cpuMs: number;
  readonly rss: number;
}

/** When the server decided, and what CPU it used from there until its event loop was free again. */
export interface Decision {
  readonly decidedAt: number;
  readonly cpuMs: number;
}

/** A Node server in a process of its own that can be looked into (inside-view.mjs). */
export interface WatchedProcess {
  readonly pid: number;
  /** CPU of the process when it began to listen, and the machine's time then. */
  readonly listening: { readonly listeningAt: number; readonly cpuMs: number };
  usage(): Promise<Usage>;
  /** The decisions since they were last asked for. */
  decisions(): Decision[];
  output(): string;
  kill9(): Promise<void>;
}

type Told = Decision | (Usage & { readonly usage: true }) | { readonly listeningAt: number; readonly cpuMs: number };

/** Starts it and waits until it listens. */
export function startWatched(
  script: string,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Promise<WatchedProcess> {
  const view = join(import.meta.dirname, 'inside-view.mjs');
  const child: ChildProcess = spawn(process.execPath, [...flags, '--import', view, script, ...words], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const decided: Decision[] = [];
  const asking: ((usage: Usage) => void)[] = [];
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  return new Promise((done, failed) => {
    const late = setTimeout(() => failed(new Error(`${script} did not listen.\n${output}`)), LISTENS_WITHIN_MS);
    child.once('exit', (code) => failed(new Error(`${script} ended with ${code}.\n${output}`)));
    child.on('message', (told: Told) => {
      if ('usage' in told) asking.shift()?.(told);
      else if ('decidedAt' in told) decided.push(told);
      else {
        clearTimeout(late);
        done({
          pid: child.pid ?? 0,
          listening: told,
          usage: () =>
            new Promise((answer) => {
              asking.push(answer);
              child.send({ verb: 'usage' });
            }),
          decisions: () => decided.splice(0),
          output: () => output,
          async kill9() {
            child.kill('SIGKILL');
            await gone;
          },
        });
      }
    });
  });
}
