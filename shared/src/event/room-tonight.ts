import type { AttendeeId, TableId } from '../kernel/ids.ts';
import type { Table } from './floor.ts';
import { peopleIn, type Schedule } from './schedule.ts';

/** In which rounds (from 1, both ends included) somebody is to be seated. `until` below `from`: in none. */
export interface Attendance {
  readonly person: AttendeeId;
  readonly from: number;
  readonly until: number;
}

/** The room that a plan of a running night is for. */
export interface RoomTonight {
  /** Every table of the night, also those that are closed; `mentors` as they sit from now on. */
  readonly tables: readonly Table[];
  readonly closed: readonly { readonly table: TableId; readonly from: number }[];
  readonly people: readonly Attendance[];
  /** Who has gone home. Whoever only did not come is none of them: they may come after all. */
  readonly left: readonly AttendeeId[];
}

/** The room at *Start*: whoever the plan seats in any round is there for all of them. */
export function roomAtStart({ rounds }: Schedule, tables: readonly Table[]): RoomTonight {
  const people = [...peopleIn(rounds)].map((person) => ({ person, from: 1, until: rounds.length }));
  return { tables, closed: [], people, left: [] };
}

/** Whether somebody is to be seated in this round. */
export const attends = (room: RoomTonight, person: AttendeeId, round: number): boolean =>
  room.people.some((one) => one.person === person && one.from <= round && round <= one.until);

/** Tables where people may sit in this round. */
export const openIn = (room: RoomTonight, round: number): Table[] =>
  room.tables.filter(({ id }) => !room.closed.some(({ table, from }) => table === id && from <= round));
