import { type Instant, instant } from '@lapwing/shared/kernel/time';

/** The server's time. Everything else gets it as an argument; tests pass one that they turn by hand. */
export interface Clock {
  /** Server time: wall time as read once at boot, counted on by the monotonic clock. Has fractions. */
  now(): Instant;
  /** Calls `wake` at `at` or soon after; returns the way to cancel it. Callers ask `now` again: timers are not trusted. */
  alarm(at: Instant, wake: () => void): () => void;
}

/** Node's timers take at most 2^31 − 1 ms; a later alarm wakes early and its caller arms it again. */
const LONGEST_TIMER_MS = 2_147_000_000;

/** The only reader of the system time. */
export function systemClock(): Clock {
  const wallAtBoot = Date.now();
  const monotonicAtBoot = performance.now();
  const now = (): Instant => instant(wallAtBoot + (performance.now() - monotonicAtBoot));
  return {
    now,
    alarm(at, wake) {
      const timer = setTimeout(wake, Math.min(LONGEST_TIMER_MS, Math.max(0, Math.ceil(at - now()))));
      return () => clearTimeout(timer);
    },
  };
}
