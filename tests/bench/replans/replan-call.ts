import { replan } from '@lapwing/shared/rotation/replan/replan';
import type { Planned } from '../planner-call.ts';
import type { Replan } from './replan.ts';

const now = (): number => performance.now();

/** The planner's repair of a running evening with fewest moves, given this much time. @throws if it refuses */
export function replanFor({ after, schedule, done }: Replan, seed: number, milliseconds: number): Planned {
  const options = { seed, iterations: { milliseconds, now }, kinds: ['fewest-moves'] as const };
  const mended = replan({ after, schedule, done }, options);
  const [proposal] = mended.ok ? mended.value : [];
  if (!proposal) throw new Error(`${after.name}: ${mended.ok ? 'no proposal' : mended.refusal.message}`);
  return { schedule: proposal.schedule, iterations: proposal.stoppedAfter ?? proposal.iterations };
}
