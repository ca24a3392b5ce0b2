import type { Keeping } from '../search/aims.ts';

/** Fewest changes first and quality second, quality first, or something between. */
export type ProposalKind = 'fewest-moves' | 'middle' | 'best-plan';
export const PROPOSAL_KINDS: readonly ProposalKind[] = ['fewest-moves', 'middle', 'best-plan'];

/** What a kept table is worth in the search, in hundredths of a repeated pair. */
export const KEEPING: Readonly<Record<ProposalKind, Keeping>> = {
  'fewest-moves': 'before-all',
  middle: 150,
  'best-plan': 8,
};
