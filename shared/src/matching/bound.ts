import type { Assignable, ToAssign } from './assign.ts';
import { loadOf, turnWorth } from './worth.ts';

/**
 * What no assignment is worth more than, whatever the prices (M23): every asker takes the best mentor at their price, or
 * none, and every mentor is paid their price for each introduction that costs them less. Prices of the right height make
 * it as low as the best assignment; wrong ones only make it higher.
 */
export function mostThatCanBe<One extends Assignable>(field: ToAssign<One>, prices: readonly number[]): number {
  const each = turnWorth(field.askers.length);
  let most = 0;
  for (const { turn, candidates } of field.askers) {
    let best = 0;
    for (const { mentor, worth } of candidates) best = Math.max(best, turn.turn * each + worth - prices[mentor]!);
    most += best;
  }
  field.mentors.forEach(({ taken, room }, index) => {
    for (let more = 0; more < room && loadOf(taken + more) < prices[index]!; more++)
      most += prices[index]! - loadOf(taken + more);
  });
  return most;
}
