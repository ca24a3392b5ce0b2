import type { Table } from '@lapwing/shared/event/floor';
import { tableName } from '@lapwing/shared/event/floor';
import type { Attendee } from '@lapwing/shared/event/roster';
import type { Schedule } from '@lapwing/shared/event/schedule';
import type { AttendeeId, TableId } from '@lapwing/shared/kernel/ids';
import type { Phase } from '@lapwing/shared/live/state';

/** One table as the live page shows it. */
export interface Tile {
  readonly id: TableId;
  readonly number: number;
  readonly name: string;
  readonly seats: number;
  readonly mentors: readonly string[];
  /** What to call the students of this table: who is here, and who is not. */
  readonly students: readonly string[];
  readonly absent: readonly string[];
  /** A seated mentor did not come. */
  readonly mentorAbsent: boolean;
}

/** The round whose seats matter now: the running one, or the one people move to. Null after the end. */
export function seatedRound(phase: Phase): number | null {
  switch (phase.kind) {
    case 'doors':
      return 1;
    case 'finished':
      return null;
    case 'paused':
      return phase.of.round;
    default:
      return phase.round;
  }
}

/**
 * Who sits where in `round` (from 1), in order of table numbers.
 * @param names what to call people, see `callNames`
 */
export function tilesOf(
  tables: readonly Table[],
  schedule: Schedule,
  round: number,
  people: ReadonlyMap<AttendeeId, Attendee>,
  names: ReadonlyMap<AttendeeId, string>,
): Tile[] {
  const seatings = schedule.rounds[round - 1] ?? {};
  const called = ({ id, name }: Attendee): string => names.get(id) ?? name;
  const person = (id: AttendeeId): Attendee[] => {
    const found = people.get(id);
    return found ? [found] : [];
  };
  return tables.map((table) => {
    const seating = seatings[table.id] ?? { students: [], mentors: [] };
    const students = seating.students.flatMap(person);
    const mentors = seating.mentors.flatMap(person);
    const away = (one: Attendee): boolean => one.checkedInAt === null;
    return {
      id: table.id,
      number: table.number,
      name: tableName(table),
      seats: table.seats,
      mentors: mentors.map(({ name }) => name),
      students: students.filter((one) => !away(one)).map(called),
      absent: students.filter(away).map(called),
      mentorAbsent: mentors.some(away),
    };
  });
}
