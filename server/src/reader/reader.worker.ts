import { parentPort } from 'node:worker_threads';
import { runReadJob } from './job.ts';
import type { ReadOrder } from './reader.ts';

parentPort?.on('message', ({ job, progress }: ReadOrder) => {
  const tell = (rows: number, of: number): void => {
    Atomics.store(progress, 0, rows);
    Atomics.store(progress, 1, of);
  };
  // a fault of ours must reach the server as an error of the thread, not as a silence
  runReadJob(job, tell).then(
    (answer) => parentPort?.postMessage(answer),
    (error: unknown) =>
      setImmediate(() => {
        throw error;
      }),
  );
});
