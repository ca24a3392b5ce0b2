import type { Table } from '@lapwing/shared/event/floor';
import { tableName } from '@lapwing/shared/event/floor';
import type { Attendee } from '@lapwing/shared/event/roster';
import { firstName } from '@lapwing/shared/event/roster';
import type { Schedule } from '@lapwing/shared/event/schedule';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { Phase } from '@lapwing/shared/live/state';

/** One table as the live page shows it. */
export interface Tile {
  readonly number: number;
  readonly name: string;
  readonly seats: number;
  readonly mentors: readonly string[];
  /** First names of the students who are here, or of all while nobody is. */
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
 * @param countAbsence false before the start, when most people simply have not come yet
 */
export function tilesOf(
  tables: readonly Table[],
  schedule: Schedule,
  round: number,
  people: ReadonlyMap<AttendeeId, Attendee>,
  countAbsence: boolean,
): Tile[] {
  const seatings = schedule.rounds[round - 1] ?? {};
  const person = (id: AttendeeId): Attendee[] => {
    const found = people.get(id);
    return found ? [found] : [];
  };
  return tables.map((table) => {
    const seating = seatings[table.id] ?? { students: [], mentors: [] };
    const students = seating.students.flatMap(person);
    const mentors = seating.mentors.flatMap(person);
    const away = (one: Attendee): boolean => countAbsence && one.checkedInAt === null;
    return {
      number: table.number,
      name: tableName(table),
      seats: table.seats,
      mentors: mentors.map(({ name }) => name),
      students: students.filter((one) => !away(one)).map(({ name }) => firstName(name)),
      absent: students.filter(away).map(({ name }) => firstName(name)),
      mentorAbsent: mentors.some(away),
    };
  });
}
