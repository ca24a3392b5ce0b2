import { Worker } from 'node:worker_threads';
import { refusal } from '@lapwing/shared/kernel/refusal';
import { refused } from '@lapwing/shared/kernel/result';
import { type NotText, unreadable } from '@lapwing/shared/roster-import/decode';
import type { ReadAnswer, ReadJob } from './job.ts';

/** Reads files away from the event loop: a file that is made to do harm harms the thread that reads it. */
export interface RosterReader {
  /** Answers like `runReadJob`; `file-unreadable` when the thread took too long, ran out of memory or was stopped. */
  read(job: ReadJob, watch: Watch): Promise<ReadAnswer>;
}

/** How a reading is stopped, and where it writes how far it is: rows read, of how many. */
export interface Watch {
  readonly stop: AbortSignal;
  readonly progress: Int32Array<SharedArrayBuffer>;
}

export const newWatch = (stop: AbortSignal): Watch => ({
  stop,
  progress: new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)),
});

export interface ReadOrder {
  readonly job: ReadJob;
  readonly progress: Watch['progress'];
}

/** What a thread may use (security.md F1). */
const WITHIN_MS = 10_000;
const MOST_MEGABYTES = 256;
/** So many read at once; the machine has a night to run besides. */
const AT_ONCE = 2;
const MOST_WAITING = 8;

/** A worker thread cannot load a `.ts` entry on Node 20: under tsx and Vitest it goes in through tsx's own loader. */
function startWorker(): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  const entry = new URL(`./reader.worker.${fromSource ? 'ts' : 'js'}`, import.meta.url);
  const resourceLimits = { maxOldGenerationSizeMb: MOST_MEGABYTES };
  if (!fromSource) return new Worker(entry, { resourceLimits });
  const shim = `import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${JSON.stringify(entry.href)}); })`;
  return new Worker(shim, { eval: true, resourceLimits });
}

/** @param failed hears of a thread that died of a fault of ours */
export function workerReader(failed: (error: unknown) => void): RosterReader {
  let busy = 0;
  const waiting: (() => void)[] = [];
  const turn = (): Promise<void> => (busy < AT_ONCE ? Promise.resolve() : new Promise((next) => waiting.push(next)));
  return {
    async read(job, watch) {
      if (waiting.length >= MOST_WAITING) return refused(refusal('too-many-requests'));
      await turn();
      busy += 1;
      try {
        return watch.stop.aborted ? ended('stopped') : await readInThread(job, watch, failed);
      } finally {
        busy -= 1;
        waiting.shift()?.();
      }
    },
  };
}

const ended = (why: NotText): ReadAnswer => refused(unreadable(why));

function readInThread(job: ReadJob, { stop, progress }: Watch, failed: (error: unknown) => void): Promise<ReadAnswer> {
  const worker = startWorker();
  return new Promise<ReadAnswer>((resolve) => {
    const end = (answer: ReadAnswer): void => {
      clearTimeout(late);
      stop.removeEventListener('abort', stopped);
      resolve(answer);
      void worker.terminate();
    };
    const stopped = (): void => end(ended('stopped'));
    const late = setTimeout(() => end(ended('too-slow')), WITHIN_MS);
    stop.addEventListener('abort', stopped);
    worker.once('message', end);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      if (!outOfMemory) failed(error);
      end(ended(outOfMemory ? 'too-heavy' : 'damaged'));
    });
    worker.once('exit', () => end(ended('damaged')));
    worker.postMessage({ job, progress } satisfies ReadOrder);
  });
}
