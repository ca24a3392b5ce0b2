import { type Exchange, makeClock } from '@lapwing/shared/clock/offset';
import { STEP_FROM_MS, type Steered, steer } from '@lapwing/shared/clock/slew';
import { type Instant, instant } from '@lapwing/shared/kernel/time';

/** Server time as far as this page knows it. */
export interface ServerClock {
  /** Server time now; null until the first exchange (or until `guess` was called). */
  now(): Instant | null;
  /** Half width of the error in ms; null while nothing is known. */
  bound(): number | null;
  /** Takes an answered exchange in. */
  sample(exchange: Exchange): void;
  /** Forgets the samples (after a sleep, a new server); goes on drawing with the last estimate until new ones are in. */
  reset(): void;
  /** Milliseconds to wait before exchange `k` of a burst. */
  delay(k: number): number;
  /** True once when the samples contradict each other, or this page's clock stood still: exchange in a burst again. */
  needsBurst(): boolean;
  /**
   * For a page without any answer: takes the device's own wall clock until a better one is known.
   * @param ahead by how much server time was ahead of it when both were last known
   */
  guess(ahead?: number): void;
  /** By how much server time is ahead of the device's wall clock, in ms; null while it is not known. */
  ahead(): number | null;
}

/** The two clocks of the device: one that only ever goes on, and the wall clock as a witness for sleep. */
export interface DeviceClocks {
  monotonic(): number;
  wall(): number;
}

const deviceClocks: DeviceClocks = { monotonic: () => performance.now(), wall: () => Date.now() };

/** Page time in milliseconds: what `Connection.lastHeardAt` counts in. */
export const pageTime = (): number => deviceClocks.monotonic();

/** What this device's own clock on the wall shows, in milliseconds since 1970: for comparing, never for counting. */
export const deviceTime = (): number => deviceClocks.wall();

/** Begins without an idea of server time; samples and a first guess bring it nearer. */
export function createServerClock(device: DeviceClocks = deviceClocks): ServerClock {
  const clock = makeClock();
  let steered: Steered | null = null;
  let guessed = false;
  let apart = device.wall() - device.monotonic();
  let slept = false;

  /** While a device sleeps its monotonic clock may stand still; the wall clock then tells for how long. */
  const noticeSleep = (): void => {
    const moved = device.wall() - device.monotonic() - apart;
    if (Math.abs(moved) < STEP_FROM_MS) return;
    apart += moved;
    if (steered && moved > 0) steered = { ...steered, offset: steered.offset + moved };
    clock.reset();
    slept = true;
  };

  return {
    now() {
      noticeSleep();
      const at = device.monotonic();
      const target = clock.offset(at);
      if (target !== null) steered = steer(guessed || clock.opening() ? null : steered, at, target);
      if (target !== null) guessed = false;
      return steered === null ? null : instant(at + steered.offset);
    },
    bound: () => clock.bound(device.monotonic()),
    sample: (exchange) => clock.sample(exchange),
    reset: () => clock.reset(),
    delay: (k) => clock.delay(k),
    needsBurst() {
      const asked = clock.needsBurst() || slept;
      slept = false;
      return asked;
    },
    guess(ahead = 0) {
      if (steered !== null) return;
      guessed = true;
      steered = { at: device.monotonic(), offset: device.wall() - device.monotonic() + ahead };
    },
    ahead: () => (steered === null || guessed ? null : steered.offset - (device.wall() - device.monotonic())),
  };
}
