import type { Planned } from '../planner-call.ts';
import type { Replan } from './replan.ts';

/** The planner's repair of a running evening, given this much time; null as long as it has none. */
export function replanFor(_replan: Replan, _seed: number, _milliseconds: number): Planned | null {
  return null;
}
