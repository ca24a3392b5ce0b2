import '../../support/property-seed.ts';
import { newest, type Pick, saysNothing, WISHES } from '@lapwing/shared/introductions/pick';
import { attendeeId } from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const pick = (at: number, change: Partial<Pick> = {}): Pick => ({
  ...{ star: false, wish: 'introduce', line: '', to: null, at: instant(at) },
  ...change,
});

const picks = fc.record({
  star: fc.boolean(),
  wish: fc.option(fc.constantFrom(...WISHES)),
  line: fc.constantFrom('', 'Why Leeds', 'Product'),
  to: fc.option(fc.constantFrom(attendeeId('a'), attendeeId('b'))),
  at: fc.integer({ min: 0, max: 5 }).map(instant),
});

describe('what somebody says about somebody', () => {
  it('H1 of two words the one said later counts, whichever comes first', () => {
    const [early, late] = [pick(10), pick(20, { wish: 'not-now' })];
    expect(newest(early, late, instant(30))).toEqual(late);
    expect(newest(late, early, instant(30))).toEqual(late);
  });

  it('H1 a word from the future counts as said when it was heard', () => {
    expect(newest(null, pick(5_000), instant(40)).at).toBe(40);
    expect(newest(pick(30), pick(5_000, { star: true }), instant(40))).toEqual(pick(40, { star: true }));
  });

  it('H1 words in any order, with repetitions, come to the same', () => {
    const property = fc.property(
      fc.array(picks, { minLength: 1, maxLength: 6 }),
      fc.infiniteStream(fc.nat()),
      (said, order) => {
        const heardAt = instant(9);
        const all = (list: readonly Pick[]) =>
          list.reduce<Pick | null>((known, one) => newest(known, one, heardAt), null);
        const shuffled = [...said, ...said].sort(() => ((order.next().value ?? 0) % 3) - 1);
        expect(all(shuffled)).toEqual(all(said));
      },
    );
    fc.assert(property);
  });

  it('H1 no star and no wish take an earlier pick back', () => {
    expect(saysNothing(pick(10, { wish: null }))).toBe(true);
    expect(saysNothing(pick(10, { wish: null, star: true }))).toBe(false);
    expect(saysNothing(pick(10, { wish: 'not-now' }))).toBe(false);
  });
});
