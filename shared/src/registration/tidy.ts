import type { AttendeeDetails, MentorCard } from '../event/roster.ts';
import { plainLetters } from '../kernel/plain-letters.ts';
import { emailKey } from '../roster-import/keys.ts';

/** One line as somebody meant it: composed, no control characters or line breaks, single spaces, none at the ends. */
export const tidyLine = (text: string): string =>
  plainLetters(text)
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim();

/** Several lines: line breaks stay, other control characters go. */
export const tidyText = (text: string): string =>
  plainLetters(text)
    .replace(/\r\n?|\u2028|\u2029/gu, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim();

/** A card with all its texts tidied. */
export function tidyCard(card: MentorCard): MentorCard {
  const texts = Object.entries(card).map(([field, value]) => [
    field,
    typeof value === 'string' ? tidyText(value) : value.map(tidyLine),
  ]);
  return Object.fromEntries(texts) as unknown as MentorCard;
}

const LINES = ['name', 'course', 'yearOfStudy'] as const;
const TEXTS = ['question', 'access', 'diet', 'availability'] as const;

/** What somebody typed about a person, tidied as it would be had the person said it; of fields that are not there nothing. */
export function tidyDetails<Details extends Partial<AttendeeDetails>>(details: Details): Details {
  const tidied = (fields: readonly (keyof AttendeeDetails)[], tidy: (text: string) => string) =>
    fields.flatMap((field) => {
      const text = details[field];
      return typeof text === 'string' ? [[field, tidy(text)] as const] : [];
    });
  const card = details.card === undefined ? {} : { card: tidyCard(details.card) };
  const industries = details.industries === undefined ? {} : { industries: details.industries.map(tidyLine) };
  return {
    ...details,
    ...Object.fromEntries([...tidied(LINES, tidyLine), ...tidied(TEXTS, tidyText), ...tidied(['email'], emailKey)]),
    ...card,
    ...industries,
  };
}
