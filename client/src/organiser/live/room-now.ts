import type { Table } from '@lapwing/shared/event/floor';
import type { Attendee } from '@lapwing/shared/event/roster';
import type { Seating } from '@lapwing/shared/event/schedule';
import type { AttendeeId, TableId } from '@lapwing/shared/kernel/ids';
import { planWindow } from '@lapwing/shared/live/plan-window';
import type { Moment } from '@lapwing/shared/live/state';
import type { PlanView } from '@lapwing/shared/protocol/api';
import type { EventStore } from '../event-store.ts';

/** Who sits where from now on, as far as the plan can still be changed. */
export interface RoomNow {
  /** The round that runs or people move to; between rounds the one that comes. Nothing before it changes. */
  readonly first: number;
  readonly last: number;
  /** Everybody with a table in some round from `first` on. */
  readonly seated: ReadonlySet<AttendeeId>;
  /** Who has left and did not come back. */
  readonly gone: ReadonlySet<AttendeeId>;
  readonly seating: (table: TableId) => Seating;
  /** The table somebody has in round `first`; null for none. */
  readonly tableOf: (person: AttendeeId) => TableId | null;
}

const NOBODY: Seating = { students: [], mentors: [] };

/** The plan people follow, as far as the room is in it. */
export type PlanOfNow = Pick<PlanView, 'schedule' | 'room'>;

/** The room of an event's page; null also while its plan is not known. */
export function roomOf({ live, followed }: Pick<EventStore, 'live' | 'followed'>): RoomNow | null {
  const moment = live.moment.value;
  return moment && followed.value && roomNow(moment, followed.value);
}

/** Null before the start, after the last round and after the end: then no change of the room matters any more. */
export function roomNow(moment: Moment, { schedule, room }: PlanOfNow): RoomNow | null {
  const window = planWindow(moment);
  if (window === null) return null;
  const first = window.current ?? window.done + 1;
  const seatings = schedule.rounds[first - 1] ?? {};
  const places = new Map<AttendeeId, TableId>();
  for (const [table, { students, mentors }] of Object.entries(seatings))
    for (const person of [...students, ...mentors]) places.set(person, table as TableId);
  const coming = schedule.rounds.slice(first - 1).flatMap((round) => Object.values(round));
  return {
    first,
    last: schedule.rounds.length,
    seated: new Set(coming.flatMap(({ students, mentors }) => [...students, ...mentors])),
    gone: new Set(room?.left),
    seating: (table) => seatings[table] ?? NOBODY,
    tableOf: (person) => places.get(person) ?? null,
  };
}

/** Mentors who are here and have no table from now on. */
export const freeMentors = ({ seated, gone }: RoomNow, people: readonly Attendee[]): Attendee[] =>
  people.filter(
    ({ id, role, checkedInAt }) => role === 'mentor' && checkedInAt !== null && !seated.has(id) && !gone.has(id),
  );

/** Tables where no mentor sits in the round that runs or comes: closed ones, and ones nobody was given. */
export const tablesWithoutMentor = ({ seating }: RoomNow, tables: readonly Table[]): Table[] =>
  tables.filter(({ id }) => seating(id).mentors.length === 0);
