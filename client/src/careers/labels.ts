import { INDUSTRIES } from '@lapwing/shared/careers/industries';
import { ORGANISATION_KINDS } from '@lapwing/shared/careers/organisation-kinds';
import { ROLES } from '@lapwing/shared/careers/roles';
import { t } from './words.ts';

/** One of a list, as the reader's language calls it. */
export interface CareerTag {
  /** Never changes, whatever the label becomes. */
  readonly id: string;
  readonly label: string;
  /** What it means, for somebody who has never worked in it. */
  readonly line: string;
}

export const industryTags = (): readonly CareerTag[] =>
  INDUSTRIES.map((id) => ({ id, label: t(`industry.${id}`), line: t(`industry.${id}.line`) }));

export const roleTags = (): readonly CareerTag[] =>
  ROLES.map((id) => ({ id, label: t(`role.${id}`), line: t(`role.${id}.line`) }));

export const organisationTags = (): readonly CareerTag[] =>
  ORGANISATION_KINDS.map((id) => ({ id, label: t(`organisation.${id}`), line: t(`organisation.${id}.line`) }));

const labelIn = (tags: readonly CareerTag[], words: string): string =>
  tags.find(({ id }) => id === words)?.label ?? words;

/** The label of an industry; words of an import stand for themselves. */
export const industryLabel = (words: string): string => labelIn(industryTags(), words);

/** The label of a kind of work; words of an import stand for themselves. */
export const roleLabel = (words: string): string => labelIn(roleTags(), words);

/** The label of a kind of organisation; a person’s own words stand for themselves. */
export const organisationLabel = (words: string): string => labelIn(organisationTags(), words);
