import type { AttendeeId, TableId } from '../kernel/ids.ts';
import { type Reseat, tableIn } from './reseat.ts';
import type { Schedule } from './schedule.ts';

/** A seat that stays as it is when the evening is planned again. */
export interface SeatLock {
  /** From 1. */
  readonly round: number;
  readonly person: AttendeeId;
  readonly table: TableId;
}

/** Seats to lock, at another table than before where they were locked, and seats to unlock. */
export interface SeatLockChange {
  readonly lock: readonly SeatLock[];
  readonly unlock: readonly Pick<SeatLock, 'round' | 'person'>[];
}

/** More would be a plan of one's own. */
export const MAX_SEAT_LOCKS = 400;

/** One person has one seat in a round, so these two tell a lock. */
export const sameSeat = (one: Pick<SeatLock, 'round' | 'person'>, other: Pick<SeatLock, 'round' | 'person'>): boolean =>
  one.round === other.round && one.person === other.person;

/** The locks that a plan does not keep: what was locked may have become impossible since. */
export const locksNotKept = (schedule: Schedule, locks: readonly SeatLock[]): SeatLock[] =>
  locks.filter(({ round, person, table }) => tableIn(schedule, round, person) !== table);

/** Whoever moves somebody by hand wants them there: the lock goes along, and ends where they sit out. */
export function locksMoved(locks: readonly SeatLock[], changes: readonly Reseat[]): SeatLockChange {
  const moved = changes.filter((change) => locks.some((lock) => sameSeat(lock, change)));
  return {
    lock: moved.flatMap(({ round, person, table }) => (table === null ? [] : [{ round, person, table }])),
    unlock: moved.flatMap(({ round, person, table }) => (table === null ? [{ round, person }] : [])),
  };
}
