import { type Refusal, refusal } from '../kernel/refusal.ts';
import { type Result, refused } from '../kernel/result.ts';

/** The rules do not allow this act in this phase. */
export const notNow = (): Result<never, Refusal> => refused(refusal('not-now'));
