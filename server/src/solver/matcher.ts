import { Worker } from 'node:worker_threads';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { type Result, refused } from '@lapwing/shared/kernel/result';
import type { Moment } from '@lapwing/shared/matching/candidates';
import type { Community } from '@lapwing/shared/matching/community';
import type { Matching } from '@lapwing/shared/matching/match';

/** A community to be matched. Plain data: it travels to a thread. */
export interface MatchJob {
  readonly community: Community;
  readonly moment: Moment;
}
export type MatchAnswer = Result<Matching, Refusal>;

/** Matches away from the event loop: with thousands of members it takes most of a second. */
export interface Matcher {
  /** Answers like `matchCommunity`; server-fault where the community is wrong in itself, or the thread died. */
  match(job: MatchJob): Promise<MatchAnswer>;
}

/** A worker thread cannot load a `.ts` entry on Node 20: under tsx and Vitest it goes in through tsx's own loader. */
function startWorker(): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  const entry = new URL(`./matcher.worker.${fromSource ? 'ts' : 'js'}`, import.meta.url);
  if (!fromSource) return new Worker(entry);
  const shim = `import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${JSON.stringify(entry.href)}); })`;
  return new Worker(shim, { eval: true });
}

/** A run takes a second; a thread that takes longer than this has lost its way. */
const WITHIN_MS = 120_000;

/** One thread for one run. @param failed hears of a thread that died */
export const workerMatcher = (failed: (error: unknown) => void): Matcher => ({
  match: (job) =>
    new Promise((resolve) => {
      const worker = startWorker();
      const lost = setTimeout(() => end(refused(refusal('server-fault'))), WITHIN_MS);
      let over = false;
      const end = (answer: MatchAnswer): void => {
        over = true;
        clearTimeout(lost);
        resolve(answer);
        void worker.terminate();
      };
      const dead = (error: unknown): void => {
        if (over) return;
        failed(error);
        end(refused(refusal('server-fault')));
      };
      worker.once('message', end);
      worker.once('error', dead);
      worker.once('exit', (code) => dead(new Error(`the matcher's thread ended with ${code}`)));
      worker.postMessage(job);
    }),
});
