import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FlowNetwork } from '../../../../shared/src/rotation/flow.ts';
import { GainFlow } from '../../../../shared/src/rotation/proof/gain-flow.ts';

const LEFT = 5;
const RIGHT = 4;
const DEAR = 100;
const counts = (size: number) => fc.array(fc.nat(3), { minLength: size, maxLength: size });

test('R60 the most gain is what a flow of least cost leaves, and nothing is sent that earns nothing', () => {
  const arcs = fc.array(fc.tuple(fc.nat(LEFT - 1), fc.nat(RIGHT - 1), fc.integer({ min: 0, max: 2 }), fc.nat(9)));
  fc.assert(
    fc.property(counts(LEFT), counts(RIGHT), arcs, (left, right, middle) => {
      const gains = new GainFlow(2 + LEFT + RIGHT);
      const costs = new FlowNetwork(2 + LEFT + RIGHT);
      left.forEach((count, index) => {
        gains.arc(0, 2 + index, count, 0);
        costs.arc(0, 2 + index, count, 0);
        // whoever is not sent over an arc that earns something goes straight to the sink and earns nothing
        costs.arc(2 + index, 1, count, DEAR);
      });
      right.forEach((count, index) => {
        gains.arc(2 + LEFT + index, 1, count, 0);
        costs.arc(2 + LEFT + index, 1, count, 0);
      });
      const numbers = middle.map(([from, to, count, gain]) => {
        costs.arc(2 + from, 2 + LEFT + to, count, DEAR - gain);
        return { gain, arc: gains.arc(2 + from, 2 + LEFT + to, count, gain) };
      });
      const best = costs.run(0, 1);
      const { flow, gain } = gains.run(0, 1);
      expect(gain).toBe(best.flow * DEAR - best.cost);
      expect(numbers.reduce((sum, { arc, gain: each }) => sum + each * gains.flowOn(arc), 0)).toBe(gain);
      expect(numbers.reduce((sum, { arc }) => sum + gains.flowOn(arc), 0)).toBe(flow);
      // Each path begins with what it earns; a path over nothing but arcs without gain is never taken.
      if (numbers.every(({ gain: each }) => each === 0)) expect(flow).toBe(0);
    }),
    { numRuns: 150 },
  );
});
