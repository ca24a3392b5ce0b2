import { type AttendeeDetails, EMPTY_DETAILS, type Standing } from '../event/roster.ts';
import type { OnRoster } from './compare.ts';
import type { RosterPerson } from './roster-file.ts';

/** A seat booked for a guest, and what it should say now. */
export interface SeatChange<Id extends string> {
  readonly id: Id;
  readonly name: string;
  readonly standing: Standing;
}

/** What becomes of the seats that somebody booked for guests without a name. */
export interface GuestSeats<Id extends string> {
  /** Whose guests: somebody on the roster, or somebody new. */
  readonly host: Id | null;
  readonly person: RosterPerson;
  /** Seats to add. */
  readonly add: number;
  readonly change: readonly SeatChange<Id>[];
}

/** What an unnamed guest is called until they say who they are. */
export const guestName = (host: string): string => `Guest of ${host}`;

/** The seat of one guest without a name; it comes and goes with its host. */
export const guestDetails = ({ role, name, standing }: AttendeeDetails): AttendeeDetails => ({
  ...EMPTY_DETAILS,
  role,
  standing,
  name: guestName(name),
});

/**
 * Compares the guests somebody wrote down with the seats on the roster. Guests who were named, are here, or were cancelled
 * by hand count and are left alone; the others grow and shrink with the number. A seat that is not wanted any more is
 * cancelled, never removed, so that it can come back.
 * @param wanted null: the file says nothing of guests, so there are as many as before
 */
export function seatsOf<Id extends string>(
  person: RosterPerson,
  host: OnRoster<Id> | null,
  wanted: number | null,
  seats: readonly OnRoster<Id>[],
): GuestSeats<Id> {
  const own = host?.handEdited ?? [];
  const { standing } = host !== null && own.includes('standing') ? host.details : person.details;
  const hostName = host !== null && own.includes('name') ? host.details.name : person.details.name;
  const free = seats.filter((seat) => !isSettled(seat)).sort(byCancelledLast);
  const settled = seats.filter((seat) => isSettled(seat) && countsAsSeat(seat)).length;
  const before = free.filter((seat) => seat.details.standing !== 'cancelled').length;
  const need = standing === 'cancelled' ? 0 : wanted === null ? before : Math.max(0, wanted - settled);
  const change = free.flatMap((seat, index): SeatChange<Id>[] => {
    const now =
      index < need ? { name: guestName(hostName), standing } : { ...seat.details, standing: 'cancelled' as const };
    const same = now.name === seat.details.name && now.standing === seat.details.standing;
    return same ? [] : [{ id: seat.id, name: now.name, standing: now.standing }];
  });
  return { host: host?.id ?? null, person, add: Math.max(0, need - free.length), change };
}

/** Whether a seat is somebody's by now, or the organiser decided about it. */
const isSettled = <Id extends string>({ unnamed, here, handEdited }: OnRoster<Id>): boolean =>
  unnamed !== true || here === true || (handEdited ?? []).includes('standing');

/** A seat cancelled by hand was wanted once: it counts, or the next import would bring it back. */
const countsAsSeat = <Id extends string>({ details, handEdited }: OnRoster<Id>): boolean =>
  details.standing !== 'cancelled' || (handEdited ?? []).includes('standing');

const byCancelledLast = <Id extends string>(one: OnRoster<Id>, other: OnRoster<Id>): number =>
  Number(one.details.standing === 'cancelled') - Number(other.details.standing === 'cancelled');
