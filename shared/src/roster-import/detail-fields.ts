import { EMPTY_REGISTRATION } from '../event/registration.ts';
import { type AttendeeDetails, EMPTY_CARD, EMPTY_DETAILS } from '../event/roster.ts';
import { emailKey } from './keys.ts';
import type { DetailField } from './roster-file.ts';

const partsOf = (field: DetailField): readonly string[] => field.split('.');

/** What stands in a field of somebody's details. */
export function answerIn(details: AttendeeDetails, field: DetailField): unknown {
  return partsOf(field).reduce<unknown>((value, part) => (value as Readonly<Record<string, unknown>>)[part], details);
}

/** `known` with the named fields taken from `answers`. A consent once given stays. */
export function withAnswers(
  known: AttendeeDetails,
  answers: AttendeeDetails,
  fields: readonly DetailField[],
): AttendeeDetails {
  const top: Record<string, unknown> = {};
  const groups: Record<string, Record<string, unknown>> = { card: {}, registration: {} };
  for (const field of fields) {
    const [part = '', key] = partsOf(field);
    const target = key === undefined ? top : (groups[part] ?? {});
    target[key ?? part] = field === 'registration.consents' ? consentsOf(known, answers) : answerIn(answers, field);
  }
  const { card, registration } = groups;
  return {
    ...known,
    ...top,
    card: { ...known.card, ...card },
    registration: { ...known.registration, ...registration },
  };
}

const consentsOf = (known: AttendeeDetails, answers: AttendeeDetails): object => ({
  ...answers.registration.consents,
  ...known.registration.consents,
});

/** Whether `answers` say something else in a field than `known`: when a consent was given does not matter, that it was does. */
export function differs(known: AttendeeDetails, answers: AttendeeDetails, field: DetailField): boolean {
  if (field === 'email') return emailKey(known.email) !== emailKey(answers.email);
  if (field === 'registration.consents')
    return Object.keys(answers.registration.consents).some((consent) => !(consent in known.registration.consents));
  // a file's silence puts nobody's name back on a wall
  if (field === 'registration.offWalls')
    return answers.registration.offWalls === true && known.registration.offWalls !== true;
  return JSON.stringify(answerIn(known, field)) !== JSON.stringify(answerIn(answers, field));
}

/** Every field that an import or the organiser can write. */
export const DETAIL_FIELDS: readonly DetailField[] = [
  ...Object.keys(EMPTY_DETAILS).filter((key) => !['card', 'registration', 'needs'].includes(key)),
  ...Object.keys(EMPTY_CARD).map((key) => `card.${key}`),
  ...Object.keys(EMPTY_REGISTRATION).map((key) => `registration.${key}`),
  'registration.offWalls',
] as DetailField[];

/** The fields in which two versions of somebody's details differ. */
export const fieldsThatDiffer = (before: AttendeeDetails, after: AttendeeDetails): DetailField[] =>
  DETAIL_FIELDS.filter((field) => JSON.stringify(answerIn(before, field)) !== JSON.stringify(answerIn(after, field)));
