import { describe, it } from 'vitest';
import { killedAfter } from './approvals-crash.ts';

describe('kill -9 while a batch of approvals goes out', () => {
  it.each([5, 60, 200])('doubles none and loses none, %i ms after it began', (ms) => killedAfter(ms), 60_000);
});
