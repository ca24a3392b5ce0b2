import type { AttendeeRole } from '../event/roster.ts';

const MENTOR = /^(?:(?:i(?:'|’)?m|i am|as) an? )?(?:industry |career )?mentor\b/iu;
const STUDENT =
  /^(?:(?:i(?:'|’)?m|i am|as) an? )?(?:student|mentee|graduate|undergraduate|postgraduate|attendee|participant)\b/iu;
/** An answer that says a role is short; a sentence about mentors is none. */
const MOST_CHARACTERS_OF_A_ROLE = 40;

/** The role that a cell names ("Mentor", "Student - free"); undefined where it names none. */
export function roleIn(cell: string): AttendeeRole | undefined {
  if (cell.length > MOST_CHARACTERS_OF_A_ROLE) return undefined;
  if (MENTOR.test(cell)) return 'mentor';
  return STUDENT.test(cell) ? 'student' : undefined;
}
