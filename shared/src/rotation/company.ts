import type { AttendeeId } from '../kernel/ids.ts';
import type { EveningToPlan } from './evening-to-plan.ts';

/** What the pair rules and earlier evenings say about one person: the others, each once. */
export interface Company {
  readonly apart: readonly AttendeeId[];
  readonly together: readonly AttendeeId[];
  readonly avoid: readonly AttendeeId[];
  readonly metMentors: readonly AttendeeId[];
  readonly metStudents: readonly AttendeeId[];
}

const NOBODY: Company = { apart: [], together: [], avoid: [], metMentors: [], metStudents: [] };

type Lists = { -readonly [Kind in keyof Company]: AttendeeId[] };

/**
 * The rules of each student, and of each mentor against other mentors, as far as both are there tonight: a student who
 * is kept apart from a mentor is to avoid them.
 */
export function companyOf(evening: EveningToPlan): (person: AttendeeId) => Company {
  const { pairs = [], met = [] } = evening;
  if (pairs.length === 0 && met.length === 0) return () => NOBODY;
  const students = new Set(evening.students.map(({ id }) => id));
  const mentors = new Set(evening.mentors.map(({ id }) => id));
  const lists = new Map<AttendeeId, Lists>();
  const note = (kind: keyof Company, person: AttendeeId, other: AttendeeId): void => {
    const own = lists.get(person) ?? { apart: [], together: [], avoid: [], metMentors: [], metStudents: [] };
    lists.set(person, own);
    if (!own[kind].includes(other)) own[kind].push(other);
  };
  const bothWays = (kind: 'apart' | 'together' | 'metStudents', one: AttendeeId, other: AttendeeId): void => {
    note(kind, one, other);
    note(kind, other, one);
  };
  for (const { one, other, kind } of pairs) {
    const alike = (students.has(one) && students.has(other)) || (mentors.has(one) && mentors.has(other));
    if (alike) bothWays(kind, one, other);
    else if (kind === 'apart' && students.has(one) && mentors.has(other)) note('avoid', one, other);
    else if (kind === 'apart' && mentors.has(one) && students.has(other)) note('avoid', other, one);
  }
  for (const [one, other] of met) {
    if (students.has(one) && students.has(other)) bothWays('metStudents', one, other);
    else if (students.has(one) && mentors.has(other)) note('metMentors', one, other);
    else if (mentors.has(one) && students.has(other)) note('metMentors', other, one);
  }
  return (person) => lists.get(person) ?? NOBODY;
}

/** Whether anybody's place hangs on somebody else's, so that people cannot be seated one by one. */
export const hasPairs = (evening: EveningToPlan): boolean => (evening.pairs?.length ?? 0) > 0;

/** Whether somebody keeps one table while the others move, so that mentors come to them. */
export const somebodyStays = ({ whoMoves, students }: EveningToPlan): boolean =>
  whoMoves === 'students' && students.some(({ staysAt }) => staysAt !== undefined);
