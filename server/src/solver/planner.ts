import { Worker } from 'node:worker_threads';
import { refusal } from '@lapwing/shared/kernel/refusal';
import { type Result, refused } from '@lapwing/shared/kernel/result';
import type { PlanAnswer, PlanJob, RepairAnswer, RepairJob } from './job.ts';
import { newSignals, type Signals } from './signals.ts';

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
  | { readonly kind: 'repair'; readonly job: RepairJob; readonly signals: Signals };

/** A worker thread cannot load a `.ts` entry on Node 20: under tsx and Vitest it goes in through tsx's own loader. */
function startWorker(): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  const entry = new URL(`./planner.worker.${fromSource ? 'ts' : 'js'}`, import.meta.url);
  if (!fromSource) return new Worker(entry);
  const shim = `import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${JSON.stringify(entry.href)}); })`;
  return new Worker(shim, { eval: true });
}

/** One worker thread per plan. `failed` hears of a worker that died. */
export function workerPlanner(failed: (error: unknown) => void): Planner {
  let spare: Worker | null = null;

  function takeWorker(): Worker {
    const worker = spare ?? startWorker();
    spare = null;
    worker.removeAllListeners();
    // from now on somebody waits for it
    worker.ref();
    return worker;
  }

  function warmUp(): void {
    if (spare) return;
    const worker = startWorker();
    spare = worker;
    worker.unref();
    const dead = (): void => {
      if (spare === worker) spare = null;
    };
    worker.once('error', dead);
    worker.once('exit', dead);
  }

  const order = <Answer extends Result<unknown, ReturnType<typeof refusal>>>(work: WorkOrder): Promise<Answer> =>
    new Promise((resolve) => {
      const worker = takeWorker();
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
      worker.once('message', (answer: Answer) => {
        end(answer);
        void worker.terminate();
      });
      worker.once('error', dead);
      // out of memory or killed: it may go without an error
      worker.once('exit', (code) => dead(new Error(`the planner's thread ended with ${code}`)));
      worker.postMessage(work);
    });

  return {
    run: (job, signals) => order<PlanAnswer>({ kind: 'plan', job, signals }),
    async repair(job) {
      const answer = await order<RepairAnswer>({ kind: 'repair', job, signals: newSignals() });
      warmUp();
      return answer;
    },
    warmUp,
  };
}
