import type { Attendee } from './roster.ts';

type Asking = Pick<Attendee, 'access' | 'registration' | 'needs'>;

/** What somebody asked the organiser in their own words: whom (not) to sit with, and access needs; '' for nothing. */
export const askedFor = ({ access, registration }: Asking): string =>
  [registration.company.trim(), access.trim()].filter((words) => words !== '' && !isNothing(words)).join('\n');

/** An answer to "do you need anything?" that asks for nothing. */
const isNothing = (words: string): boolean => /^(no(ne|thing|pe)?|n\/?a|-+|nil)[.! ]*$/iu.test(words);

/** Whether the organiser has not dealt yet with what somebody asked, or they asked something else since. */
export const isUnheard = (person: Asking): boolean => {
  const words = askedFor(person);
  return words !== '' && words !== (person.needs.heard ?? '');
};

/** Free text of a form: asks for step-free access or names a wheelchair. */
const asksForStepFree = (access: string): boolean => /step.?free|wheel.?chair/iu.test(access);

/**
 * Whether somebody is to have a step-free table: the organiser said so, or the person's words do and nobody has looked
 * at them yet.
 */
export const needsStepFree = (person: Asking): boolean =>
  person.needs.stepFree || (isUnheard(person) && asksForStepFree(person.access));
