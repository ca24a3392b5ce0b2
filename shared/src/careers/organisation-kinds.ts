import { type CareerTag, labelIn } from './career-tag.ts';

/** What kind of place it is to work at. */
export const ORGANISATION_KINDS: readonly CareerTag[] = [
  { id: 'startup', label: 'Startup', line: 'Young and small, still looking for its way' },
  { id: 'scale-up', label: 'Scale-up', line: 'Has found its way and grows fast' },
  { id: 'big-company', label: 'Big company', line: 'Many people, and a department for most things' },
  { id: 'public-body', label: 'Public body', line: 'Works for everybody and is paid by everybody' },
  { id: 'self-employed', label: 'Self-employed', line: 'Works for themselves, for one client or many' },
];

/** The label of a kind of organisation; a person’s own words stand for themselves. */
export const organisationLabel = (words: string): string => labelIn(ORGANISATION_KINDS, words);
