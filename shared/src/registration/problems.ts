import { INDUSTRIES } from '../careers/industries.ts';
import { ROLES } from '../careers/roles.ts';
import { isMailAddress } from '../event/mail-address.ts';
import { EMPTY_CARD, type MentorCard } from '../event/roster.ts';
import { looksLikeLink } from '../kernel/looks-like-link.ts';
import { unreadableIn } from '../kernel/plain-letters.ts';
import { emailKey, isEmail, isName } from '../roster-import/keys.ts';
import {
  LIMITS,
  type MentorAnswers,
  MOST_CARD_ROLES,
  MOST_INDUSTRIES,
  MOST_INTRODUCTIONS,
  MOST_ROLES,
  MOST_WISHES,
  type StudentAnswers,
} from './answers.ts';
import { type EveningHours, type Hours, type HoursCode, hoursProblems, WHOLE_EVENING } from './hours.ts';

/** Why an answer cannot stay as it is; each has its words on the form. */
export type ProblemCode =
  | 'unreadable'
  | 'changedMeanwhile'
  | 'needed'
  | 'notAnAddress'
  | 'tooLong'
  | 'tooMany'
  | 'notOffered'
  | 'renamedOften'
  | 'looksLikeLink'
  | HoursCode;

export interface Problem {
  /** Where on the form, e.g. "name", "card.jobTitle", "consents.run". */
  readonly field: string;
  readonly code: ProblemCode;
  /** The most that is allowed, where there is such a number. */
  readonly most?: number;
  /** What stands there by now, where somebody else wrote it. */
  readonly now?: string;
}

/** fresh: somebody registers, so name, address and the consent to run are wanted; else they change what they said. */
export type FormKind = 'fresh' | 'change';

const CARD_LINES = ['jobTitle', 'company', 'pronouns', 'yearsInWork', 'organisationKind', 'contact'] as const;
type CardText = Exclude<keyof MentorCard, 'roles'>;

/** What introductions call a mentor besides their name. */
const HEADLINE = ['jobTitle', 'company'] as const;

const limitOf = (field: CardText): number =>
  (CARD_LINES as readonly string[]).includes(field) ? LIMITS.short : LIMITS.long;

/** Nothing was chosen yet. */
const NO_CHOICE = { industries: [], roles: [] } as const;

/**
 * What is wrong with a student's answers, in the order of the form.
 * @param before what was chosen already: words of an import may stay
 */
export function studentProblems(
  answers: StudentAnswers,
  kind: FormKind,
  before: Pick<StudentAnswers, 'industries' | 'roles'> = NO_CHOICE,
): Problem[] {
  const { industries, roles, wishes } = answers;
  return [
    ...unreadableProblems(answers),
    ...whoProblems(answers, kind),
    ...tooLong('course', answers.course, LIMITS.course),
    ...tooLong('yearOfStudy', answers.yearOfStudy, LIMITS.yearOfStudy),
    ...tagProblems('industries', industries, MOST_INDUSTRIES),
    ...offeredProblems('industries', industries, [...INDUSTRIES, ...before.industries]),
    ...tagProblems('roles', roles, MOST_ROLES),
    ...offeredProblems('roles', roles, [...ROLES, ...before.roles]),
    ...tagProblems('wishes', wishes, MOST_WISHES),
    ...tooLong('question', answers.question, LIMITS.question),
    ...tooLong('access', answers.access, LIMITS.access),
    ...tooLong('company', answers.company, LIMITS.company),
    ...(kind === 'fresh' && answers.adult === null ? [needed('adult')] : []),
    ...runProblems(answers.consents.run, kind),
  ];
}

type CardBefore = Pick<MentorCard, 'industry' | 'roles'> & Partial<Pick<MentorCard, (typeof HEADLINE)[number]>>;
type MentorBefore = Hours & {
  readonly card?: CardBefore;
  readonly introductionsPerMonth?: number | null;
};

/**
 * What is wrong with a mentor's answers, in the order of the form. Nearly all of the card may stay empty.
 * @param before the hours that are written down already, and what was chosen: words of an import may stay
 */
export function mentorProblems(
  answers: MentorAnswers,
  kind: FormKind,
  evening: EveningHours,
  before: MentorBefore = WHOLE_EVENING,
): Problem[] {
  const { card, introductionsPerMonth } = answers;
  const texts = (Object.keys(EMPTY_CARD) as (keyof MentorCard)[]).filter((field) => field !== 'roles');
  const months = introductionsPerMonth ?? 0;
  // after an evening they may have said more than the form offers
  const most = Math.max(MOST_INTRODUCTIONS, before.introductionsPerMonth ?? 0);
  const counted = Number.isInteger(months) && months >= 0 && months <= most;
  const had: CardBefore = before.card ?? EMPTY_CARD;
  return [
    ...unreadableProblems(answers),
    ...whoProblems(answers, kind),
    ...texts.flatMap((field) => tooLong(`card.${field}`, card[field], limitOf(field))),
    // what an organiser's file said may stay
    ...HEADLINE.flatMap((field) => (had[field] === card[field] ? [] : linkProblems(`card.${field}`, card[field]))),
    ...offeredProblems('card.industry', [card.industry], ['', ...INDUSTRIES, had.industry]),
    ...tagProblems('card.roles', card.roles, MOST_CARD_ROLES),
    ...offeredProblems('card.roles', card.roles, [...ROLES, ...had.roles]),
    ...hoursProblems(answers, before, evening),
    ...tooLong('access', answers.access, LIMITS.access),
    ...tooLong('company', answers.company, LIMITS.company),
    ...(counted ? [] : [{ field: 'introductionsPerMonth', code: 'tooMany' as const, most: MOST_INTRODUCTIONS }]),
    ...runProblems(answers.consents.run, kind),
  ];
}

/** Stands in mails of ours, which must carry nobody's link. */
const linkProblems = (field: string, text: string): Problem[] =>
  looksLikeLink(text) ? [{ field, code: 'looksLikeLink' }] : [];

const needed = (field: string): Problem => ({ field, code: 'needed' });

function whoProblems({ name, email }: { readonly name: string; readonly email: string }, kind: FormKind): Problem[] {
  const address = emailKey(email);
  return [
    ...(isName(name) ? tooLong('name', name, LIMITS.name) : [needed('name')]),
    ...linkProblems('name', name),
    ...(kind === 'change' || (isEmail(address) && isMailAddress(address))
      ? []
      : [address === '' ? needed('email') : badAddress]),
  ];
}

const badAddress: Problem = { field: 'email', code: 'notAnAddress' };

const runProblems = (run: boolean, kind: FormKind): Problem[] =>
  kind === 'fresh' && !run ? [needed('consents.run')] : [];

const tooLong = (field: string, text: string, most: number): Problem[] =>
  text.trim().length > most ? [{ field, code: 'tooLong', most }] : [];

const tagProblems = (field: string, chosen: readonly string[], most: number): Problem[] =>
  chosen.length > most || new Set(chosen).size < chosen.length ? [{ field, code: 'tooMany', most }] : [];

const offeredProblems = (field: string, chosen: readonly string[], tags: readonly string[]): Problem[] =>
  chosen.some((id) => !tags.includes(id)) ? [{ field, code: 'notOffered' }] : [];

/** The server refuses such a text at every door; here it has words. */
function unreadableProblems(answers: object): Problem[] {
  const field = unreadableIn(answers);
  return field === null ? [] : [{ field, code: 'unreadable' }];
}
