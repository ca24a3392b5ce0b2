import { parentPort, workerData } from 'node:worker_threads';
import { type PlanJob, runPlanJob } from './job.ts';

parentPort?.postMessage(runPlanJob(workerData as PlanJob));
