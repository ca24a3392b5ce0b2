import type { Table } from '@lapwing/shared/event/floor';
import type { Attendee } from '@lapwing/shared/event/roster';
import { floorSum } from '../floor/floor-sum.ts';
import { type Sentence, sentence } from '../sentence.ts';

/** How many seats most tables have; the larger number where two are as common. */
function usualSeats(tables: readonly Pick<Table, 'seats'>[]): number {
  const counts = new Map<number, number>();
  for (const { seats } of tables) counts.set(seats, (counts.get(seats) ?? 0) + 1);
  const [usual] = [...counts].sort(([seats, count], [other, otherCount]) => otherCount - count || other - seats);
  return usual?.[0] ?? 0;
}

/**
 * What is missing so that everybody can sit in every round while students move, said before anybody searches for a plan;
 * null where the tables that can open hold all.
 */
export function planGap(tables: readonly Table[], people: readonly Attendee[]): Sentence | null {
  const { students, staffed } = floorSum(tables, people);
  const away = new Set(people.filter(({ standing }) => standing !== 'active').map(({ id }) => id));
  const open = tables.filter(({ mentors }) => mentors.some((id) => !away.has(id)));
  const fewer = students - open.reduce((sum, { seats }) => sum + seats, 0);
  const seats = usualSeats(tables);
  if (fewer <= 0 || seats === 0) return null;
  const more = Math.ceil(fewer / seats);
  const what = staffed + more > tables.length ? 'tables' : 'mentors';
  return sentence('plan.gap', { students, needed: staffed + more, seats, open: staffed, more, fewer, what });
}
