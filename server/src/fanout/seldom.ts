import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Instant, instant } from '@lapwing/shared/kernel/time';
import type { Clock } from '../system-clock.ts';

/** Does something when asked, but not each time: what many ask for at once is done once a little later. */
export interface Seldom {
  ask(eventId: EventId): void;
  /** Forgets what was asked for. */
  stop(): void;
}

/** So many may be done at once, and so many a second in the long run. */
const BURST = 20;
const PER_SECOND = 4;

interface Bucket {
  left: number;
  at: Instant;
  cancel: (() => void) | null;
}

/**
 * A full hall that comes back after a restart is ten thousand connections in a few seconds: consoles hear the count a few
 * times a second and in the end, not ten thousand times.
 */
export function createSeldom(clock: Clock, act: (eventId: EventId) => void): Seldom {
  const buckets = new Map<EventId, Bucket>();
  const bucketOf = (eventId: EventId): Bucket => {
    const bucket = buckets.get(eventId) ?? { left: BURST, at: clock.now(), cancel: null };
    buckets.set(eventId, bucket);
    return bucket;
  };
  return {
    ask(eventId) {
      const bucket = bucketOf(eventId);
      if (bucket.cancel !== null) return;
      const now = clock.now();
      bucket.left = Math.min(BURST, bucket.left + ((now - bucket.at) / 1_000) * PER_SECOND);
      bucket.at = now;
      if (bucket.left >= 1) {
        bucket.left -= 1;
        act(eventId);
        return;
      }
      bucket.cancel = clock.alarm(instant(now + 1_000 / PER_SECOND), () => {
        bucket.cancel = null;
        // what this one takes had not grown back yet when it was asked for
        bucket.at = clock.now();
        act(eventId);
      });
    },
    stop() {
      for (const bucket of buckets.values()) bucket.cancel?.();
      buckets.clear();
    },
  };
}
