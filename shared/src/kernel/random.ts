/** A seeded source of random integers: the same seed gives the same sequence on every machine. */
export interface Random {
  /** A whole number in 0 … bound − 1; `bound` is a whole number in 1 … 2^31. */
  below(bound: number): number;
  /** Shuffles `items` in place (Fisher and Yates) and returns them. */
  shuffle<Item>(items: Item[]): Item[];
}

/**
 * Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, integer arithmetic only.
 * @param seed any whole number; only its low 32 bits count
 */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  const next32 = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (bound: number): number => Math.floor((next32() / 4_294_967_296) * bound);
  return {
    below,
    shuffle(items) {
      for (let last = items.length - 1; last > 0; last--) {
        const other = below(last + 1);
        const kept = items[last];
        items[last] = items[other] as (typeof items)[number];
        items[other] = kept as (typeof items)[number];
      }
      return items;
    },
  };
}
