import type { Instance } from '@lapwing/shared/rotation/instance';
import { boundsOf } from '@lapwing/shared/rotation/proof/bounds';

/** What no plan for these people can beat: at least so many of the bad things, at most so many of the good ones. */
export interface Limits {
  readonly idle: number;
  readonly spread: number;
  readonly repeats: number;
  readonly balance: number;
  readonly want: number;
  readonly distinctPairs: number;
  readonly variety: number;
  /** At most so much quality, 0 … 100. */
  readonly quality: number;
}

/** The proven limits of an instance. */
export function limitsOf(instance: Instance): Limits {
  const { idle, spread, repeats, balance, want, distinctPairs, variety, quality } = boundsOf(instance);
  return {
    idle: idle.value,
    spread: spread.value,
    repeats: repeats.value,
    balance: balance.value,
    want: want.value,
    distinctPairs: distinctPairs.value,
    variety: variety.value,
    quality: quality.value,
  };
}
