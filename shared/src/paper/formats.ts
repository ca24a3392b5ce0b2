/** Paper that goes into a printer. */
export type PaperSize = 'a4' | 'a5' | 'a6';

/** How table cards lie on paper: alone, two with crop marks, or one that is seen across a bigger room. */
export const CARD_FORMATS = ['a5', 'a4-two', 'a4'] as const;
export type CardFormat = (typeof CARD_FORMATS)[number];

/** How badges lie on paper: alone, or four with crop marks. */
export const BADGE_FORMATS = ['a6', 'a4-four'] as const;
export type BadgeFormat = (typeof BADGE_FORMATS)[number];

/** Pieces on one page, and the paper it needs. */
export const FORMATS: Readonly<
  Record<CardFormat | BadgeFormat, { readonly onPage: 1 | 2 | 4; readonly paper: PaperSize }>
> = {
  a5: { onPage: 1, paper: 'a5' },
  'a4-two': { onPage: 2, paper: 'a4' },
  a4: { onPage: 1, paper: 'a4' },
  a6: { onPage: 1, paper: 'a6' },
  'a4-four': { onPage: 4, paper: 'a4' },
};
