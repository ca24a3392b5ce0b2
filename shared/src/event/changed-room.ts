import type { AttendeeId, TableId } from '../kernel/ids.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Result } from '../kernel/result.ts';
import type { WhoMoves } from './event.ts';
import type { Table } from './floor.ts';
import { type Attendance, attends, openIn, type RoomTonight } from './room-tonight.ts';
import type { AttendeeRole } from './roster.ts';
import type { Schedule, Seating } from './schedule.ts';

/** A room, the plan for it, and who has lost or not yet got a seat in the round that runs. */
export interface ChangedRoom {
  readonly room: RoomTonight;
  readonly schedule: Schedule;
  readonly seatless: readonly AttendeeId[];
}

/** Where the evening stands: see `planWindow`. */
export interface Standpoint {
  readonly done: number;
  readonly current: number | null;
  readonly talks: boolean;
  readonly whoMoves: WhoMoves;
  readonly roleOf: (person: AttendeeId) => AttendeeRole | undefined;
}

export type Outcome = Result<ChangedRoom, Refusal>;

/** The round that runs, or the one that comes: nothing before it changes. */
export const firstRound = ({ done, current }: Pick<Standpoint, 'done' | 'current'>): number => current ?? done + 1;

/** Somebody is there from one round until another; whoever was there before stays so from their first round on. */
export function withAttendance(room: RoomTonight, person: AttendeeId, from: number, until: number): RoomTonight {
  const known = room.people.find((one) => one.person === person);
  const now: Attendance = { person, from: Math.min(known?.from ?? from, from), until };
  return { ...room, people: [...room.people.filter((one) => one.person !== person), now] };
}

/** Takes people out of their seats from a round on. */
export const without = (schedule: Schedule, people: ReadonlySet<AttendeeId>, from: number): Schedule =>
  mapRounds(schedule, from, (seating) => ({
    students: seating.students.filter((one) => !people.has(one)),
    mentors: seating.mentors.filter((one) => !people.has(one)),
  }));

/** Changes every table of the rounds from one on. */
export const mapRounds = (
  { rounds }: Schedule,
  from: number,
  change: (seating: Seating, table: TableId) => Seating,
): Schedule => ({
  rounds: rounds.map((round, index) =>
    index + 1 < from
      ? round
      : Object.fromEntries(Object.entries(round).map(([table, seating]) => [table, change(seating, table as TableId)])),
  ),
});

/** Empties tables in the round that runs, if one does; their students need a seat. */
export function withoutTables(
  { room, schedule, seatless }: ChangedRoom,
  tables: ReadonlySet<TableId>,
  current: number | null,
): ChangedRoom {
  const round = current === null ? undefined : schedule.rounds[current - 1];
  if (round === undefined || tables.size === 0) return { room, schedule, seatless };
  const stays = Object.entries(round).filter(([table]) => !tables.has(table as TableId));
  const lost = Object.entries(round).flatMap(([table, { students }]) => (tables.has(table as TableId) ? students : []));
  const rounds = schedule.rounds.map((one) => (one === round ? Object.fromEntries(stays) : one));
  return { room, schedule: { rounds }, seatless: [...seatless, ...lost] };
}

/** Whether anybody can be met in the last round. */
export function hasMentors(room: RoomTonight, last: number, { whoMoves, roleOf }: Standpoint): boolean {
  if (whoMoves === 'mentors')
    return room.people.some(({ person }) => roleOf(person) === 'mentor' && attends(room, person, last));
  return openIn(room, last).some(({ mentors }) => mentors.some((mentor) => attends(room, mentor, last)));
}

/** The table at which a mentor has a chair from now on. Whoever was missing at *Start* has none: they sit anywhere. */
export const chairOf = (room: RoomTonight, mentor: AttendeeId, last: number): Table | undefined =>
  attends(room, mentor, last) ? room.tables.find(({ mentors }) => mentors.includes(mentor)) : undefined;

/** Takes chairs away from mentors. */
export const withoutChairs = (room: RoomTonight, mentors: ReadonlySet<AttendeeId>): RoomTonight => ({
  ...room,
  tables: room.tables.map((table) =>
    table.mentors.some((mentor) => mentors.has(mentor))
      ? { ...table, mentors: table.mentors.filter((mentor) => !mentors.has(mentor)) }
      : table,
  ),
});
