import type { Instant } from '../kernel/time.ts';
import type { Invitation } from './invitation.ts';

/** Places given out to students: the chairs, and those given out beyond them. Null: no limit. */
export function placesOf({ capacity, overbookPercent }: Pick<Invitation, 'capacity' | 'overbookPercent'>) {
  return capacity === null ? null : Math.round((capacity * (100 + overbookPercent)) / 100);
}

/**
 * What somebody who waits has said to the mail that asks whether it was them (P17). open: nothing yet; late: nothing in
 * the time in which a place was kept for them.
 */
export type Said = 'yes' | 'open' | 'late';

/** Somebody on the waitlist. */
export interface InLine<Id extends string = string> {
  readonly id: Id;
  readonly since: Instant;
  /** Yes where it is left out: most were never asked. */
  readonly said?: Said;
}

const isYes = ({ said = 'yes' }: Pick<InLine, 'said'>): boolean => said === 'yes';

/** Who said yes comes first (P17), then who waits longest; of two who came at once, always the same. */
export const lineUp = <Id extends string, Person extends InLine<Id>>(waiting: readonly Person[]): Person[] =>
  [...waiting].sort(
    (one, other) =>
      Number(isYes(other)) - Number(isYes(one)) || one.since - other.since || (one.id < other.id ? -1 : 1),
  );

/** Places that nobody has and nobody who may move up waits for: so many can still register. Null: no limit. */
export const placesFree = (places: number | null, active: number, waiting: number): number | null =>
  places === null ? null : Math.max(0, places - active - waiting);

/** Below this, the public page says "a few". */
export const PLACES_STEP = 5;

/** What the public page tells of so many free places: at least that many, in steps, and 0 only where there are none (P13). */
export function placesTold(free: number | null): number | null {
  if (free === null || free === 0) return free;
  return Math.max(1, free - (free % PLACES_STEP));
}

/**
 * Who moves up from the waitlist now: as many as there are places without somebody, in order; not who was late (P17). Nobody
 * where there is no limit.
 */
export const whoMovesUp = <Id extends string, Person extends InLine<Id>>(
  places: number | null,
  active: number,
  waiting: readonly Person[],
): Person[] =>
  places === null
    ? []
    : lineUp<Id, Person>(waiting)
        .filter(({ said }) => said !== 'late')
        .slice(0, Math.max(0, places - active));
