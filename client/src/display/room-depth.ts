/**
 * Which of a display's pictures the last row can read. A letter must have a 120th of the distance to be read with ease
 * (time, table numbers), a 200th for the rest; the pictures are made for six of their own heights.
 */
export type Reach = 'everything' | 'all-but-names' | 'countdown' | 'too-deep';

/** Distances in heights of the picture up to which each can be read. */
const NAMES_TO = 4.8;
const PICTURES_TO = 6;
const COUNTDOWN_TO = 8;

/**
 * @param distance from the picture to the last row, in metres
 * @param height of the picture, in metres
 * @returns null where these are not lengths
 */
export function reachOf(distance: number, height: number): Reach | null {
  if (!(distance > 0) || !(height > 0)) return null;
  // a measuring tape is no finer than this
  const depth = distance / height - 0.001;
  if (depth <= NAMES_TO) return 'everything';
  if (depth <= PICTURES_TO) return 'all-but-names';
  return depth <= COUNTDOWN_TO ? 'countdown' : 'too-deep';
}

/** How high a letter must be to be read with ease from so far away, in whole centimetres. */
export const letterNeeded = (distance: number): number => Math.ceil((100 * distance) / 120);
