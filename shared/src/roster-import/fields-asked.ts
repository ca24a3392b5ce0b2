import type { AttendeeRole } from '../event/roster.ts';
import type { Columns } from './columns.ts';
import type { DetailField, RosterPerson } from './roster-file.ts';
import type { Subject } from './subject.ts';

const OF_EVERYBODY: Partial<Readonly<Record<Subject, DetailField>>> = {
  role: 'role',
  status: 'standing',
  email: 'email',
  access: 'access',
  diet: 'diet',
  photo: 'registration.photo',
  offWalls: 'registration.offWalls',
  adult: 'registration.adult',
  consent: 'registration.consents',
  keep: 'registration.consents',
  seatmates: 'registration.company',
  course: 'course',
  yearOfStudy: 'yearOfStudy',
  question: 'question',
  availability: 'availability',
};
const OF_STUDENTS: typeof OF_EVERYBODY = { industries: 'industries', roles: 'registration.roles' };
const OF_MENTORS: typeof OF_EVERYBODY = {
  industries: 'card.industry',
  roles: 'card.roles',
  jobTitle: 'card.jobTitle',
  company: 'card.company',
  organisationKind: 'card.organisationKind',
  yearsInWork: 'card.yearsInWork',
  pronouns: 'card.pronouns',
  topics: 'card.askMeAbout',
  avoid: 'card.pleaseDontAsk',
  allDay: 'card.allDay',
  how: 'card.howIGotHere',
  differently: 'card.wouldDoDifferently',
  surprising: 'card.surprising',
  tools: 'card.tools',
  firstJobs: 'card.firstJobs',
  contact: 'card.contact',
};

/** Whom a file is about: both where a column says it per row. */
export const rolesIn = (columns: Columns): readonly AttendeeRole[] =>
  columns.about.has('role') ? ['student', 'mentor'] : [columns.role];

/** The fields that a file has columns for; a name every file gives. */
export function fieldsAsked(columns: Columns): DetailField[] {
  const roles = rolesIn(columns);
  const asked = [...columns.about.keys()].flatMap((subject) => [
    OF_EVERYBODY[subject] ?? [],
    roles.includes('student') ? (OF_STUDENTS[subject] ?? []) : [],
    roles.includes('mentor') ? (OF_MENTORS[subject] ?? []) : [],
  ]);
  return [...new Set<DetailField>(['name', ...asked.flat()])];
}

/** The fields that a row says something about: without a column for it, only who cancels or waits in words says how they stand. */
export const fieldsSaid = (
  asked: readonly DetailField[],
  { details }: Pick<RosterPerson, 'details'>,
): readonly DetailField[] =>
  asked.includes('standing') || details.standing === 'active' ? asked : [...asked, 'standing'];
