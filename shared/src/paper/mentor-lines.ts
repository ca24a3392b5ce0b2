import type { Attendee } from '../event/roster.ts';
import type { AttendeeId } from '../kernel/ids.ts';

/** A mentor as students read of them. */
export interface PaperMentor {
  readonly name: string;
  /** '' where they told none. */
  readonly job: string;
  readonly company: string;
}

const asPaperMentor = ({ name, card }: Attendee): PaperMentor => ({ name, job: card.jobTitle, company: card.company });

/** Looks mentors up for sheets of paper, in order of names; ids that are nobody's any more are left out. */
export function paperMentors(people: readonly Attendee[]): (ids: readonly AttendeeId[]) => PaperMentor[] {
  const known = new Map(people.map((person) => [person.id, person]));
  return (ids) =>
    ids
      .flatMap((id) => known.get(id) ?? [])
      .map(asPaperMentor)
      .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** "Product manager, Northlamp", as far as it is known. */
export const workText = ({ job, company }: Pick<PaperMentor, 'job' | 'company'>): string =>
  [job, company].filter((part) => part !== '').join(', ');
