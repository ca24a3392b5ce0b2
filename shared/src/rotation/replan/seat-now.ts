import type { Schedule, Seating } from '../../event/schedule.ts';
import type { AttendeeId, TableId } from '../../kernel/ids.ts';
import { companyOf } from '../company.ts';
import type { EveningToPlan } from '../evening-to-plan.ts';
import { isParticular, suits } from '../suits.ts';

/** What it costs to meet nobody new at a table, in students already seated. */
const MET_BEFORE = 100;

/**
 * Gives people a seat in the round that runs, without moving anybody: each at the table in use with the fewest students,
 * at one whose mentors they have not met where there is one.
 * @param seatless students, in the order in which they are seated
 * @param evening the tables that are open, and everybody who is there in this round
 * @param round from 1
 * @returns the plan with them; whoever finds no seat that is free stands in this round
 */
export function seatNow(
  { schedule, seatless }: { readonly schedule: Schedule; readonly seatless: readonly AttendeeId[] },
  evening: EveningToPlan,
  round: number,
): Schedule {
  const before = schedule.rounds[round - 1] ?? {};
  const floor = new Map(evening.tables.map((table) => [table.id, table]));
  const needs = new Map(evening.students.map((student) => [student.id, student]));
  const company = companyOf(evening);
  const tables = new Map(
    Object.entries(before).filter(([id, seating]) => isInUse(seating, evening) && floor.has(id as TableId)),
  );
  // others must not take the few seats that these can get to
  const particular = (person: AttendeeId): number => {
    const need = needs.get(person);
    return need && (isParticular(need) || need.staysAt !== undefined) ? 1 : 0;
  };
  const order = [...seatless].sort((one, other) => particular(other) - particular(one));
  for (const person of order) {
    const met = mentorsMet(schedule, person);
    const { apart, together, avoid } = company(person);
    const need = needs.get(person);
    const following = together.filter((mate) => order.indexOf(mate) > order.indexOf(person)).length;
    const mates = together.flatMap((mate) => [...tables].filter(([, { students }]) => students.includes(mate)));
    const free = [...tables].filter(([id, { students, mentors }]) => {
      const table = floor.get(id as TableId);
      if (!table || students.length + following >= table.seats || (need && !suits(need, table))) return false;
      if (need?.staysAt !== undefined && need.staysAt !== id && floor.has(need.staysAt)) return false;
      if (students.some((one) => apart.includes(one)) || mentors.some((one) => avoid.includes(one))) return false;
      // who comes with somebody sits with them, or stands
      return mates.every(([table]) => table === id);
    });
    const [best] = free.sort(([, one], [, other]) => price(one, met) - price(other, met));
    if (best !== undefined) tables.set(best[0], { ...best[1], students: [...best[1].students, person] });
  }
  const now = Object.fromEntries([...Object.entries(before), ...tables]);
  return { rounds: schedule.rounds.map((seatings, index) => (index === round - 1 ? now : seatings)) };
}

/** Where mentors move, people sit at tables that wait for one. */
const isInUse = ({ students, mentors }: Seating, { whoMoves }: EveningToPlan): boolean =>
  mentors.length > 0 || (whoMoves === 'mentors' && students.length > 0);

const price = ({ students, mentors }: Seating, met: ReadonlySet<AttendeeId>): number =>
  students.length + (mentors.length === 0 || mentors.some((mentor) => met.has(mentor)) ? MET_BEFORE : 0);

const mentorsMet = ({ rounds }: Schedule, student: AttendeeId): Set<AttendeeId> =>
  new Set(
    rounds.flatMap((round) =>
      Object.values(round).flatMap(({ students, mentors }) => (students.includes(student) ? mentors : [])),
    ),
  );
