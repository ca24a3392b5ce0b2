import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from '../system-clock.ts';
import { runPlanJob } from './job.ts';
import type { WorkOrder } from './planner.ts';

const { job, signals } = workerData as WorkOrder;
parentPort?.postMessage(runPlanJob(job, signals, systemClock().now));
