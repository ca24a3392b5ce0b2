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

/** Kept in memory: a restart forgives. What is over goes as it is counted, so that thousands of notes cost little each. */
export function createSharedAttempts(clock: Clock, within: Duration): SharedAttempts {
  const counted = new Map<EventId, Map<string, Instant[]>>();
  const recentOf = (times: Instant[] | undefined): number => {
    if (!times) return 0;
    const first = times.findIndex((at) => clock.now() < after(at, within));
    times.splice(0, first < 0 ? times.length : first);
    return times.length;
  };
  return {
    recent(eventId, helper) {
      const helpers = counted.get(eventId);
      if (helper !== undefined) return recentOf(helpers?.get(helper));
      let all = 0;
      for (const times of helpers?.values() ?? []) all += recentOf(times);
      return all;
    },
    note(eventId, helper) {
      const helpers = counted.get(eventId) ?? new Map<string, Instant[]>();
      counted.set(eventId, helpers);
      const times = helpers.get(helper) ?? [];
      helpers.set(helper, times);
      times.push(clock.now());
    },
    forget(eventId, helper) {
      if (helper === null) counted.delete(eventId);
      else counted.get(eventId)?.delete(helper);
    },
  };
}
