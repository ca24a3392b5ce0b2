import { parentPort } from 'node:worker_threads';
import { ok } from '@lapwing/shared/kernel/result';
import { readPlainTable } from '@lapwing/shared/roster-import/plain-table';
import { changesOf, runReadJob } from './job.ts';
import { previewOf } from './preview.ts';
import type { ReadOrder } from './reader.ts';

parentPort?.on('message', (order: ReadOrder) => {
  if ('table' in order) {
    parentPort?.postMessage(readPlainTable(order.table));
    return;
  }
  const { job, progress, fileName } = order;
  const tell = (rows: number, of: number): void => {
    Atomics.store(progress, 0, rows);
    Atomics.store(progress, 1, of);
  };
  const fault = (error: unknown): void => {
    // it must reach the server as an error of the thread, not as a silence
    setImmediate(() => {
      throw error;
    });
  };
  runReadJob(job, tell)
    .then((read) => {
      if (!read.ok) return parentPort?.postMessage(read);
      const value = fileName === null ? changesOf(read.value) : JSON.stringify(previewOf(read.value, fileName));
      return parentPort?.postMessage(ok(value));
    })
    .catch(fault);
});
