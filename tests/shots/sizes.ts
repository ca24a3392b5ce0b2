import {
  ANSWER_NAMES,
  CHECK_IN_NAMES,
  CONSOLE_NAMES,
  DISPLAY_NAMES,
  JOIN_NAMES,
  PHONE_NAMES,
} from '../../client/src/gallery/state-names.ts';

/** One picture to take: a state of the gallery at a size, in a colour scheme. */
export interface Shot {
  readonly state: string;
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
}

const WALL = [[1920, 1080]] as const;
const PHONES = [
  [390, 844],
  [320, 568],
] as const;
const LAPTOP = [[1440, 900]] as const;
const HAND = [[390, 844]] as const;
const BOTH = ['light', 'dark'] as const;

const SETS = [
  // a wall is dark or bright by its own setting, whatever the browser prefers
  { names: DISPLAY_NAMES, sizes: WALL, schemes: ['light'] as const },
  { names: [...PHONE_NAMES, ...JOIN_NAMES, ...ANSWER_NAMES], sizes: PHONES, schemes: BOTH },
  { names: CHECK_IN_NAMES, sizes: [...HAND, ...LAPTOP], schemes: BOTH },
  { names: CONSOLE_NAMES, sizes: LAPTOP, schemes: BOTH },
  // what an organiser or a helper does with a phone in the hand
  { names: CONSOLE_NAMES.filter((name) => /live|check-in|helper/u.test(name)), sizes: HAND, schemes: BOTH },
];

/** Every state of the gallery at every size that it is made for. */
export const SHOTS: readonly Shot[] = SETS.flatMap(({ names, sizes, schemes }) =>
  sizes.flatMap(([width, height]) =>
    schemes.flatMap((scheme) => names.map((state): Shot => ({ state, width, height, scheme }))),
  ),
);

/** e.g. "p-now-390-dark". */
export const nameOf = ({ state, width, scheme }: Shot): string => `${state}-${width}-${scheme}`;
