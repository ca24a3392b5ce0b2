import { seededRandom } from '@lapwing/shared/kernel/random';
import { describe, it } from 'vitest';
import { killedAfter } from './approvals-crash.ts';

/** Each costs two starts of a server, six seconds; `KILLS=200` for the whole number. */
const KILLS = Number(process.env.KILLS ?? 12);
const random = seededRandom(11);
const TIMES = Array.from({ length: KILLS }, (_, kill) => [kill, random.below(600)] as const);

describe('kill -9 while a batch of approvals goes out, often', () => {
  it.each(TIMES)('doubles none and loses none, %i', (_kill, ms) => killedAfter(ms), 60_000);
});
