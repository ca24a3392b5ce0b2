import { INDUSTRIES } from '../careers/industries.ts';
import { ROLES } from '../careers/roles.ts';
import { looksLikeLink } from '../kernel/looks-like-link.ts';
import { unreadableIn } from '../kernel/plain-letters.ts';
import type { Problem } from '../registration/problems.ts';
import { emailKey, isEmail, isName } from '../roster-import/keys.ts';
import { type Ask, HEADLINE_LENGTH, MOST_FIELDS, MOST_PER_MONTH, type Profile, REQUEST_LENGTH } from './profile.ts';

/** Years that anybody may have worked. */
export const MOST_YEARS = 70;
/** Characters, as in every form. */
export const NAME_LENGTH = 100;
export const ADDRESS_LENGTH = 254;
/** Steps ahead that can be asked for; there are six of them (M5). */
export const MOST_STEPS = 5;
/** Languages of one member. */
export const MOST_LANGUAGES = 8;

const needed = (field: string): Problem => ({ field, code: 'needed' });
const tooLong = (field: string, text: string, most: number): Problem[] =>
  text.length > most ? [{ field, code: 'tooLong', most }] : [];
/** It stands in mails of ours, which must carry nobody's link. */
const noLink = (field: string, text: string): Problem[] =>
  looksLikeLink(text) ? [{ field, code: 'looksLikeLink' }] : [];
const tooMany = (field: string, list: readonly unknown[], most: number): Problem[] =>
  list.length > most ? [{ field, code: 'tooMany', most }] : [];
const notOffered = (field: string, chosen: readonly string[], offered: readonly string[]): Problem[] =>
  chosen.some((id) => !offered.includes(id)) ? [{ field, code: 'notOffered' }] : [];
const isWhole = (value: number, most: number): boolean => Number.isInteger(value) && value >= 0 && value <= most;

/**
 * What is wrong with a profile, in the order of the form (C1).
 * @param before what was chosen already: words of an import may stay
 */
export function profileProblems(
  profile: Profile,
  before: Pick<Profile, 'industries' | 'roles'> | null = null,
): Problem[] {
  const { name, email, headline, languages, industries, roles, years, perMonth } = profile;
  const known = before ?? { industries: [], roles: [] };
  return [
    ...unreadable('', profile),
    ...(isName(name) ? tooLong('name', name, NAME_LENGTH) : [needed('name')]),
    ...noLink('name', name),
    ...(email.trim() === ''
      ? [needed('email')]
      : isEmail(emailKey(email))
        ? []
        : [{ field: 'email', code: 'notAnAddress' } as const]),
    ...tooLong('email', email, ADDRESS_LENGTH),
    ...tooLong('headline', headline, HEADLINE_LENGTH),
    ...noLink('headline', headline),
    ...(languages.length === 0 ? [needed('languages')] : tooMany('languages', languages, MOST_LANGUAGES)),
    ...tooMany('industries', industries, MOST_FIELDS),
    ...notOffered('industries', industries, [...INDUSTRIES, ...known.industries]),
    ...tooMany('roles', roles, MOST_FIELDS),
    ...notOffered(
      'roles',
      roles.map(({ role }) => role),
      [...ROLES, ...known.roles.map(({ role }) => role)],
    ),
    ...(roles.some(({ years: held }) => held !== null && !isWhole(held, MOST_YEARS)) ? [needed('roles')] : []),
    ...(isWhole(years, MOST_YEARS) ? [] : [needed('years')]),
    ...(isWhole(perMonth, MOST_PER_MONTH) ? [] : [needed('perMonth')]),
  ];
}

/** What is wrong with what somebody asks for (C7). */
export function askProblems(ask: Ask): Problem[] {
  const { industries, roles, stepsAhead, languages, line } = ask;
  return [
    ...unreadable('ask.', ask),
    ...tooMany('ask.industries', industries, MOST_FIELDS),
    ...notOffered('ask.industries', industries, INDUSTRIES),
    ...tooMany('ask.roles', roles, MOST_FIELDS),
    ...notOffered('ask.roles', roles, ROLES),
    ...(stepsAhead === null || (isWhole(stepsAhead, MOST_STEPS) && stepsAhead > 0) ? [] : [needed('ask.stepsAhead')]),
    ...tooMany('ask.languages', languages, MOST_LANGUAGES),
    ...tooLong('ask.line', line, REQUEST_LENGTH),
  ];
}

/** The server refuses such a text at every door; here it has words. */
function unreadable(form: string, answers: object): Problem[] {
  const field = unreadableIn(answers);
  return field === null ? [] : [{ field: `${form}${field}`, code: 'unreadable' }];
}
