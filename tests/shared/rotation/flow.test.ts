import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FlowNetwork } from '../../../shared/src/rotation/flow.ts';

/** The cheapest assignment of all rows to different columns, by trying every one. */
function cheapest(costs: readonly (readonly number[])[], row = 0, used = 0): number {
  const own = costs[row];
  if (!own) return 0;
  let best = Number.POSITIVE_INFINITY;
  own.forEach((cost, column) => {
    if ((used & (1 << column)) === 0) best = Math.min(best, cost + cheapest(costs, row + 1, used | (1 << column)));
  });
  return best;
}

test('R14 a flow of least cost is as cheap as the best of all assignments', () => {
  const square = fc
    .integer({ min: 1, max: 5 })
    .chain((size) =>
      fc.array(fc.array(fc.nat(9), { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
    );
  fc.assert(
    fc.property(square, (costs) => {
      const size = costs.length;
      const network = new FlowNetwork(2 + 2 * size);
      costs.forEach((row, index) => {
        network.arc(0, 2 + index, 1, 0);
        network.arc(2 + size + index, 1, 1, 0);
        row.forEach((cost, column) => {
          network.arc(2 + index, 2 + size + column, 1, cost);
        });
      });
      expect(network.run(0, 1)).toEqual({ flow: size, cost: cheapest(costs) });
    }),
    { numRuns: 100 },
  );
});
