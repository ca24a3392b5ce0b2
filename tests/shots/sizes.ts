import {
  ANSWER_NAMES,
  CHECK_IN_NAMES,
  COMMUNITY_NAMES,
  CONSOLE_NAMES,
  DISPLAY_NAMES,
  JOIN_NAMES,
  PHONE_NAMES,
} from '../../client/src/gallery/state-names.ts';

/** A page's colour scheme, a display's ground, or a sheet as it comes out of a printer, also one without colours. */
export type Look = 'light' | 'dark' | 'night' | 'bright' | 'paper' | 'grey';

/** One picture to take: a state of the gallery at a size, in a look. */
export interface Shot {
  readonly state: string;
  readonly width: number;
  readonly height: number;
  readonly look: Look;
}

type Size = readonly [width: number, height: number];
const WALLS: readonly Size[] = [
  [1920, 1080],
  [1280, 960],
  [1080, 1920],
];
const PHONES: readonly Size[] = [
  [390, 844],
  [320, 568],
];
const LAPTOP: Size = [1440, 900];
const SMALL_LAPTOP: Size = [1024, 768];
/** Sheets have sizes of their own; they are looked at in a window in which the widest fits. */
const PAPER: Size = [1200, 1200];

const SCREEN: readonly Look[] = ['light', 'dark'];
const GROUNDS: readonly Look[] = ['night', 'bright'];

/** Pages that the server writes, which no gallery draws, by the name of their pictures. */
export const WRITTEN_PAGES: Readonly<Record<string, string>> = {
  'g-home': '/careers',
  'g-home-de': '/careers?lang=de',
  'g-role': '/careers/roles/data-scientist',
  'g-industry': '/careers/industries/banking',
  'g-none': '/careers/roles/nothing',
};

const consoleOf = (which: RegExp): readonly string[] => CONSOLE_NAMES.filter((name) => which.test(name));

interface Kind {
  readonly names: readonly string[];
  readonly sizes: readonly Size[];
  readonly looks: readonly Look[];
}

const KINDS: readonly Kind[] = [
  { names: DISPLAY_NAMES, sizes: WALLS, looks: GROUNDS },
  { names: [...PHONE_NAMES, ...JOIN_NAMES, ...ANSWER_NAMES, ...COMMUNITY_NAMES], sizes: PHONES, looks: SCREEN },
  { names: Object.keys(WRITTEN_PAGES), sizes: [...PHONES, LAPTOP], looks: SCREEN },
  { names: CHECK_IN_NAMES, sizes: [...PHONES, LAPTOP], looks: SCREEN },
  { names: CONSOLE_NAMES, sizes: [LAPTOP], looks: SCREEN },
  { names: consoleOf(/^o-(?:live|plan)/u), sizes: [SMALL_LAPTOP], looks: SCREEN },
  // what an organiser or a helper does with a phone in the hand
  { names: consoleOf(/^o-(?:live|check-in|helper|guide)/u), sizes: PHONES, looks: SCREEN },
  { names: consoleOf(/^o-print-(?!none|old)/u), sizes: [PAPER], looks: ['paper', 'grey'] },
];

/** Every state of the gallery, and every page beside it, at every size that it is made for. */
export const SHOTS: readonly Shot[] = KINDS.flatMap(({ names, sizes, looks }) =>
  sizes.flatMap(([width, height]) =>
    looks.flatMap((look) => names.map((state): Shot => ({ state, width, height, look }))),
  ),
);

/** e.g. "p-now-390-dark". */
export const nameOf = ({ state, width, look }: Shot): string => `${state}-${width}-${look}`;

/** Whether it is a display's: their states have no letter before them. */
export const isWall = ({ look }: Pick<Shot, 'look'>): boolean => GROUNDS.includes(look);
