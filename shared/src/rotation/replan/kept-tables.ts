import type { Schedule } from '../../event/schedule.ts';
import type { Instance, InstancePin, InstanceSchedule } from '../instance.ts';
import { FREE } from '../search/problem.ts';

/** Per round person to table. */
export type Places = readonly ReadonlyMap<string, string>[];

/** Who sits where, as a schedule has it. */
export function tablesByRound(schedule: InstanceSchedule): Places {
  return schedule.rounds.map(
    (round) => new Map(Object.entries(round).flatMap(([table, seated]) => seated.map((id) => [id, table] as const))),
  );
}

/** Where students sit by an evening's plan. */
export const placesOfStudents = (schedule: Schedule): Places =>
  schedule.rounds.map(
    (round) =>
      new Map(Object.entries(round).flatMap(([table, { students }]) => students.map((id) => [id, table] as const))),
  );

/** Where mentors sit by an evening's plan. */
export const placesOfMentors = (schedule: Schedule): Places =>
  schedule.rounds.map(
    (round) =>
      new Map(Object.entries(round).flatMap(([table, { mentors }]) => mentors.map((id) => [id, table] as const))),
  );

/** [round * students + student]: the table of the earlier plan in rounds that are still to come, or FREE. */
export function keptTables(after: Instance, places: Places, done: number): Int32Array {
  const count = after.students.length;
  const keep = new Int32Array(after.rounds * count).fill(FREE);
  const tableIndex = new Map(after.tables.map(({ id }, index) => [id, index]));
  places.forEach((tableOf, round) => {
    if (round < done || round >= after.rounds) return;
    after.students.forEach(({ id }, student) => {
      keep[round * count + student] = tableIndex.get(tableOf.get(id) ?? '') ?? FREE;
    });
  });
  return keep;
}

const isThere = (rounds: readonly number[] | null, round: number): boolean => rounds === null || rounds.includes(round);

/**
 * The seats of rounds that are over, and of the one that runs if it is frozen: given as they are, unless `after` gives
 * places of that round itself. What cannot be any more (somebody has left, a table is closed) is left open.
 */
export function frozenSeats(after: Instance, places: Places, done: number, freezeCurrent: boolean): InstancePin[] {
  const given = new Set(after.pinned.map(({ round }) => round));
  const tables = new Map(after.tables.map((table) => [table.id, table]));
  const pins: InstancePin[] = [];
  const last = Math.min(after.rounds, freezeCurrent ? done + 1 : done);
  places.slice(0, last).forEach((tableOf, index) => {
    const round = index + 1;
    if (given.has(round)) return;
    for (const { id, present } of after.students) {
      const table = tables.get(tableOf.get(id) ?? '');
      if (!isThere(present, round)) continue;
      if (table && isThere(table.open, round)) pins.push({ round, student: id, table: table.id });
      else if (round <= done) pins.push({ round, student: id, table: null });
    }
  });
  return pins;
}
