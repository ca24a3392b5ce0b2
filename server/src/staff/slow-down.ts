import { after, type Duration, type Instant, minutes, seconds } from '@lapwing/shared/kernel/time';
import type { Clock } from '../system-clock.ts';

/** As often may somebody mistype in a row without waiting. */
const FREE = 5;
const FIRST_WAIT = seconds(5);
const LONGEST_WAIT = minutes(15);
/** Whoever tries one address after the other must not fill the memory. */
const MOST_KNOWN = 10_000;

/** Makes guessing passwords slow, for each account by itself: a venue has one address. */
export interface SlowDown {
  /** Until when this account's password is not even looked at; null: now. */
  waitsUntil(account: string): Instant | null;
  failed(account: string): void;
  succeeded(account: string): void;
}

/** Kept in memory: a restart forgives. An open session and a passkey are never slowed down. */
export function createSlowDown(clock: Clock): SlowDown {
  const known = new Map<string, { readonly times: number; readonly until: Instant }>();
  return {
    waitsUntil(account) {
      const until = known.get(account)?.until;
      return until !== undefined && clock.now() < until ? until : null;
    },
    failed(account) {
      const times = (known.get(account)?.times ?? 0) + 1;
      const wait = times < FREE ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (times - FREE));
      known.delete(account);
      known.set(account, { times, until: after(clock.now(), wait as Duration) });
      const [oldest] = known.keys();
      if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
    },
    succeeded(account) {
      known.delete(account);
    },
  };
}
