import type { Attendee, AttendeeRole } from '@lapwing/shared/event/roster';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { Moment } from '@lapwing/shared/live/state';

export interface EveningFigures {
  readonly students: number;
  readonly studentsHere: number;
  readonly mentors: number;
  readonly mentorsHere: number;
  /** Rounds that began to talk. */
  readonly rounds: number;
  readonly beganAt: Instant | null;
  readonly finishedAt: Instant | null;
}

/** The evening in figures: who was expected and came, how many rounds were held, from when to when. */
export function eveningFigures(people: readonly Attendee[], moment: Moment): EveningFigures {
  const expected = (role: AttendeeRole): Attendee[] =>
    people.filter((person) => person.role === role && (person.standing === 'active' || person.checkedInAt !== null));
  const here = (group: readonly Attendee[]): number => group.filter(({ checkedInAt }) => checkedInAt !== null).length;
  const students = expected('student');
  const mentors = expected('mentor');
  return {
    students: students.length,
    studentsHere: here(students),
    mentors: mentors.length,
    mentorsHere: here(mentors),
    rounds: moment.begun.filter((at) => at !== null).length,
    beganAt: moment.begun.find((at) => at !== null) ?? null,
    finishedAt: moment.phase.kind === 'finished' ? moment.phase.at : null,
  };
}
