import type { Schedule } from '../../event/schedule.ts';
import type { InstancePin } from '../instance.ts';
import type { Instance2, Student2 } from '../instance-2/instance-2.ts';
import { suits } from '../suits.ts';

/**
 * Seats of rounds that cannot change, for rules that were made while the night ran: a seat that breaks one of them is
 * taken as a round sat out, and whom the person met there as met before. So no rule is too late, and no meeting forgotten.
 * Where mentors go to somebody who stays, all of them are taken so: then a table does not say who was met there.
 * @param pinned the seats as they were
 * @param schedule who met whom there
 */
export function withSeatsThatMayBe(instance: Instance2, pinned: readonly InstancePin[], schedule: Schedule): Instance2 {
  const broken = instance.whoMoves === 'mixed' ? new Set(pinned) : brokenSeats(instance, pinned);
  if (broken.size === 0) return { ...instance, pinned };
  const people = new Set([...broken].map(({ round, student }) => `${round} ${student}`));
  const known = new Set([...instance.mentors, ...instance.students].map(({ id }) => id));
  const metBy = new Map<string, { mentors: Set<string>; students: Set<string> }>();
  schedule.rounds.forEach((seatings, index) => {
    for (const { students, mentors } of Object.values(seatings)) {
      for (const student of students) {
        if (!people.has(`${index + 1} ${student}`)) continue;
        const met = metBy.get(student) ?? { mentors: new Set(), students: new Set() };
        metBy.set(student, met);
        for (const id of mentors) if (known.has(id)) met.mentors.add(id);
        for (const id of students) if (known.has(id) && id !== student) met.students.add(id);
      }
    }
  });
  return {
    ...instance,
    pinned: pinned.map((pin) => (broken.has(pin) ? { ...pin, table: null } : pin)),
    students: instance.students.map((student) => {
      const met = metBy.get(student.id);
      if (!met) return student;
      const metMentors = [...new Set([...student.metMentors, ...met.mentors])];
      return { ...student, metMentors, metStudents: [...new Set([...student.metStudents, ...met.students])] };
    }),
  };
}

/** Pins to a table that the person, or somebody they come with, may not have. */
function brokenSeats(instance: Instance2, pinned: readonly InstancePin[]): Set<InstancePin> {
  const tables = new Map(instance.tables.map((table) => [table.id, table]));
  const students = new Map(instance.students.map((student) => [student.id, student]));
  const isWrong = ({ student, table }: InstancePin, mates: ReadonlyMap<string, string | null>): boolean => {
    const who = students.get(student);
    const where = tables.get(table ?? '');
    if (!who || !where) return false;
    const avoided = instance.whoMoves === 'students' && who.avoid.some((mentor) => where.mentors.includes(mentor));
    const stays = who.staysAt !== null && who.staysAt !== table;
    return !suits(who, where) || avoided || stays || who.apart.some((other) => mates.get(other) === table);
  };
  const broken = new Set<InstancePin>();
  for (const round of new Set(pinned.map((pin) => pin.round))) {
    const pins = pinned.filter((pin) => pin.round === round);
    const tableOf = new Map(pins.map((pin) => [pin.student, pin.table]));
    for (const pin of pins) if (isWrong(pin, tableOf)) broken.add(pin);
    for (const group of groupsOf(instance.students)) {
      const own = pins.filter(({ student }) => group.has(student));
      const isTorn = new Set(own.map(({ table }) => table)).size > 1 || own.some((pin) => broken.has(pin));
      if (isTorn) for (const pin of own) broken.add(pin);
    }
  }
  return broken;
}

/** Those who come together, friends of friends included, as sets of two or more. */
function groupsOf(students: readonly Student2[]): ReadonlySet<string>[] {
  const mates = new Map<string, readonly string[]>(
    students.filter(({ together }) => together.length > 0).map(({ id, together }) => [id, together]),
  );
  const done = new Set<string>();
  return [...mates.keys()].flatMap((start) => {
    if (done.has(start)) return [];
    const group = new Set([start]);
    // a set may grow while it is walked: new members are visited too
    for (const member of group) for (const mate of mates.get(member) ?? []) group.add(mate);
    for (const member of group) done.add(member);
    return [group];
  });
}
