import { SHARES } from '@lapwing/shared/rotation/proof/bounds';

/** What each good thing counts for, in points of quality (0 … 100 in all). */
export interface Worth {
  readonly want: number;
  readonly pair: number;
  readonly tag: number;
}

/** The most that anybody could count of each; a thing of which there is none is not counted. */
export interface MostPossible {
  readonly want: number;
  readonly distinctPairs: number;
  readonly variety: number;
}

/** Points for one more of each: the shares are split among what the instance has at all. */
export function worthOf(most: MostPossible): Worth {
  const used =
    (most.want > 0 ? SHARES.want : 0) +
    (most.distinctPairs > 0 ? SHARES.distinctPairs : 0) +
    (most.variety > 0 ? SHARES.variety : 0);
  const each = (share: number, total: number): number => (total > 0 ? (100 * share) / (used * total) : 0);
  return {
    want: each(SHARES.want, most.want),
    pair: each(SHARES.distinctPairs, most.distinctPairs),
    tag: each(SHARES.variety, most.variety),
  };
}
