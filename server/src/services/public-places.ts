import { placesFree, placesOf } from '@lapwing/shared/event/places';
import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Duration, type Instant, instant, minutes } from '@lapwing/shared/kernel/time';
import type { Db } from '../db/connection.ts';
import { findEvent } from '../db/repositories/events.ts';
import { findInvitation } from '../db/repositories/invitations.ts';
import { countMovingUp, countStanding } from '../db/repositories/standings.ts';
import type { Tx } from '../db/transact.ts';
import type { Clock } from '../system-clock.ts';

/** So often places are counted for everybody; who registers gets theirs by the count of that moment. */
const EVERY: Duration = minutes(15);
const DAY: Duration = minutes(24 * 60);

/** What everybody may know of the places of students (P13). */
export interface PublicPlaces {
  /** As counted last, at a quarter of an hour by the clock; null where there is no limit. */
  left(eventId: EventId): number | null;
  stop(): void;
}

/** Places that students can still have, those who wait counted before them. Null: no limit. */
export function countPlacesLeft(tx: Tx, eventId: EventId): number | null {
  const active = countStanding(tx, eventId, 'student', 'active');
  return placesFree(placesOf(findInvitation(tx, eventId)), active, countMovingUp(tx, eventId, 'student'));
}

/**
 * Kept in memory. An event is counted when somebody first looks, which compares with nothing, and from then on by the
 * clock alone: never because of what somebody has just sent. A limit that the organiser changes is counted at once.
 */
export function createPublicPlaces({ db, clock }: { readonly db: Db; readonly clock: Clock }): PublicPlaces {
  const counted = new Map<EventId, { readonly places: number; readonly left: number | null }>();
  let cancel: (() => void) | null = null;
  let due: Instant | null = null;

  function countAgain(): void {
    cancel = null;
    const now = clock.now();
    if (due !== null && now >= due) {
      due = null;
      for (const [id, { places }] of counted) {
        const startsAt = findEvent(db, id)?.settings.startsAt;
        if (startsAt === undefined || now > startsAt + DAY) counted.delete(id);
        else counted.set(id, { places, left: countPlacesLeft(db, id) });
      }
    }
    if (counted.size > 0) arm();
  }
  function arm(): void {
    due ??= instant((Math.floor(clock.now() / EVERY) + 1) * EVERY);
    cancel ??= clock.alarm(due, countAgain);
  }
  return {
    left(eventId) {
      const places = placesOf(findInvitation(db, eventId));
      if (places === null) return null;
      const known = counted.get(eventId);
      if (known?.places === places) return known.left;
      const left = countPlacesLeft(db, eventId);
      counted.set(eventId, { places, left });
      arm();
      return left;
    },
    stop: () => cancel?.(),
  };
}
