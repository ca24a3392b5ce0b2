import type { Schedule, Seating } from '../../event/schedule.ts';
import type { AttendeeId, TableId } from '../../kernel/ids.ts';
import type { EveningToPlan } from '../evening-to-plan.ts';

/** What a student who met the mentors of a table before is worth there, in students already seated. */
const MET_BEFORE = 100;

/**
 * Gives people a seat in the round that runs, without moving anybody: each at the table in use with the fewest students,
 * at one whose mentors they have not met where there is one.
 * @param seatless students, in the order in which they are seated
 * @param evening the tables that are open, and everybody who is to be seated
 * @param round from 1
 * @returns the plan with them, or null when seats do not suffice
 */
export function seatNow(
  { schedule, seatless }: { readonly schedule: Schedule; readonly seatless: readonly AttendeeId[] },
  evening: EveningToPlan,
  round: number,
): Schedule | null {
  const before = schedule.rounds[round - 1] ?? {};
  const seats = new Map(evening.tables.map(({ id, seats: free, stepFree }) => [id, { free, stepFree }]));
  const tables = new Map(
    Object.entries(before).flatMap(([id, seating]): [TableId, Seating][] =>
      seating.mentors.length > 0 && seats.has(id as TableId) ? [[id as TableId, seating]] : [],
    ),
  );
  const stepFree = new Set(evening.students.flatMap((student) => (student.stepFree ? [student.id] : [])));
  for (const person of seatless) {
    const met = mentorsMet(schedule, person);
    const price = (seating: Seating): number =>
      seating.students.length + (seating.mentors.some((mentor) => met.has(mentor)) ? MET_BEFORE : 0);
    const free = [...tables].filter(([id, { students }]) => {
      const table = seats.get(id);
      return table && students.length < table.free && (table.stepFree || !stepFree.has(person));
    });
    const best = free.reduce<(typeof free)[number] | null>(
      (least, one) => (least === null || price(one[1]) < price(least[1]) ? one : least),
      null,
    );
    if (best === null) return null;
    tables.set(best[0], { ...best[1], students: [...best[1].students, person] });
  }
  const now = Object.fromEntries([...Object.entries(before), ...tables]);
  return { rounds: schedule.rounds.map((seatings, index) => (index === round - 1 ? now : seatings)) };
}

const mentorsMet = ({ rounds }: Schedule, student: AttendeeId): Set<AttendeeId> =>
  new Set(
    rounds.flatMap((round) =>
      Object.values(round).flatMap(({ students, mentors }) => (students.includes(student) ? mentors : [])),
    ),
  );
