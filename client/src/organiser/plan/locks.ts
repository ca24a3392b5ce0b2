import { tableIn } from '@lapwing/shared/event/reseat';
import type { Schedule } from '@lapwing/shared/event/schedule';
import { type SeatLock, type SeatLockChange, sameSeat } from '@lapwing/shared/event/seat-lock';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { useState } from 'preact/hooks';
import type { EventStore } from '../event-store.ts';
import type { Picked } from './EditStrip.tsx';

/** The seats of a plan that would be locked with one press: this person's, and of all who go to their table then. */
export interface LockableSeats {
  readonly own: SeatLock;
  readonly cell: readonly SeatLock[];
}

/** Null for somebody who sits the round out. @param moving whose seats change from round to round */
export function lockableSeats(
  schedule: Schedule,
  { round, person }: Picked,
  moving: 'students' | 'mentors',
): LockableSeats | null {
  const table = tableIn(schedule, round, person);
  if (table === null) return null;
  const there = schedule.rounds[round - 1]?.[table]?.[moving] ?? [];
  return { own: { round, person, table }, cell: there.map((one) => ({ round, person: one, table })) };
}

/** Whether all of these seats are locked where they are. */
export const areLocked = (locks: readonly SeatLock[], seats: readonly SeatLock[]): boolean =>
  seats.every((seat) => locks.some((lock) => sameSeat(lock, seat) && lock.table === seat.table));

export interface LockActions {
  readonly refusal: RefusalCode | 'no-answer' | null;
  change(wanted: Partial<SeatLockChange>): void;
}

/** Sends changes of the locks one after the other; the page shows what the server answers. */
export function useLocks(store: EventStore): LockActions {
  const [refusal, setRefusal] = useState<LockActions['refusal']>(null);
  return {
    refusal,
    change({ lock = [], unlock = [] }) {
      const seats = unlock.map(({ round, person }) => ({ round, person }));
      void store.api.lockSeats({ lock, unlock: seats }).then((answer) => {
        setRefusal(answer.ok ? null : answer.refusal.code);
        if (answer.ok) store.locks.value = answer.value;
      });
    },
  };
}
