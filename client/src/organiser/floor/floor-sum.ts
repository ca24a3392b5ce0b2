import type { Table } from '@lapwing/shared/event/floor';
import type { Attendee } from '@lapwing/shared/event/roster';
import { type Sentence, sentence } from '../sentence.ts';

export interface FloorSum {
  readonly seats: number;
  readonly students: number;
  /** Tables that have a mentor, and so can open. */
  readonly staffed: number;
  /** "Seats 60 for 56 students." */
  readonly line: Sentence;
  /** What will go wrong on the night, or null. */
  readonly warning: Sentence | null;
}

type Seated = Pick<Table, 'seats' | 'mentors'>;

/** Whether the tables hold everybody who is expected. Only tables with a mentor who comes count as open. */
export function floorSum(tables: readonly Seated[], people: readonly Attendee[]): FloorSum {
  const active = people.filter(({ standing }) => standing === 'active');
  const students = active.filter(({ role }) => role === 'student').length;
  const mentors = active.length - students;
  const away = new Set(people.filter(({ standing }) => standing !== 'active').map(({ id }) => id));
  const open = tables.filter((table) => table.mentors.some((id) => !away.has(id)));
  const seats = tables.reduce((sum, table) => sum + table.seats, 0);
  const openSeats = open.reduce((sum, table) => sum + table.seats, 0);
  const line = sentence('floor.sum', { seats, students });
  const sum = { seats, students, staffed: open.length, line };
  if (tables.length === 0) return { ...sum, warning: null };
  if (seats < students) return { ...sum, warning: sentence('floor.warn.seats', { short: students - seats }) };
  if (open.length < tables.length) {
    const empty = tables.length - open.length;
    if (openSeats < students) {
      return { ...sum, warning: sentence('floor.warn.mentors-seats', { empty, short: students - openSeats }) };
    }
    return { ...sum, warning: sentence('floor.warn.mentors', { empty }) };
  }
  const dealt = new Set(tables.flatMap((table) => table.mentors)).size;
  if (dealt < mentors) return { ...sum, warning: sentence('floor.warn.spare', { spare: mentors - dealt }) };
  return { ...sum, warning: null };
}
