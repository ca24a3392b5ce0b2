import type { Random } from '../../kernel/random.ts';

const TWO_TO_31 = 2 ** 31;

/**
 * The price that is still accepted at a temperature: temperature × −log2 of a random number, by the position of its
 * first bit and a straight line between powers of two (Mitchell 1962), so that it is the same on every machine.
 */
export function acceptedPrice(temperature: number, random: Random): number {
  const word = random.below(TWO_TO_31) | 1;
  const zeros = Math.clz32(word) - 1;
  const fraction = ((word << (zeros + 1)) & 0x7fff_ffff) >>> 15;
  return Math.floor((temperature * (zeros * 65_536 + 65_536 - fraction)) / 65_536);
}
