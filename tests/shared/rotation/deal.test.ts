import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../../../shared/src/kernel/random.ts';
import { deal } from '../../../shared/src/rotation/search/deal.ts';

test('R13 any choice of visits is dealt so that each student keeps theirs and each place has its share a round', () => {
  const choice = fc
    .record({ rounds: fc.integer({ min: 1, max: 7 }), places: fc.integer({ min: 1, max: 6 }) })
    .chain(({ rounds, places }) =>
      fc.record({
        rounds: fc.constant(rounds),
        places: fc.constant(places),
        visits: fc.array(fc.array(fc.nat(places - 1), { minLength: rounds, maxLength: rounds }), {
          minLength: 1,
          maxLength: 25,
        }),
        seed: fc.integer(),
      }),
    );
  fc.assert(
    fc.property(choice, ({ rounds, places, visits, seed }) => {
      const dealt = deal(
        visits.map((list) => Int32Array.from(list)),
        places,
        rounds,
        seededRandom(seed),
      );
      visits.forEach((list, student) => {
        const line = dealt.map((round) => round[student]);
        expect([...line].sort()).toEqual([...list].sort());
      });
      for (let place = 0; place < places; place++) {
        const total = visits.flat().filter((visited) => visited === place).length;
        for (const round of dealt) {
          const size = round.filter((visited) => visited === place).length;
          expect([Math.floor(total / rounds), Math.ceil(total / rounds)]).toContain(size);
        }
      }
    }),
    { numRuns: 100 },
  );
});
