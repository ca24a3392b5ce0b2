import type { AttendeeId, TableId } from '../kernel/ids.ts';

/** Who sits at one table in one round. */
export interface Seating {
  readonly students: readonly AttendeeId[];
  readonly mentors: readonly AttendeeId[];
}

/** The whole rotation: `rounds[r - 1][tableId]` is the seating of round r. A table without anybody may be left out. */
export interface Schedule {
  readonly rounds: readonly Readonly<Record<string, Seating>>[];
}

/** Everybody who sits somewhere in these rounds. */
export function peopleIn(rounds: Schedule['rounds']): Set<AttendeeId> {
  const people = new Set<AttendeeId>();
  for (const round of rounds)
    for (const { students, mentors } of Object.values(round))
      for (const id of [...students, ...mentors]) people.add(id);
  return people;
}

/** One round of one person's evening. `table` is null when they sit this one out. */
export interface PersonRound {
  /** From 1. */
  readonly round: number;
  readonly table: TableId | null;
  /** Those of the other role at the table: mentors for a student, students for a mentor. */
  readonly meets: readonly AttendeeId[];
  /** Of a mentor: another one sits at the table too. */
  readonly shared?: true;
}

const asMentor = ({ students, mentors }: Seating): Pick<PersonRound, 'meets' | 'shared'> =>
  mentors.length > 1 ? { meets: students, shared: true } : { meets: students };

/** A person's line through the tables, one entry a round. */
export function personLine(schedule: Schedule, person: AttendeeId): PersonRound[] {
  return schedule.rounds.map((tables, index) => {
    for (const [id, seating] of Object.entries(tables)) {
      if (seating.students.includes(person)) return { round: index + 1, table: id as TableId, meets: seating.mentors };
      if (seating.mentors.includes(person)) return { round: index + 1, table: id as TableId, ...asMentor(seating) };
    }
    return { round: index + 1, table: null, meets: [] };
  });
}

/** The lines of everybody who sits somewhere, in one pass. */
export function personLines(schedule: Schedule): Map<AttendeeId, PersonRound[]> {
  const lines = new Map<AttendeeId, PersonRound[]>();
  const rounds = schedule.rounds.length;
  const lineOf = (person: AttendeeId): PersonRound[] => {
    let line = lines.get(person);
    if (!line) {
      line = Array.from({ length: rounds }, (_, index) => ({ round: index + 1, table: null, meets: [] }));
      lines.set(person, line);
    }
    return line;
  };
  schedule.rounds.forEach((tables, index) => {
    for (const [id, seating] of Object.entries(tables)) {
      const place = { round: index + 1, table: id as TableId };
      for (const student of seating.students) lineOf(student)[index] = { ...place, meets: seating.mentors };
      for (const mentor of seating.mentors) lineOf(mentor)[index] = { ...place, ...asMentor(seating) };
    }
  });
  return lines;
}
