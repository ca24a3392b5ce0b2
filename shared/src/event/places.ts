import type { Instant } from '../kernel/time.ts';
import type { Invitation } from './invitation.ts';

/** Places given out to students: the chairs, and those given out beyond them. Null: no limit. */
export function placesOf({ capacity, overbookPercent }: Pick<Invitation, 'capacity' | 'overbookPercent'>) {
  return capacity === null ? null : Math.round((capacity * (100 + overbookPercent)) / 100);
}

/** Somebody on the waitlist. */
export interface InLine<Id extends string = string> {
  readonly id: Id;
  readonly since: Instant;
}

/** Who waits longest comes first; of two who came at once, always the same. */
export const lineUp = <Id extends string, Person extends InLine<Id>>(waiting: readonly Person[]): Person[] =>
  [...waiting].sort((one, other) => one.since - other.since || (one.id < other.id ? -1 : 1));

/** Places that nobody has and nobody waits for: so many can still register. Null: no limit. */
export const placesFree = (places: number | null, active: number, waiting: number): number | null =>
  places === null ? null : Math.max(0, places - active - waiting);

/** Who moves up from the waitlist now: as many as there are places without somebody, in order. Nobody where there is no limit. */
export const whoMovesUp = <Id extends string, Person extends InLine<Id>>(
  places: number | null,
  active: number,
  waiting: readonly Person[],
): Person[] => (places === null ? [] : lineUp<Id, Person>(waiting).slice(0, Math.max(0, places - active)));
