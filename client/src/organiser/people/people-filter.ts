import type { Attendee } from '@lapwing/shared/event/roster';

/** The chips above the table of people. */
export const PEOPLE_FILTERS = [
  'coming',
  'students',
  'mentors',
  'here',
  'waiting',
  'cancelled',
  'unconfirmed',
  'no-wish',
  'no-email',
] as const;
export type PeopleFilter = (typeof PEOPLE_FILTERS)[number];

/** What a link to *People* may name, to show only those. */
export const isPeopleFilter = (text: string | undefined): text is PeopleFilter =>
  PEOPLE_FILTERS.some((filter) => filter === text);

const TESTS: Readonly<Record<PeopleFilter, (person: Attendee) => boolean>> = {
  coming: ({ standing }) => standing === 'active',
  students: ({ standing, role }) => standing === 'active' && role === 'student',
  mentors: ({ standing, role }) => standing === 'active' && role === 'mentor',
  here: ({ checkedInAt }) => checkedInAt !== null,
  waiting: ({ standing }) => standing === 'waiting',
  cancelled: ({ standing }) => standing === 'cancelled',
  unconfirmed: ({ standing, unconfirmed, checkedInAt }) => standing === 'active' && unconfirmed && checkedInAt === null,
  'no-wish': ({ standing, role, industries }) => standing === 'active' && role === 'student' && industries.length === 0,
  'no-email': ({ standing, email }) => standing === 'active' && email === '',
};

export const filterPeople = (people: readonly Attendee[], filter: PeopleFilter): Attendee[] =>
  people.filter(TESTS[filter]);

/** How many people stand behind each chip. */
export const countPeople = (people: readonly Attendee[]): Record<PeopleFilter, number> =>
  Object.fromEntries(PEOPLE_FILTERS.map((filter) => [filter, filterPeople(people, filter).length])) as Record<
    PeopleFilter,
    number
  >;
