import { type PlateShape, plateOf } from './floor.ts';

/** How a shape is drawn in a square of 100: its outline, where the figure's middle stands, and its size by digits. */
interface Drawing {
  readonly path: string;
  readonly middle: number;
  readonly sizes: readonly [number, number, number];
  /** The same for a plate that is read across a room: as large as the shape has room for, one figure more than half its height. */
  readonly large: readonly [number, number, number];
}

const DRAWINGS: Readonly<Record<PlateShape, Drawing>> = {
  circle: { path: 'M50 2A48 48 0 1 1 49.99 2Z', middle: 50, sizes: [66, 58, 44], large: [83, 68, 50] },
  square: {
    path: 'M16 5H84A11 11 0 0 1 95 16V84A11 11 0 0 1 84 95H16A11 11 0 0 1 5 84V16A11 11 0 0 1 16 5Z',
    middle: 50,
    sizes: [68, 60, 48],
    large: [83, 76, 52],
  },
  diamond: { path: 'M50 1L99 50L50 99L1 50Z', middle: 50, sizes: [56, 50, 36], large: [71, 50, 38] },
  hexagon: { path: 'M27 7H73L98 50L73 93H27L2 50Z', middle: 50, sizes: [66, 56, 45], large: [83, 60, 44] },
  house: { path: 'M50 2L96 40V95H4V40Z', middle: 56, sizes: [60, 56, 46], large: [83, 62, 48] },
  shield: {
    path: 'M5 5H95V58Q95 64 90 68L50 98L10 68Q5 64 5 58Z',
    middle: 44,
    sizes: [60, 56, 46],
    large: [83, 68, 51],
  },
  leaf: { path: 'M5 5H58Q95 5 95 42V95H42Q5 95 5 58Z', middle: 50, sizes: [64, 56, 44], large: [83, 68, 50] },
  clover: {
    path: 'M25.1 25.1A25 25 0 0 1 74.9 25.1A25 25 0 0 1 74.9 74.9A25 25 0 0 1 25.1 74.9A25 25 0 0 1 25.1 25.1Z',
    middle: 50,
    sizes: [64, 55, 42],
    large: [83, 58, 47],
  },
};

/** Capital height of the sign faces is 0.72 of their size: the base line lies half of it below the middle. */
const HALF_FIGURE = 0.36;
/** Width of a figure in the condensed faces we ask for; wider fallback faces are squeezed to it. */
const FIGURE_WIDTH = 0.53;

export interface PlateDrawing {
  readonly fill: string;
  readonly path: string;
  readonly fontSize: number;
  readonly baseline: number;
  /** Width the figures may take, in the same square of 100; null for one figure, which fits in any face. */
  readonly textLength: number | null;
}

/**
 * How the plate of table `number` is drawn in a square of 100. `fill` is a CSS colour.
 * @param large figures as large as the shape has room for
 */
export function plateDrawing(number: number, large = false): PlateDrawing {
  const { colour, shape } = plateOf(number);
  const { path, middle, ...drawing } = DRAWINGS[shape];
  const digits = Math.min(3, String(number).length);
  const fontSize = (large ? drawing.large : drawing.sizes)[(digits - 1) as 0 | 1 | 2];
  return {
    fill: `var(--${colour})`,
    path,
    fontSize,
    baseline: middle + HALF_FIGURE * fontSize,
    textLength: digits === 1 && !large ? null : digits * FIGURE_WIDTH * fontSize,
  };
}
