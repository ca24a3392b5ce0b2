import { MAX_MENTORS_AT_TABLE } from '../event/floor.ts';
import type { Schedule } from '../event/schedule.ts';
import type { AttendeeId, TableId } from '../kernel/ids.ts';
import type { EveningToPlan } from './evening-to-plan.ts';
import { avoidableMeetings } from './repeat-meetings.ts';

export type FirmRule =
  | 'wrong-rounds'
  | 'unknown-table'
  | 'unknown-person'
  | 'twice-in-round'
  | 'too-few-seats'
  | 'too-many-mentors'
  | 'step-free'
  | 'same-mentor-twice';

/** A firm rule that a plan breaks. `round` counts from 1; 0 when the whole evening is meant. */
export interface BrokenFirmRule {
  readonly rule: FirmRule;
  readonly round: number;
  readonly table: TableId | null;
  readonly person: AttendeeId | null;
  /** For same-mentor-twice: the mentor who is met again. */
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
  const mentors = new Set(evening.mentors.map(({ id }) => id));
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
        else if (known.stepFree && table && !table.stepFree) report('step-free', place, student);
      }
      for (const mentor of seating.mentors) {
        count(mentor, place);
        if (!mentors.has(mentor)) report('unknown-person', place, mentor);
      }
    }
  });
  for (const { round, table, person, mentor } of avoidableMeetings(schedule, evening)) {
    broken.push({ rule: 'same-mentor-twice', round, table, person, mentor });
  }
  return broken;
}
