/** What a broken aim of the firm kind costs. */
export interface FirmCosts {
  readonly satOut: number;
  readonly satOutTwice: number;
  readonly repeat: number;
  /** Of two repeats, the one of somebody met tonight is worse than that of somebody met at an earlier event. */
  readonly twiceTonight: number;
  readonly uneven: number;
  /** A field promised and not met. */
  readonly promise: number;
}

/** Each is far above all wishes and pairs a single move can touch, and above those below it. */
export const FIRM_COSTS: FirmCosts = {
  satOut: 2 ** 42,
  satOutTwice: 2 ** 36,
  repeat: 2 ** 31,
  twiceTonight: 2 ** 28,
  uneven: 2 ** 29,
  promise: 2 ** 27,
};
