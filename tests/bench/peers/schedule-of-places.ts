import { type Instance, type InstanceSchedule, SCHEDULE_FORMAT } from '@lapwing/shared/rotation/instance';

/** A schedule from places [round * students + student]; whatever is no table is no seat. */
export function scheduleOfPlaces(instance: Instance, place: ArrayLike<number>): InstanceSchedule {
  const people = instance.students.length;
  const rounds = Array.from({ length: instance.rounds }, (_, round) => {
    const seated = instance.tables.map((): string[] => []);
    instance.students.forEach(({ id }, student) => {
      seated[place[round * people + student] ?? -1]?.push(id);
    });
    return Object.fromEntries(instance.tables.map((table, index) => [table.id, seated[index] ?? []]));
  });
  return { format: SCHEDULE_FORMAT, instance: instance.name, rounds };
}
