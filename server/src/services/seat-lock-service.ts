import { MAX_SEAT_LOCKS, type SeatLock, type SeatLockChange, sameSeat } from '@lapwing/shared/event/seat-lock';
import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { changeSeatLocks, listSeatLocks } from '../db/repositories/seat-locks.ts';
import { transact } from '../db/transact.ts';
import { type Services, wholeNow } from './services.ts';

/** The seats that stay when the evening is planned again, in the order in which they were locked. */
export function lockedSeats(services: Services, eventId: EventId): Result<SeatLock[], Refusal> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  return ok(listSeatLocks(services.db, eventId));
}

/**
 * Locks seats and takes locks away; said twice it is said once. Whether a seat can be kept is found when a plan is made.
 * @returns all that are locked now; refused with not-found for people or tables that the event does not have, with
 *   too-many-locks, and with already-started once the night runs, since then plans are mended and not made again
 */
export function lockSeats(services: Services, eventId: EventId, change: SeatLockChange): Result<SeatLock[], Refusal> {
  const evening = services.evenings.get(eventId);
  if (!evening) return refused(refusal('not-found'));
  const { people, tables } = evening;
  const known = [...change.lock, ...change.unlock].every(({ person }) => people.has(person));
  const onFloor = change.lock.every(({ table }) => tables.some(({ id }) => id === table));
  if (!known || !onFloor) return refused(refusal('not-found'));
  if (services.evenings.engine(eventId)?.night.moment.phase.kind !== 'doors')
    return refused(refusal('already-started'));
  const kept = listSeatLocks(services.db, eventId).filter(
    (one) => ![...change.lock, ...change.unlock].some((other) => sameSeat(one, other)),
  );
  if (kept.length + change.lock.length > MAX_SEAT_LOCKS)
    return refused(refusal('too-many-locks', { most: MAX_SEAT_LOCKS }));
  transact(services.db, (tx) => ok(changeSeatLocks(tx, eventId, change, wholeNow(services.clock))));
  services.evenings.changed(eventId);
  return ok(listSeatLocks(services.db, eventId));
}
