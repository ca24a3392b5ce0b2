import type { ImportProblem } from '@lapwing/shared/protocol/import-api';
import type { RosterFormat } from '@lapwing/shared/roster-import/roster-file';
import type { RowReason } from '@lapwing/shared/roster-import/row-reason';
import type { Word } from '../sentence.ts';

const REASONS: Readonly<Record<RowReason, Word>> = {
  placeholder: 'reason.placeholder',
  'no-name': 'reason.no-name',
  'name-is-link': 'reason.name-is-link',
  'no-email': 'reason.no-email',
  'email-malformed': 'reason.email-malformed',
  'no-member-id': 'reason.no-member-id',
  'no-consent': 'reason.no-consent',
  'cell-too-long': 'reason.cell-too-long',
  'too-many-cells': 'reason.too-many-cells',
  'broken-quotes': 'reason.broken-quotes',
  'duplicate-of': 'reason.duplicate-of',
};
const FORMATS: Readonly<Record<RosterFormat, Word>> = {
  eventbrite: 'format.eventbrite',
  'google-form': 'format.google-form',
  luma: 'format.luma',
  meetup: 'format.meetup',
  'microsoft-form': 'format.microsoft-form',
  partiful: 'format.partiful',
  tito: 'format.tito',
  other: 'format.other',
};
const FLAGS: Readonly<Record<string, Word>> = {
  'shared-email': 'flag.shared-email',
  'same-name': 'flag.same-name',
  'no-email': 'flag.no-email',
  'under-18': 'flag.under-18',
  'off-list': 'flag.off-list',
};
const FIELDS: Readonly<Record<string, Word>> = {
  name: 'person.name',
  email: 'person.email',
  standing: 'person.standing',
  course: 'person.course',
  yearOfStudy: 'person.year',
  industries: 'field.industries',
  question: 'person.question',
  access: 'person.access',
  diet: 'field.diet',
  availability: 'field.availability',
  role: 'field.role',
  'registration.photo': 'field.photo',
  'registration.offWalls': 'field.offWalls',
  'registration.adult': 'field.adult',
  'registration.consents': 'field.consents',
  'registration.roles': 'field.roles',
  'registration.company': 'field.company',
};

/** What is wrong with a row and what to do about it. */
export function reasonWord({ reason, outcome }: Pick<ImportProblem, 'reason' | 'outcome'>): Word {
  if (reason in REASONS) return REASONS[reason as RowReason];
  if (outcome === 'cancelled') return 'reason.cancelled';
  return outcome === 'waiting' ? 'reason.waiting' : 'reason.unknown';
}
export const formatWord = (format: string): Word => FORMATS[format as RosterFormat] ?? 'format.other';
export const flagWord = (flag: string): Word => FLAGS[flag] ?? 'flag.other';
export const fieldWord = (field: string): Word =>
  FIELDS[field] ?? (field.startsWith('card') ? 'field.card' : 'field.other');

/** What needs the organiser comes first. */
const ORDER = ['invalid', 'duplicate', 'cancelled', 'waiting'] as const;

/** The rows that are no new person, by kind; kinds without rows are left out. */
export const problemGroups = (
  problems: readonly ImportProblem[],
): { readonly outcome: ImportProblem['outcome']; readonly problems: ImportProblem[] }[] =>
  ORDER.map((outcome) => ({ outcome, problems: problems.filter((problem) => problem.outcome === outcome) })).filter(
    (group) => group.problems.length > 0,
  );
