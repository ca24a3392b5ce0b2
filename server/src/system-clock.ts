import { uptime } from 'node:os';
import { type Instant, instant } from '@lapwing/shared/kernel/time';

/** The server's time. Everything else gets it as an argument; tests pass one that they turn by hand. */
export interface Clock {
  /** Server time: wall time as read once at boot, counted on by the monotonic clock. Has fractions. */
  now(): Instant;
  /** What the machine's own clock says now. People and timers may change it, so nothing runs by it; it can only hold back. */
  wall(): Instant;
  /** Calls `wake` at `at` or soon after; returns the way to cancel it. Callers ask `now` again: timers are not trusted. */
  alarm(at: Instant, wake: () => void): () => void;
  /**
   * Calls `slept` when the machine was asleep from one instant to another. The monotonic clock stands still meanwhile, so
   * server time is put forward by the length of the sleep first: phones went on counting, and the hall's clock too. A
   * changed wall clock is no sleep and moves nothing. Returns the way to end it.
   */
  onSleep(slept: (from: Instant, until: Instant) => void): () => void;
}

const LOOK_FOR_SLEEP_EVERY_MS = 1_000;
/** Less is a busy machine, or the coarse steps in which a system tells its uptime. */
const SLEPT_FROM_MS = 10_000;

/** Node's timers take at most 2^31 − 1 ms; a later alarm wakes early and its caller arms it again. */
const LONGEST_TIMER_MS = 2_147_000_000;

/**
 * The only reader of the system time.
 * @param uptimeMs time since the machine was switched on in milliseconds, sleep included
 */
export function systemClock(uptimeMs: () => number = () => uptime() * 1_000): Clock {
  const wallAtBoot = Date.now();
  const monotonicAtBoot = performance.now();
  let sleptMs = 0;
  const now = (): Instant => instant(wallAtBoot + sleptMs + (performance.now() - monotonicAtBoot));
  return {
    now,
    wall: () => instant(Date.now()),
    alarm(at, wake) {
      const timer = setTimeout(wake, Math.min(LONGEST_TIMER_MS, Math.max(0, Math.ceil(at - now()))));
      return () => clearTimeout(timer);
    },
    onSleep(slept) {
      let apart = uptimeMs() - performance.now();
      const look = (): void => {
        timer = setTimeout(look, LOOK_FOR_SLEEP_EVERY_MS).unref();
        const moved = uptimeMs() - performance.now() - apart;
        if (moved < SLEPT_FROM_MS) return;
        const from = now();
        apart += moved;
        sleptMs += moved;
        slept(from, now());
      };
      let timer = setTimeout(look, LOOK_FOR_SLEEP_EVERY_MS).unref();
      return () => clearTimeout(timer);
    },
  };
}
