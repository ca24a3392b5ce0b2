import { type Instant, instant } from '@lapwing/shared/kernel/time';
import type { Clock } from '../../server/src/system-clock.ts';

/** A clock that stands still until a test turns it. */
export interface FakeClock extends Clock {
  /** Lets time pass; every alarm on the way rings at its own instant, in order. */
  advance(milliseconds: number): void;
  /** Lets a long time pass of which only the end matters: what came due meanwhile rings once, at the end. */
  leap(milliseconds: number): void;
  /** Sets the time without ringing: the machine slept, or started again later (or with its clock put back). */
  jumpTo(at: number): void;
  /** Rings the next alarm at once, whether it is due or not: timers are not to be trusted. */
  ringNext(): void;
  /** The machine sleeps for so long: time goes on, nothing rings, and then whoever listens hears of it. */
  sleep(milliseconds: number): void;
  /** Sets the machine's own clock to something else than server time: somebody changed it. */
  turnWall(at: number): void;
  /** When the next alarm is due; null when none is set. */
  readonly nextAlarm: Instant | null;
}

interface Alarm {
  readonly at: number;
  readonly wake: () => void;
}

/** 22 November 2026, 18:00 UTC, with a fraction as the real clock has. */
export const EVENING_START = Date.UTC(2026, 10, 22, 18) + 0.25;

export function fakeClock(start = EVENING_START): FakeClock {
  let time = start;
  let wallAhead = 0;
  const alarms = new Set<Alarm>();
  const sleepers = new Set<(from: Instant, until: Instant) => void>();
  const first = (): Alarm | undefined => [...alarms].sort((one, other) => one.at - other.at)[0];
  const ring = (alarm: Alarm): void => {
    alarms.delete(alarm);
    alarm.wake();
  };
  return {
    now: () => instant(time),
    wall: () => instant(time + wallAhead),
    turnWall(at) {
      wallAhead = at - time;
    },
    alarm(at, wake) {
      const alarm = { at, wake };
      alarms.add(alarm);
      return () => void alarms.delete(alarm);
    },
    onSleep(slept) {
      sleepers.add(slept);
      return () => void sleepers.delete(slept);
    },
    sleep(milliseconds) {
      const from = instant(time);
      time += milliseconds;
      for (const slept of sleepers) slept(from, instant(time));
    },
    advance(milliseconds) {
      const until = time + milliseconds;
      for (let next = first(); next && next.at <= until; next = first()) {
        time = Math.max(time, next.at);
        ring(next);
      }
      time = until;
    },
    leap(milliseconds) {
      time += milliseconds;
      for (const alarm of [...alarms].filter(({ at }) => at <= time)) if (alarms.has(alarm)) ring(alarm);
    },
    jumpTo(at) {
      time = at;
    },
    ringNext() {
      const next = first();
      if (next) ring(next);
    },
    get nextAlarm() {
      const next = first();
      return next ? instant(next.at) : null;
    },
  };
}
