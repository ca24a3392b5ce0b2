import { Worker } from 'node:worker_threads';
import { refusal } from '@lapwing/shared/kernel/refusal';
import { refused } from '@lapwing/shared/kernel/result';
import type { PlanAnswer, PlanJob, RepairAnswer, RepairJob } from './job.ts';
import type { Signals } from './signals.ts';

/** Makes plans away from the event loop, so that no countdown and no press ever waits for a search. */
export interface Planner {
  /**
   * Answers like `runPlanJob`; plan-impossible when the worker dies.
   * @param signals how to stop it, and where it writes how far it is
   */
  run(job: PlanJob, signals: Signals): Promise<PlanAnswer>;
  /** Answers like `runRepairJob`; plan-impossible when the worker dies. */
  repair(job: RepairJob): Promise<RepairAnswer>;
  /** Has a thread wait for the next job, so that whoever asks in the middle of an evening does not wait for one to start. */
  warmUp(): void;
}

export type WorkOrder =
  | { readonly kind: 'plan'; readonly job: PlanJob; readonly signals: Signals }
  | { readonly kind: 'repair'; readonly job: RepairJob }
  | { readonly kind: 'warm-up' };

/** A worker thread cannot load a `.ts` entry on Node 20: under tsx and Vitest it goes in through tsx's own loader. */
function startWorker(): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  const entry = new URL(`./planner.worker.${fromSource ? 'ts' : 'js'}`, import.meta.url);
  if (!fromSource) return new Worker(entry);
  const shim = `import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${JSON.stringify(entry.href)}); })`;
  return new Worker(shim, { eval: true });
}

/** A mended plan is made in an instant; a thread that takes longer than this has lost its way. */
const REPAIR_WITHIN_MS = 15_000;

/**
 * One worker thread per plan, and one that stays and mends: it is quick because it has mended before. `failed` hears of a
 * worker that died.
 */
export function workerPlanner(failed: (error: unknown) => void): Planner {
  let idle: Worker | null = null;

  /** Keeps a thread for the next repair. It holds nothing: the process may end, and so may the thread. */
  function keep(worker: Worker): void {
    if (idle) {
      void worker.terminate();
      return;
    }
    idle = worker;
    worker.unref();
    const gone = (): void => {
      if (idle === worker) idle = null;
    };
    worker.once('error', gone);
    worker.once('exit', gone);
  }

  function warmUp(): void {
    if (idle) return;
    const worker = startWorker();
    keep(worker);
    worker.postMessage({ kind: 'warm-up' } satisfies WorkOrder);
  }

  return {
    async run(job, signals) {
      const worker = startWorker();
      const answer = await ask<PlanAnswer>(worker, { kind: 'plan', job, signals }, failed);
      void worker.terminate();
      return answer;
    },
    async repair(job) {
      const worker = idle ?? startWorker();
      idle = null;
      worker.removeAllListeners();
      worker.ref();
      const lost = setTimeout(() => void worker.terminate(), REPAIR_WITHIN_MS);
      let died = false;
      const answer = await ask<RepairAnswer>(worker, { kind: 'repair', job }, (error) => {
        died = true;
        failed(error);
      });
      clearTimeout(lost);
      worker.removeAllListeners();
      // a thread that threw is not gone yet, and would take the next repair with it
      if (died) void worker.terminate();
      else keep(worker);
      return answer;
    },
    warmUp,
  };
}

/** plan-impossible when the thread ends before it answers. */
function ask<Answer extends PlanAnswer | RepairAnswer>(
  worker: Worker,
  order: WorkOrder,
  failed: (error: unknown) => void,
): Promise<Answer> {
  return new Promise((resolve) => {
    let over = false;
    const end = (answer: Answer): void => {
      over = true;
      resolve(answer);
    };
    const dead = (error: unknown): void => {
      if (over) return;
      failed(error);
      const why = 'The planner stopped unexpectedly. Try again.';
      end(refused(refusal('plan-impossible', { why })) as Answer);
    };
    worker.once('message', end);
    worker.once('error', dead);
    // out of memory or killed: it may go without an error
    worker.once('exit', (code) => dead(new Error(`the planner's thread ended with ${code}`)));
    worker.postMessage(order);
  });
}
