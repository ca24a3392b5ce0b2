import { parentPort } from 'node:worker_threads';
import { systemClock } from '../system-clock.ts';
import { runPlanJob, runRepairJob } from './job.ts';
import type { WorkOrder } from './planner.ts';

const { now } = systemClock();

parentPort?.once('message', (order: WorkOrder) => {
  const answer = order.kind === 'plan' ? runPlanJob(order.job, order.signals, now) : runRepairJob(order.job, now);
  parentPort?.postMessage(answer);
});
