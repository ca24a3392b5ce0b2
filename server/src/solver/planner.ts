import { Worker } from 'node:worker_threads';
import { refusal } from '@lapwing/shared/kernel/refusal';
import { refused } from '@lapwing/shared/kernel/result';
import type { PlanAnswer, PlanJob } from './job.ts';
import type { Signals } from './signals.ts';

/** Makes plans away from the event loop, so that no countdown and no press ever waits for a search. */
export interface Planner {
  /**
   * Answers like `runPlanJob`; plan-impossible when the worker dies.
   * @param signals how to stop it, and where it writes how far it is
   */
  run(job: PlanJob, signals: Signals): Promise<PlanAnswer>;
}

export interface WorkOrder {
  readonly job: PlanJob;
  readonly signals: Signals;
}

/** A worker thread cannot load a `.ts` entry on Node 20: under tsx and Vitest it goes in through tsx's own loader. */
function startWorker(order: WorkOrder): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  const entry = new URL(`./planner.worker.${fromSource ? 'ts' : 'js'}`, import.meta.url);
  if (!fromSource) return new Worker(entry, { workerData: order });
  const shim = `import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${JSON.stringify(entry.href)}); })`;
  return new Worker(shim, { eval: true, workerData: order });
}

/** One worker thread per plan. `failed` hears of a worker that died. */
export function workerPlanner(failed: (error: unknown) => void): Planner {
  return {
    run: (job, signals) =>
      new Promise((resolve) => {
        const worker = startWorker({ job, signals });
        let over = false;
        const end = (answer: PlanAnswer): void => {
          over = true;
          resolve(answer);
        };
        const dead = (error: unknown): void => {
          if (over) return;
          failed(error);
          end(refused(refusal('plan-impossible', { why: 'The planner stopped unexpectedly. Try again.' })));
        };
        worker.once('message', (answer: PlanAnswer) => {
          end(answer);
          void worker.terminate();
        });
        worker.once('error', dead);
        // out of memory or killed: it may go without an error
        worker.once('exit', (code) => dead(new Error(`the planner's thread ended with ${code}`)));
      }),
  };
}
