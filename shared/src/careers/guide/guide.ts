import type { Language } from '../../kernel/language.ts';
import { ENGLISH_BUILDING } from './english/building.ts';
import { ENGLISH_DECIDING } from './english/deciding.ts';
import { ENGLISH_INDUSTRIES } from './english/industries.ts';
import { ENGLISH_MIX_UPS } from './english/mix-ups.ts';
import { ENGLISH_NEIGHBOURS } from './english/neighbours.ts';
import { GERMAN_BUILDING } from './german/building.ts';
import { GERMAN_DECIDING } from './german/deciding.ts';
import { GERMAN_INDUSTRIES } from './german/industries.ts';
import { GERMAN_MIX_UPS } from './german/mix-ups.ts';
import { GERMAN_NEIGHBOURS } from './german/neighbours.ts';
import type { GuideText } from './guide-text.ts';

/** The career guide in each language. The server's alone: no page of ours carries it to a phone. */
export const GUIDE: Readonly<Record<Language, GuideText>> = {
  en: {
    tags: { ...ENGLISH_INDUSTRIES, ...ENGLISH_BUILDING, ...ENGLISH_DECIDING },
    neighbours: ENGLISH_NEIGHBOURS,
    mixUps: ENGLISH_MIX_UPS,
  },
  de: {
    tags: { ...GERMAN_INDUSTRIES, ...GERMAN_BUILDING, ...GERMAN_DECIDING },
    neighbours: GERMAN_NEIGHBOURS,
    mixUps: GERMAN_MIX_UPS,
  },
};
