import type { EventId } from '@lapwing/shared/kernel/ids';
import { after, type Duration, type Instant } from '@lapwing/shared/kernel/time';
import type { Clock } from '../system-clock.ts';

/** So many attempts within that time, counted from the first; from then on none is looked at until it is over. */
export interface Patience {
  readonly most: number;
  readonly within: Duration;
}
/** Whoever comes from one address after the other must not fill the memory: the oldest is forgiven. */
const MOST_KNOWN = 10_000;

/** Counts what somebody may not do without end (guess codes, join, rename themselves) by whoever does it. */
export interface Attempts {
  tooMany(by: string): boolean;
  note(by: string): void;
}

/** Kept in memory: a restart forgives. */
export function createAttempts(clock: Clock, { most, within }: Patience): Attempts {
  const counted = new Map<string, { readonly since: Instant; readonly times: number }>();
  const recent = (by: string) => {
    const of = counted.get(by);
    return of && clock.now() < after(of.since, within) ? of : undefined;
  };
  return {
    tooMany: (by) => (recent(by)?.times ?? 0) >= most,
    note(by) {
      const { since, times } = recent(by) ?? { since: clock.now(), times: 0 };
      counted.delete(by);
      counted.set(by, { since, times: times + 1 });
      const [oldest] = counted.keys();
      if (counted.size > MOST_KNOWN && oldest !== undefined) counted.delete(oldest);
    },
  };
}

/** Counts what all helpers of an event share, and who of them used how much, so that one can be forgiven alone. */
export interface SharedAttempts {
  /** In the time that is counted: by this helper, or by all when left out. */
  recent(eventId: EventId, helper?: string): number;
  note(eventId: EventId, helper: string): void;
  /** The organiser has seen to it: what this helper, or null for all of the event, did counts no more. */
  forget(eventId: EventId, helper: string | null): void;
}

/** Kept in memory: a restart forgives. */
export function createSharedAttempts(clock: Clock, within: Duration): SharedAttempts {
  const counted = new Map<EventId, readonly { readonly helper: string; readonly at: Instant }[]>();
  const recent = (eventId: EventId) => (counted.get(eventId) ?? []).filter(({ at }) => clock.now() < after(at, within));
  return {
    recent: (eventId, helper) => recent(eventId).filter((one) => helper === undefined || one.helper === helper).length,
    note(eventId, helper) {
      counted.set(eventId, [...recent(eventId), { helper, at: clock.now() }]);
    },
    forget(eventId, helper) {
      const others = helper === null ? [] : recent(eventId).filter((one) => one.helper !== helper);
      if (others.length === 0) counted.delete(eventId);
      else counted.set(eventId, others);
    },
  };
}
