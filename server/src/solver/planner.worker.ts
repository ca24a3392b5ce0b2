import { parentPort } from 'node:worker_threads';
import { warmUp } from '@lapwing/shared/rotation/replan/warm-up';
import { systemClock } from '../system-clock.ts';
import { runPlanJob, runRepairJob } from './job.ts';
import type { WorkOrder } from './planner.ts';

const { now } = systemClock();

parentPort?.on('message', (order: WorkOrder) => {
  if (order.kind === 'plan') parentPort?.postMessage(runPlanJob(order.job, order.signals, now));
  else if (order.kind === 'repair') parentPort?.postMessage(runRepairJob(order.job, now));
  else warmUp();
});
