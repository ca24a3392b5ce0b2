import { evenSizes } from '@lapwing/shared/rotation/even-sizes';
import type { InstanceSchedule } from '@lapwing/shared/rotation/instance';
import { comingRounds, isThere, type Replan, tablesIn } from './replan.ts';

/** Seats in coming rounds that people who had one, and are still there, lose or change. */
export function churnOf(replan: Replan, schedule: InstanceSchedule): number {
  return comingRounds(replan).reduce((sum, round) => {
    const now = tablesIn(schedule, round);
    return sum + stayers(replan, round).filter(({ student, table }) => now.get(student) !== table).length;
  }, 0);
}

/** How many such seats there are. */
export const seatsAhead = (replan: Replan): number =>
  comingRounds(replan).reduce((sum, round) => sum + stayers(replan, round).length, 0);

/** Fewest that any even seating has to change: those at closed tables, and those that tables are too full or others too empty. */
export function leastChurn(replan: Replan): number {
  return comingRounds(replan).reduce((sum, round) => sum + leastIn(replan, round), 0);
}

function stayers({ schedule, after }: Replan, round: number): { student: string; table: string }[] {
  const before = tablesIn(schedule, round);
  return after.students.flatMap(({ id, present }) => {
    const table = before.get(id);
    return table !== undefined && isThere(present, round) ? [{ student: id, table }] : [];
  });
}

function leastIn(replan: Replan, round: number): number {
  const { tables, students } = replan.after;
  const seats = tables.map((table) => (isThere(table.open, round) ? table.seats : 0));
  const people = students.filter(({ present }) => isThere(present, round)).length;
  const { low, high } = evenSizes(seats, people);
  const seated = stayers(replan, round);
  let forced = 0;
  let over = 0;
  let under = 0;
  tables.forEach(({ id }, index) => {
    const size = seated.filter(({ table }) => table === id).length;
    if (seats[index] === 0) {
      forced += size;
      return;
    }
    over += Math.max(0, size - (high[index] ?? 0));
    under += Math.max(0, (low[index] ?? 0) - size);
  });
  const seatsTaken = Math.min(
    people,
    seats.reduce((sum, count) => sum + count, 0),
  );
  const withoutSeat = Math.max(0, seatsTaken - (seated.length - forced));
  return forced + Math.max(over, under - withoutSeat);
}
