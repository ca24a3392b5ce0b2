import type { Table } from '@lapwing/shared/event/floor';
import { tableName } from '@lapwing/shared/event/floor';
import type { Attendee } from '@lapwing/shared/event/roster';
import type { Schedule, Seating } from '@lapwing/shared/event/schedule';
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
  /** The next round in which anybody sits here, when nobody does now; null for none. */
  readonly opensIn: number | null;
  /** A seated mentor did not come. */
  readonly mentorAbsent: boolean;
}

/** The round whose seats matter now: the running one, or the one people move to. Null when none is left. */
export function seatedRound(phase: Phase, rounds: number): number | null {
  switch (phase.kind) {
    case 'doors':
      return 1;
    case 'finished':
      return null;
    case 'paused':
      return seatedRound(phase.of, rounds);
    default:
      return phase.round > rounds ? null : phase.round;
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
      opensIn: isUsed(seating) ? null : nextUse(schedule, table.id, round),
      absent: students.filter(away).map(called),
      mentorAbsent: mentors.some(away),
    };
  });
}

const isUsed = ({ students, mentors }: Seating): boolean => students.length + mentors.length > 0;

function nextUse({ rounds }: Schedule, table: TableId, after: number): number | null {
  const index = rounds.findIndex((round, at) => at >= after && round[table] !== undefined && isUsed(round[table]));
  return index < 0 ? null : index + 1;
}
