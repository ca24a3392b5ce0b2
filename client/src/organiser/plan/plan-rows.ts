import type { WhoMoves } from '@lapwing/shared/event/event';
import { type Table, tableName } from '@lapwing/shared/event/floor';
import type { Schedule } from '@lapwing/shared/event/schedule';
import type { AttendeeId, TableId } from '@lapwing/shared/kernel/ids';

/** One table through the evening. */
export interface PlanRow {
  readonly id: TableId;
  readonly number: number;
  readonly name: string;
  /** Who keeps this table: its mentors when students move, the group of students when mentors move. */
  readonly stays: readonly AttendeeId[];
  /** Per round those who are there instead, where they are not the same all evening; empty where they are. */
  readonly hosts: readonly (readonly AttendeeId[])[];
  /** Per round, who comes. */
  readonly comes: readonly (readonly AttendeeId[])[];
}

export interface PlanGridRows {
  readonly rows: readonly PlanRow[];
  /** Per round, who has no table: those with a table in another round. */
  readonly sittingOut: readonly (readonly AttendeeId[])[];
}

/** The plan as a grid of tables and rounds. */
export function planRows(schedule: Schedule, tables: readonly Table[], whoMoves: WhoMoves): PlanGridRows {
  const moving = whoMoves === 'students' ? 'students' : 'mentors';
  const staying = whoMoves === 'students' ? 'mentors' : 'students';
  const rows = tables.map((table): PlanRow => {
    const seatings = schedule.rounds.map((round) => round[table.id]);
    const there = seatings.map((seating) => seating?.[staying] ?? []);
    const different = new Set(there.filter((ids) => ids.length > 0).map((ids) => ids.join(' ')));
    // mentors go to somebody who keeps their table
    const varies = whoMoves === 'students' && different.size > 1;
    return {
      id: table.id,
      number: table.number,
      name: tableName(table),
      stays: varies ? [] : (there.find((ids) => ids.length > 0) ?? []),
      hosts: varies ? there : [],
      comes: seatings.map((seating) => seating?.[moving] ?? []),
    };
  });
  const seated = schedule.rounds.map((round) => new Set(Object.values(round).flatMap((seating) => seating[moving])));
  const everybody = [...new Set(seated.flatMap((round) => [...round]))];
  return { rows, sittingOut: seated.map((round) => everybody.filter((person) => !round.has(person))) };
}

/** Everybody the plan gives a table in some round. */
export function peopleOf(schedule: Schedule): Set<AttendeeId> {
  return new Set(
    schedule.rounds.flatMap((round) =>
      Object.values(round).flatMap(({ students, mentors }) => [...students, ...mentors]),
    ),
  );
}
