import { parentPort } from 'node:worker_threads';
import { runMatchJob } from './match-job.ts';
import type { MatchJob } from './matcher.ts';

parentPort?.on('message', (job: MatchJob) => parentPort?.postMessage(runMatchJob(job)));
