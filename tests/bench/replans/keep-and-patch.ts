import type { InstanceSchedule } from '@lapwing/shared/rotation/instance';
import { scheduleOfPlaces } from '../peers/schedule-of-places.ts';
import { isThere, type Replan, tablesIn } from './replan.ts';

/** What organisers do by hand: whoever can keeps their seat, the others go where most room is left. */
export function keepAndPatch(replan: Replan): InstanceSchedule {
  const { after, schedule } = replan;
  const people = after.students.length;
  const place = new Int32Array(after.rounds * people).fill(-1);
  const tableIndex = new Map(after.tables.map(({ id }, index) => [id, index]));
  for (let round = 1; round <= after.rounds; round++) {
    const room = after.tables.map(({ seats, open }) => (isThere(open, round) ? seats : 0));
    const sizes = after.tables.map(() => 0);
    const before = tablesIn(schedule, round);
    const sit = (student: number, table: number): void => {
      place[(round - 1) * people + student] = table;
      sizes[table] = (sizes[table] ?? 0) + 1;
    };
    const homeless: number[] = [];
    after.students.forEach(({ id, present }, student) => {
      if (!isThere(present, round)) return;
      const table = tableIndex.get(before.get(id) ?? '');
      if (table !== undefined && (sizes[table] ?? 0) < (room[table] ?? 0)) sit(student, table);
      else if (round > replan.done) homeless.push(student);
    });
    for (const student of homeless) {
      const left = sizes.map((size, table) => ((room[table] ?? 0) > size ? size : Number.POSITIVE_INFINITY));
      const emptiest = Math.min(...left);
      if (Number.isFinite(emptiest)) sit(student, left.indexOf(emptiest));
    }
  }
  return scheduleOfPlaces(after, place);
}
