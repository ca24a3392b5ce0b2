import type { Attendee } from '../event/roster.ts';
import { peopleIn } from '../event/schedule.ts';
import { type PaperParts, roundsToPrint } from './paper-parts.ts';

/** Who stands on lists of everybody: people with a seat, and those expected or here without one; nobody who has left. */
export function listedPeople(parts: PaperParts): Attendee[] {
  const rounds = roundsToPrint(parts);
  const seated = peopleIn(parts.schedule.rounds.filter((_, index) => rounds.some(({ round }) => round === index + 1)));
  const gone = new Set(parts.room?.left);
  return parts.people.filter(
    ({ id, standing, checkedInAt }) =>
      seated.has(id) || (!gone.has(id) && (standing === 'active' || checkedInAt !== null)),
  );
}
