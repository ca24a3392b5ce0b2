import { evenSizes } from '@lapwing/shared/rotation/even-sizes';
import { tableOf } from './expected-price.ts';
import type { Mended } from './play.ts';
import { isHere, isOpen } from './room-model.ts';

/** Seats of students that changed in rounds to come, and a number below which no plan with even tables can be. */
export interface Churn {
  readonly moves: number;
  readonly least: number;
}

/**
 * Counts moves against a simple bound, round by round: whoever sat at a table that is closed now or has no mentor any
 * more has to go, and of the others just as many as are too many at their table once all are even.
 */
export function churnOf({ before, after, at, room, night }: Mended): Churn {
  let moves = 0;
  let least = 0;
  const students = [...night.guests.values()].filter(({ role }) => role === 'student');
  for (let round = at.first; round <= at.rounds; round++) {
    if (round === at.current || at.skipped.includes(round)) continue;
    const here = students.filter(({ id }) => isHere(room, id, round));
    const open = [...room.seats].filter(
      ([table]) =>
        isOpen(room, table, round) &&
        (night.whoMoves === 'mentors' || (room.mentors.get(table) ?? []).some((mentor) => isHere(room, mentor, round))),
    );
    const old = here.map(({ id }) => tableOf(before, round, id));
    moves += here.filter(({ id }, index) => old[index] !== null && tableOf(after, round, id) !== old[index]).length;
    const sat = old.filter((table) => table !== null).length;
    const keep = open.map(([table]) => old.filter((one) => one === table).length);
    const { low } = evenSizes(
      open.map(([, { seats }]) => seats),
      here.length,
    );
    const spare = here.length - low.reduce((sum, size) => sum + size, 0);
    const over = keep.map((count, index) => count - (low[index] ?? 0));
    const atOneMore = over.filter((count) => count > 0).length;
    const kept = keep.reduce((sum, count, index) => sum + Math.min(count, low[index] ?? 0), 0);
    least += Math.max(0, sat - kept - Math.min(Math.max(0, spare), atOneMore));
  }
  return { moves, least };
}
