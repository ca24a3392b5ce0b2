import { sameField } from '../event/fields.ts';
import type { MentorCard } from '../event/roster.ts';
import { INDUSTRIES } from './industries.ts';
import { ROLES } from './roles.ts';

/** How long somebody has worked, as far as it changes what one asks them. */
export const LEVELS = ['early', 'senior'] as const;

/** What questions to a mentor go by: their industry, their kinds of work, how long they have worked. */
export type TalkTag = (typeof INDUSTRIES)[number] | (typeof ROLES)[number] | (typeof LEVELS)[number];

/** Years in work. Between them nobody is a beginner, and few have seen it all. */
const EARLY_UNTIL = 3;
const SENIOR_FROM = 10;
/** Longer than anybody works: a year of the calendar, say. */
const NO_LONGER_YEARS = 60;
/** As a person's own words these name another kind of work than ours: "Manager of a hotel", "Research assistant". */
const TOO_WIDE: readonly string[] = ['manager', 'research'];

/**
 * The tags of a mentor's card, without those that it does not tell. Ids and an import's own words are taken alike
 * ("Energy & climate" is "energy").
 */
export function talkTags({ industry, roles, yearsInWork }: MentorCard): TalkTag[] {
  const fields = INDUSTRIES.filter((id) => sameField(id, industry));
  const works = ROLES.filter((id) =>
    roles.some((role) => role === id || (!TOO_WIDE.includes(id) && sameField(id, role))),
  );
  return [...fields, ...works, ...levelOf(yearsInWork)];
}

function levelOf(years: string): (typeof LEVELS)[number][] {
  const count = Number.parseInt(/\d+/u.exec(years)?.[0] ?? '', 10);
  if (Number.isNaN(count) || count > NO_LONGER_YEARS) return [];
  if (count <= EARLY_UNTIL) return ['early'];
  return count >= SENIOR_FROM ? ['senior'] : [];
}
