import { MAX_MENTORS_AT_TABLE, type Table } from '../event/floor.ts';
import type { Schedule } from '../event/schedule.ts';
import type { AttendeeId, TableId } from '../kernel/ids.ts';
import type { EveningToPlan, StudentToPlan } from './evening-to-plan.ts';
import { avoidableMeetings } from './repeat-meetings.ts';

export type FirmRule =
  | 'wrong-rounds'
  | 'unknown-table'
  | 'unknown-person'
  | 'twice-in-round'
  | 'too-few-seats'
  | 'too-many-mentors'
  | 'step-free'
  | 'quiet'
  | 'stays'
  | 'apart'
  | 'together'
  | 'avoid'
  | 'mentor-absent'
  | 'same-mentor-twice';

/** A firm rule that a plan breaks. `round` counts from 1; 0 when the whole evening is meant. */
export interface BrokenFirmRule {
  readonly rule: FirmRule;
  readonly round: number;
  readonly table: TableId | null;
  readonly person: AttendeeId | null;
  /** For same-mentor-twice: the mentor who is met again. For apart, together, avoid: the other of the two. */
  readonly mentor: AttendeeId | null;
}

interface Place {
  readonly round: number;
  readonly table: TableId;
}

/**
 * Checks a plan of any origin, also one moved about by hand, before it is kept. Shares nothing with the search.
 * Meeting a mentor again counts only as far as it can be avoided at these table sizes, so a plan for more rounds than
 * tables is not broken by the repeats it must have.
 * @returns what is broken; empty when the plan may be stored
 */
export function brokenRules(schedule: Schedule, evening: EveningToPlan): BrokenFirmRule[] {
  const broken: BrokenFirmRule[] = [];
  const report = (rule: FirmRule, place: Place | null, person: AttendeeId | null = null): void => {
    broken.push({ rule, round: place?.round ?? 0, table: place?.table ?? null, person, mentor: null });
  };
  if (schedule.rounds.length !== evening.rounds) report('wrong-rounds', null);
  const tables = new Map(evening.tables.map((table) => [table.id, table]));
  const students = new Map(evening.students.map((student) => [student.id, student]));
  const mentors = new Map(evening.mentors.map((mentor) => [mentor.id, mentor]));
  schedule.rounds.forEach((seatings, index) => {
    const seen = new Set<AttendeeId>();
    const count = (person: AttendeeId, place: Place): void => {
      if (seen.has(person)) report('twice-in-round', place, person);
      seen.add(person);
    };
    for (const [id, seating] of Object.entries(seatings)) {
      const place = { round: index + 1, table: id as TableId };
      const table = tables.get(place.table);
      if (!table) report('unknown-table', place);
      else if (seating.students.length > table.seats) report('too-few-seats', place);
      if (seating.mentors.length > MAX_MENTORS_AT_TABLE) report('too-many-mentors', place);
      for (const student of seating.students) {
        count(student, place);
        const known = students.get(student);
        if (!known) report('unknown-person', place, student);
        else if (table) for (const rule of unmet(known, table, evening)) report(rule, place, student);
      }
      for (const mentor of seating.mentors) {
        count(mentor, place);
        const known = mentors.get(mentor);
        if (!known) report('unknown-person', place, mentor);
        else {
          if (known.rounds?.includes(place.round) === false) report('mentor-absent', place, mentor);
          if (table && evening.whoMoves === 'mentors') {
            if (known.stepFree && !table.stepFree) report('step-free', place, mentor);
            if (known.quiet && !table.quiet) report('quiet', place, mentor);
          }
        }
      }
    }
    broken.push(...brokenPairs(seatings, evening, index + 1));
  });
  for (const { round, table, person, mentor } of avoidableMeetings(schedule, evening)) {
    broken.push({ rule: 'same-mentor-twice', round, table, person, mentor });
  }
  return broken;
}

/** What somebody needs and a table does not have. A seat to stay at counts as long as its table is on the floor. */
function unmet(student: StudentToPlan, table: Table, evening: EveningToPlan): FirmRule[] {
  const broken: FirmRule[] = [];
  if (student.stepFree && !table.stepFree) broken.push('step-free');
  if (student.quiet && !table.quiet) broken.push('quiet');
  const { staysAt } = student;
  if (staysAt !== undefined && staysAt !== table.id && evening.tables.some(({ id }) => id === staysAt)) {
    broken.push('stays');
  }
  return broken;
}

/** Rules of two people in one round, each pair told once; whoever does not sit breaks none. */
function brokenPairs(seatings: Schedule['rounds'][number], evening: EveningToPlan, round: number): BrokenFirmRule[] {
  if (evening.pairs === undefined || evening.pairs.length === 0) return [];
  const tableOf = new Map<AttendeeId, TableId>();
  const role = new Map<AttendeeId, 'student' | 'mentor'>();
  for (const [table, { students, mentors }] of Object.entries(seatings)) {
    for (const person of students) role.set(person, 'student');
    for (const person of mentors) role.set(person, 'mentor');
    for (const person of [...students, ...mentors]) tableOf.set(person, table as TableId);
  }
  return evening.pairs.flatMap(({ one, other, kind }): BrokenFirmRule[] => {
    const table = tableOf.get(one);
    const same = table === tableOf.get(other);
    if (table === undefined || !tableOf.has(other)) return [];
    const alike = role.get(one) === role.get(other);
    if (kind === 'together') {
      return same || !alike ? [] : [{ rule: 'together', round, table, person: one, mentor: other }];
    }
    return same ? [{ rule: alike ? 'apart' : 'avoid', round, table, person: one, mentor: other }] : [];
  });
}
