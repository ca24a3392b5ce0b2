import { placesOf } from './places.ts';

/** How many of those who book a free evening for students stay away, in percent, where nobody knows better. */
export const STAY_AWAY_PERCENT = 35;
/** What may just as well happen: few stay away, or many. */
export const STAY_AWAY_LOW = 25;
export const STAY_AWAY_HIGH = 50;

/** What comes of the places given out when so many percent of those who booked stay away. */
export interface Outlook {
  readonly stayAway: number;
  readonly come: number;
  /** Chairs that are missing, and chairs that stay empty; one of them is 0. */
  readonly missing: number;
  readonly empty: number;
}

/** How full the room is when so many percent stay away. */
export function outlook(capacity: number, overbookPercent: number, stayAway: number): Outlook {
  const places = placesOf({ capacity, overbookPercent }) ?? 0;
  const come = Math.round((places * (100 - stayAway)) / 100);
  return { stayAway, come, missing: Math.max(0, come - capacity), empty: Math.max(0, capacity - come) };
}

/**
 * How many percent of the chairs to give out beyond them, so that the room is full when so many stay away: rounded down,
 * since somebody without a chair is worse than a chair without somebody. At most 100.
 */
export const overbookFor = (stayAway: number): number =>
  Math.min(100, Math.max(0, Math.floor((100 * stayAway) / (100 - Math.min(99, stayAway)))));

/** In whole percent. */
export const stayedAwayPercent = ({ booked, came }: { readonly booked: number; readonly came: number }): number =>
  booked === 0 ? 0 : Math.round((100 * (booked - came)) / booked);
