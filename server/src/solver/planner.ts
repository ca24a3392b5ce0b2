import { Worker } from 'node:worker_threads';
import { refusal } from '@lapwing/shared/kernel/refusal';
import { refused } from '@lapwing/shared/kernel/result';
import type { PlanAnswer, PlanJob } from './job.ts';

/** Makes plans away from the event loop, so that no countdown and no press ever waits for a search. */
export interface Planner {
  /** Answers like `runPlanJob`; plan-impossible when the worker dies. */
  run(job: PlanJob): Promise<PlanAnswer>;
}

/** A worker thread cannot load a `.ts` entry on Node 20: under tsx and Vitest it goes in through tsx's own loader. */
function startWorker(job: PlanJob): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  const entry = new URL(`./planner.worker.${fromSource ? 'ts' : 'js'}`, import.meta.url);
  if (!fromSource) return new Worker(entry, { workerData: job });
  const shim = `import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${JSON.stringify(entry.href)}); })`;
  return new Worker(shim, { eval: true, workerData: job });
}

/** One worker thread per plan. `failed` hears of a worker that died. */
export function workerPlanner(failed: (error: unknown) => void): Planner {
  return {
    run: (job) =>
      new Promise((resolve) => {
        const worker = startWorker(job);
        const dead = (error: unknown): void => {
          failed(error);
          resolve(refused(refusal('plan-impossible', { why: 'The planner stopped unexpectedly. Try again.' })));
        };
        worker.once('message', (answer: PlanAnswer) => {
          resolve(answer);
          void worker.terminate();
        });
        worker.once('error', dead);
      }),
  };
}
