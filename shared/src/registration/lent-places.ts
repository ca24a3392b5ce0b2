import { after, earlier, type Instant, milliseconds, minutes } from '../kernel/time.ts';

/** P15: how long a place is kept for whoever has not said yes, ... */
const KEPT_FOR = minutes(24 * 60);
/** ... and how long at most within the last days before the evening. */
const SOON_BEFORE = minutes(48 * 60);
const KEPT_SOON = minutes(2 * 60);

/** Until when a place that is given at `at` is kept for somebody who has not said yes (P15). @param startsAt of the evening */
export function keptUntil(at: Instant, startsAt: Instant): Instant {
  const soon = after(startsAt, milliseconds(-SOON_BEFORE));
  const kept = earlier(after(at, KEPT_FOR), after(at < soon ? soon : at, KEPT_SOON));
  return at < startsAt ? earlier(kept, startsAt) : kept;
}

/** What says whether somebody has to answer first. */
export interface Answering {
  /** Typed on the public form, and whoever has the mailbox has not said that it was them. */
  readonly unproven: boolean;
  /** Nor has an organiser. */
  readonly unconfirmed: boolean;
}

/** Whether somebody said yes, or nobody had to ask them (P15). */
export const saidYes = ({ unproven, unconfirmed }: Answering): boolean => !unproven || !unconfirmed;

/** Somebody's place that is kept for a time. */
export interface Lent<Id extends string = string> {
  readonly id: Id;
  readonly until: Instant;
}

/** The places of one evening. */
export interface LentPlaces<Person extends Lent> {
  /** Given out, and how many have one. */
  readonly places: number;
  readonly active: number;
  /** Who waits and said yes. */
  readonly waiting: number;
  readonly lent: readonly Person[];
  readonly now: Instant;
}

/**
 * Who gives their place back now (P16): whose time is over, the longest ago first, and only as many as let somebody in who
 * said yes and waits.
 */
export function whoGivesBack<Person extends Lent>(evening: LentPlaces<Person>): Person[] {
  const { places, active, waiting, lent, now } = evening;
  const over = lent
    .filter(({ until }) => until <= now)
    .sort((one, other) => one.until - other.until || (one.id < other.id ? -1 : 1));
  const free = places - active;
  const comeIn = Math.min(waiting, free + over.length);
  return comeIn <= 0 ? [] : over.slice(0, Math.max(0, comeIn - free));
}
