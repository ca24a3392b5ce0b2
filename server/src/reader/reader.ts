import { Worker } from 'node:worker_threads';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { type Result, refused } from '@lapwing/shared/kernel/result';
import { type NotText, unreadable } from '@lapwing/shared/roster-import/decode';
import type { PlainTable } from '@lapwing/shared/roster-import/plain-table';
import type { FileChanges, ReadJob } from './job.ts';

/**
 * Reads files away from the event loop: a file that is made to do harm harms the thread that reads it. Both answer
 * `file-unreadable` when the thread took too long, ran out of memory or was stopped, and `too-many-requests` when too many
 * files wait.
 */
export interface RosterReader {
  /** An `ImportPreview` as text: the event loop has only to send it. */
  preview(job: ReadJob, watch: Watch, fileName: string): Promise<Result<string, Refusal>>;
  changes(job: ReadJob, watch: Watch): Promise<Result<FileChanges, Refusal>>;
  /** A table of text whose first row says what the columns are. */
  table(bytes: Uint8Array, stop: AbortSignal): Promise<Result<PlainTable, Refusal>>;
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

export type ReadOrder = RosterOrder | { readonly table: Uint8Array };

interface RosterOrder {
  readonly job: ReadJob;
  /** Null: the changes are wanted, else a preview of the file of this name. */
  readonly fileName: string | null;
  readonly progress: Watch['progress'];
}

/** What a thread may use. */
export interface ThreadLimits {
  readonly withinMs: number;
  readonly mostMegabytes: number;
}

/** What one file may cost (security.md F1). */
export const LIMITS: ThreadLimits = { withinMs: 10_000, mostMegabytes: 256 };
/** So many read at once; the machine has a night to run besides. */
const AT_ONCE = 2;
const MOST_WAITING = 8;

/** A worker thread cannot load a `.ts` entry on Node 20: under tsx and Vitest it goes in through tsx's own loader. */
function startWorker({ mostMegabytes }: ThreadLimits): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  const entry = new URL(`./reader.worker.${fromSource ? 'ts' : 'js'}`, import.meta.url);
  const resourceLimits = { maxOldGenerationSizeMb: mostMegabytes };
  if (!fromSource) return new Worker(entry, { resourceLimits });
  const shim = `import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${JSON.stringify(entry.href)}); })`;
  return new Worker(shim, { eval: true, resourceLimits });
}

type Answer<Value> = Result<Value, Refusal>;
type Thread = <Value>(order: ReadOrder, stop: AbortSignal) => Promise<Answer<Value>>;

/**
 * @param failed hears of a thread that died of a fault of ours
 * @param limits what each thread may use, read when it starts
 */
export function workerReader(failed: (error: unknown) => void, limits = LIMITS): RosterReader {
  const inTurn = takingTurns((order, stop) => readInThread(order, stop, limits, failed));
  return {
    preview: (job, { stop, progress }, fileName) => inTurn({ job, progress, fileName }, stop),
    changes: (job, { stop, progress }) => inTurn({ job, progress, fileName: null }, stop),
    table: (bytes, stop) => inTurn({ table: bytes }, stop),
  };
}

function takingTurns(read: Thread): Thread {
  let busy = 0;
  const waiting: (() => void)[] = [];
  return async (order, stop) => {
    if (waiting.length >= MOST_WAITING) return refused(refusal('too-many-requests'));
    // whoever is let go takes over the place of the one that ended
    if (busy >= AT_ONCE) await new Promise<void>((next) => waiting.push(next));
    else busy += 1;
    try {
      return stop.aborted ? ended('stopped') : await read(order, stop);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}

const ended = (why: NotText, limit: Readonly<Record<string, number>> = {}): Answer<never> =>
  refused(unreadable(why, limit));

function readInThread<Value>(
  order: ReadOrder,
  stop: AbortSignal,
  { ...limits }: ThreadLimits,
  failed: (error: unknown) => void,
): Promise<Answer<Value>> {
  const worker = startWorker(limits);
  return new Promise<Answer<Value>>((resolve) => {
    const end = (answer: Answer<Value>): void => {
      clearTimeout(late);
      stop.removeEventListener('abort', stopped);
      resolve(answer);
      void worker.terminate();
    };
    const stopped = (): void => end(ended('stopped'));
    const tooSlow = ended('too-slow', { seconds: limits.withinMs / 1_000 });
    const late = setTimeout(() => end(tooSlow), limits.withinMs);
    stop.addEventListener('abort', stopped);
    worker.once('message', end);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      if (!outOfMemory) failed(error);
      end(outOfMemory ? ended('too-heavy', { megabytes: limits.mostMegabytes }) : ended('damaged'));
    });
    worker.once('exit', () => end(ended('damaged')));
    worker.postMessage(order);
  });
}
