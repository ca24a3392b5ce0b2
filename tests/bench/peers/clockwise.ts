import type { Instance, InstanceSchedule } from '@lapwing/shared/rotation/instance';
import { scheduleOfPlaces } from './schedule-of-places.ts';

/**
 * The way on paper: people in the order of the list form as many teams as there are tables, and every team moves on by
 * one table a round. Knows nothing of wishes; who is away leaves a gap, who finds a full or closed table sits out.
 */
export function clockwise(instance: Instance): InstanceSchedule {
  const people = instance.students.length;
  const tables = instance.tables.length;
  const place = new Int32Array(instance.rounds * people).fill(-1);
  for (let round = 0; round < instance.rounds; round++) {
    const left = instance.tables.map(({ seats, open }) => (open === null || open.includes(round + 1) ? seats : 0));
    instance.students.forEach((student, index) => {
      if (student.present !== null && !student.present.includes(round + 1)) return;
      const table = (Math.floor((index * tables) / people) + round) % tables;
      const free = left[table] ?? 0;
      if (free === 0) return;
      left[table] = free - 1;
      place[round * people + index] = table;
    });
  }
  return scheduleOfPlaces(instance, place);
}
