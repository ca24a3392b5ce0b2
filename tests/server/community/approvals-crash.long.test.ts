import { seededRandom } from '@lapwing/shared/kernel/random';
import { describe, it } from 'vitest';
import { killedAfter } from './approvals-crash.ts';

/** Each costs two starts of a server, six seconds; `KILLS=200` for the whole number. */
const KILLS = Number(process.env.KILLS ?? 9);
const random = seededRandom(11);
/** Milliseconds after the batch began: at its beginning, in its middle, and anywhere. */
const TIMES = [5, 60, 200, ...Array.from({ length: KILLS - 3 }, () => random.below(600))];

describe('kill -9 while a batch of approvals goes out, often', () => {
  it.each(TIMES)('doubles none and loses none, %i ms after it began', (ms) => killedAfter(ms), 60_000);
});
