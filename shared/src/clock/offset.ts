/** One exchange between a page and the server. */
export interface Exchange {
  /** Page's monotonic time in ms when the question left. */
  readonly t0: number;
  /** Server time in ms when the question came in. */
  readonly t1: number;
  /** Server time in ms when the answer left. */
  readonly t2: number;
  /** Page's monotonic time in ms when the answer came in. */
  readonly t3: number;
}

/** What a page knows about server time. Reads no clock itself: the page's monotonic time comes in as `now`. */
export interface Clock {
  /** Milliseconds to wait before exchange number `k` (from 0, counted anew after each burst); the caller adds jitter. */
  delay(k: number): number;
  /** Takes in an answered exchange. One that cannot be true (time running backwards, not a number) is left aside. */
  sample(exchange: Exchange): void;
  /** Server time minus page time at page time `now`, in ms; null before the first sample. */
  offset(now: number): number | null;
  /** Half width in ms of the interval that surely holds the true offset; null before the first sample. */
  bound(now: number): number | null;
  /**
   * True once after samples contradicted each other (a clock stepped, the device slept, another server answers): start
   * counting exchanges from 0 again. Asking clears it; it comes at most twice a minute.
   */
  needsBurst(): boolean;
  /** True until the opening burst is in (also after `reset`): draw with the estimate as it is, do not slew yet. */
  opening(): boolean;
  /** Forgets all samples: after the page slept, was hidden or reconnected to another start of the server. */
  reset(): void;
}

/** A page says "checking the time" while its bound is wider than this. */
export const BOUND_TO_TRUST_MS = 250;

const BURST_COUNT = 8;
const BURST_GAP_MS = 150;
const SETTLING_COUNT = 14;
const SETTLING_GAP_MS = 2_000;
const STEADY_GAP_MS = 15_000;
const KEPT_SAMPLES = 64;
const KEPT_ON_CONFLICT = 8;
/** Two crystals drift apart by up to 50 ppm in practice. */
const DRIFT = 60e-6;
/** Browsers round performance.now() to as much as 1 ms. Widening all intervals alike leaves their middle where it is. */
const ROUNDING_MS = 1;
const BURST_AGAIN_AFTER_MS = 30_000;

/** At page time `at` the offset lay within `half` of `middle`. */
interface Interval {
  readonly middle: number;
  readonly half: number;
  readonly at: number;
}

/**
 * A clock without samples. Each exchange bounds the offset by causality alone; the intersection of many such intervals,
 * each widened by drift as it ages, is far narrower than the best single one on a network whose delays vary.
 */
export function makeClock(): Clock {
  let kept: Interval[] = [];
  let taken = 0;
  let burst = false;
  let burstAt = Number.NEGATIVE_INFINITY;

  const sample = (exchange: Exchange): void => {
    const interval = intervalOf(exchange);
    if (!interval) return;
    taken++;
    kept = [...kept, interval].slice(-KEPT_SAMPLES);
    if (width(kept, interval.at) >= 0) return;
    kept = kept.slice(-KEPT_ON_CONFLICT);
    if (width(kept, interval.at) < 0) kept = [interval];
    if (interval.at - burstAt < BURST_AGAIN_AFTER_MS) return;
    burst = true;
    burstAt = interval.at;
  };

  return {
    delay: delayBefore,
    sample,
    offset(now) {
      const { low, high } = intersection(kept, now);
      return kept.length === 0 ? null : (low + high) / 2;
    },
    bound: (now) => (kept.length === 0 ? null : width(kept, now) / 2),
    needsBurst() {
      const asked = burst;
      burst = false;
      return asked;
    },
    opening: () => taken < BURST_COUNT,
    reset() {
      taken = 0;
      kept = [];
      burst = false;
      burstAt = Number.NEGATIVE_INFINITY;
    },
  };
}

function delayBefore(k: number): number {
  if (k === 0) return 0;
  if (k < BURST_COUNT) return BURST_GAP_MS;
  return k < BURST_COUNT + SETTLING_COUNT ? SETTLING_GAP_MS : STEADY_GAP_MS;
}

function intervalOf({ t0, t1, t2, t3 }: Exchange): Interval | null {
  const underWay = t3 - t0 - (t2 - t1);
  const possible = Number.isFinite(underWay) && t3 >= t0 && t2 >= t1 && underWay >= -ROUNDING_MS;
  if (!possible) return null;
  return { middle: (t1 - t0 + (t2 - t3)) / 2, half: Math.max(0, underWay) / 2 + ROUNDING_MS, at: t3 };
}

function intersection(intervals: readonly Interval[], now: number): { readonly low: number; readonly high: number } {
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  for (const { middle, half, at } of intervals) {
    const reach = half + DRIFT * Math.max(0, now - at);
    low = Math.max(low, middle - reach);
    high = Math.min(high, middle + reach);
  }
  return { low, high };
}

/** Below 0 when the intervals contradict each other. */
function width(intervals: readonly Interval[], now: number): number {
  const { low, high } = intersection(intervals, now);
  return high - low;
}
