import type { ImportColumn } from '@lapwing/shared/protocol/import-api';
import type { Subject } from '@lapwing/shared/roster-import/subject';
import type { Word } from '../sentence.ts';

interface SubjectGroup {
  readonly title: Word;
  readonly subjects: readonly Subject[];
}

/** What a column can be about, as it is offered. */
export const SUBJECT_GROUPS: readonly SubjectGroup[] = [
  { title: 'columns.group.who', subjects: ['name', 'firstName', 'lastName', 'badge', 'email', 'memberId', 'role'] },
  { title: 'columns.group.coming', subjects: ['status', 'checkedIn', 'notes', 'guests', 'tickets', 'availability'] },
  {
    title: 'columns.group.agreed',
    subjects: ['consent', 'keep', 'adult', 'photo', 'offWalls', 'access', 'diet', 'seatmates'],
  },
  {
    title: 'columns.group.student',
    subjects: ['course', 'yearOfStudy', 'industries', 'roles', 'question'],
  },
  {
    title: 'columns.group.mentor',
    subjects: [
      ...(['jobTitle', 'company', 'organisationKind', 'yearsInWork', 'pronouns', 'topics', 'avoid'] as const),
      ...(['allDay', 'how', 'differently', 'surprising', 'tools', 'firstJobs', 'contact'] as const),
    ],
  },
];

const NAMES: ReadonlySet<Subject> = new Set(['name', 'firstName', 'lastName', 'badge']);

/** Whether somebody has a name by these columns. */
export const holdsNames = (columns: readonly ImportColumn[]): boolean =>
  columns.some(({ subject }) => NAMES.has(subject));

/** How many of the columns are read. */
export const countUsed = (columns: readonly ImportColumn[]): number =>
  columns.filter(({ subject }) => subject !== 'other').length;
