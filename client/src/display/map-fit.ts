import type { Landmark } from '@lapwing/shared/event/floor';
import { plateDrawing } from '@lapwing/shared/event/plate-drawing';
import type { TableOnFloor } from '@lapwing/shared/protocol/messages';
import { floorGrid } from '../kit/floor-grid.ts';

/** How large the plates of the map may be. Sizes in CSS pixels. */
export interface MapFit {
  readonly plate: number;
  readonly names: boolean;
  /** Those that are drawn: all of them, or none where they would cost the tables their names, their size or the wall its map. */
  readonly landmarks: readonly Landmark[];
}

/** From this ratio on words and map stand side by side. */
export const WIDE_FROM = 1.5;

/** In hundredths of the shorter side of the screen ("vmin"), like all sizes of the display's style sheet. */
const NAME_TYPE = 4.26;
const NAME_LINE = 5.6;
const WIDEST_LETTER = 0.6;
const LARGEST_PLATE = 15.6;
const SMALLEST_WITH_NAME = 10;
/** The smallest figure on a plate: read from the last row of the room that all this is made for. */
const SMALLEST_FIGURE = 4.3;
/** Share of a cell's side that a plate may take, so that neighbours do not touch. */
const FILL = 0.86;

/** Height of a row without a table, in rows with one: one line of words. */
const LANDMARK_ROW = 0.4;
/**
 * The smallest figure that landmarks may leave, where so few tables are on the map that each is looked for from the last
 * row: its digits are then 5 % of the shorter side high, also in a wide face.
 */
const FIGURE_BESIDE_LANDMARKS = 7.7;
const LOOKED_FOR = 12;

/** What stands above the map besides the usual words, where the screen is upright. */
export interface Above {
  /** Words of the organiser in place of the sentence. */
  readonly said: string | null;
  /** The meter of the tables that are ready. */
  readonly allHere: boolean;
}

/** The space inside the map's panel on a screen of this size; follows the sizes in display.css and stacked.css. */
export function mapSpace(
  width: number,
  height: number,
  above: Above = { said: null, allHere: false },
): { readonly width: number; readonly height: number } {
  const unit = Math.min(width, height) / 100;
  if (width / height >= WIDE_FROM) return { width: width - 88 * unit, height: height - 25 * unit };
  const lines = Math.max(0, Math.ceil((above.said?.length ?? 0) / 27) - 2);
  const words = height > width ? 96 + 5.6 * lines + (above.allHere ? 9 : 0) : 51.5;
  return { width: width - 22 * unit, height: height - words * unit };
}

/** The same where the map stands alone under one line of words. */
export function mapAloneSpace(width: number, height: number): { readonly width: number; readonly height: number } {
  const unit = Math.min(width, height) / 100;
  return { width: width - 24 * unit, height: height - 34.5 * unit };
}

/**
 * Plates as large as the screen allows; names only if the longest fits under its plate; null when even bare plates would
 * be too small to be read from the last row (the wall then shows the clock alone).
 */
export function mapFit(
  tables: readonly TableOnFloor[],
  width: number,
  height: number,
  space = mapSpace(width, height),
  landmarks: readonly Landmark[] = [],
): MapFit | null {
  const unit = Math.min(width, height) / 100;
  const bare = fitOf(tables, [], unit, space);
  const whole = landmarks.length > 0 ? fitOf(tables, landmarks, unit, space) : null;
  const least = tables.length > LOOKED_FOR ? SMALLEST_FIGURE : FIGURE_BESIDE_LANDMARKS;
  const isLarge = whole !== null && whole.plate * smallestFigure(tables) >= least * unit;
  return isLarge && whole.names === bare?.names ? whole : bare;
}

/** Of a plate. */
const smallestFigure = (tables: readonly TableOnFloor[]): number =>
  Math.min(...tables.map((table) => plateDrawing(table.number).fontSize / 100));

function fitOf(
  tables: readonly TableOnFloor[],
  landmarks: readonly Landmark[],
  unit: number,
  space: { readonly width: number; readonly height: number },
): MapFit | null {
  const { columns, rows, places } = floorGrid(tables, landmarks);
  if (columns === 0) return null;
  const low = rows - new Set(places.map(({ row }) => row)).size;
  const cell = { width: space.width / columns, height: space.height / (rows - low * (1 - LANDMARK_ROW)) };
  const longest = Math.max(...tables.map((table) => [...table.name].length));
  const plate = (below: number): number =>
    Math.min(cell.width * FILL, (cell.height - below) * 0.94, LARGEST_PLATE * unit);
  const named = plate(NAME_LINE * unit);
  const namesFit = longest * WIDEST_LETTER * NAME_TYPE * unit <= cell.width;
  if (namesFit && named >= SMALLEST_WITH_NAME * unit) return { plate: Math.floor(named), names: true, landmarks };
  const bare = plate(0);
  return bare * smallestFigure(tables) >= SMALLEST_FIGURE * unit
    ? { plate: Math.floor(bare), names: false, landmarks }
    : null;
}
