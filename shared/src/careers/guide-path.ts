import { sameField } from '../event/fields.ts';
import { INDUSTRIES } from './industries.ts';
import type { ROLES } from './roles.ts';
import type { TalkTag } from './talk-tags.ts';

type Industry = (typeof INDUSTRIES)[number];

/** Where the career guide begins. */
export const GUIDE_PATH = '/careers';

const isIndustry = (tag: string): tag is Industry => (INDUSTRIES as readonly string[]).includes(tag);

/** Where the guide explains a tag. */
export const guidePath = (tag: Industry | (typeof ROLES)[number]): string =>
  `${GUIDE_PATH}/${isIndustry(tag) ? 'industries' : 'roles'}/${tag}`;

/** Where the guide explains what a mentor with these tags does: their kind of work, else their field; null for neither. */
export function guidePathFor(tags: readonly TalkTag[]): string | null {
  const known = tags.filter((tag) => tag !== 'early' && tag !== 'senior');
  const tag = known.find((one) => !isIndustry(one)) ?? known[0];
  return tag === undefined ? null : guidePath(tag);
}

/** Industries that these words name, each once: ids, or an import's own words. */
export const industriesNamed = (words: readonly string[]): readonly Industry[] =>
  INDUSTRIES.filter((id) => words.some((word) => sameField(id, word)));
