import type { LandmarkKind } from '@lapwing/shared/event/floor';
import type { PersonalCard } from '@lapwing/shared/protocol/messages';
import { floorGrid } from '../kit/floor-grid.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A small map: where each table is drawn, and the way as corners to walk round. All in the drawing's own units. */
export interface WayDrawing {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly spots: ReadonlyMap<number, Spot>;
  readonly landmarks: readonly (Spot & { readonly kind: LandmarkKind })[];
  /** Empty when there is no way to draw. */
  readonly way: readonly Spot[];
}

/** What a card tells of the floor. */
export type OnMap = Pick<PersonalCard, 'tables' | 'landmarks'>;

const WIDTH = 350;
const ROW = 66;
/** Of landmarks behind the last table. */
const LOW_ROW = 38;
const TOP = 36;
const LARGEST = 15;
/** How far the aisle runs from the target's row: nearer to the next row, so that there is room for the arrow. */
const AISLE = 43;

/** Figures of tables one walks past, in CSS pixels: smaller ones only look like figures. */
const SMALLEST_FIGURE = 10;

/** How high a map must be drawn for its figures to be read, in CSS pixels. */
export function readableHeight(card: OnMap): number {
  const { height, radius } = drawWay(card, null, 0);
  return (height * SMALLEST_FIGURE) / radius;
}

/** Lays the tables out and walks the aisles between them, so that the way never runs through a table. */
export function drawWay({ tables, landmarks = [] }: OnMap, from: number | null, to: number): WayDrawing {
  const { columns, rows, places, landmarks: marks } = floorGrid(tables, landmarks);
  const cell = WIDTH / Math.max(1, columns);
  const radius = Math.min(LARGEST, cell * 0.36);
  const last = Math.max(0, ...places.map(({ row }) => row));
  const below = (row: number): number => TOP + Math.min(row, last) * ROW + Math.max(0, row - last) * LOW_ROW;
  const spotOf = ({ column, row }: { readonly column: number; readonly row: number }): Spot => ({
    x: (column + 0.5) * cell,
    y: below(row),
  });
  const spots = new Map(places.map((place) => [place.table.number, spotOf(place)]));
  const start = from === null ? undefined : spots.get(from);
  const end = spots.get(to);
  const way = start && end && from !== to ? corners(start, end, radius, cell) : [];
  const height = below(Math.max(0, rows - 1)) + LARGEST + 6;
  return {
    ...{ width: WIDTH, height, radius, spots, way },
    landmarks: marks.map((one) => ({ kind: one.kind, ...spotOf(one) })),
  };
}

function corners(start: Spot, end: Spot, radius: number, cell: number): Spot[] {
  const gap = radius + 5;
  // into the target from its nearer side; along one row from the side of the screen's aisle behind it
  const side = end.y <= start.y ? 1 : -1;
  const aisle = end.y + side * AISLE;
  const last = { x: end.x, y: end.y + side * (gap + radius * 0.5) };
  if (start.y === end.y) {
    return [{ x: start.x, y: start.y + gap }, { x: start.x, y: aisle }, { x: end.x, y: aisle }, last];
  }
  const first = { x: start.x, y: start.y - side * gap };
  if (Math.abs(start.y - end.y) <= ROW) return [first, { x: start.x, y: aisle }, { x: end.x, y: aisle }, last];
  // farther than one row: step into the aisle, then walk between two columns
  const leave = start.y - (side * ROW) / 2;
  const lane = start.x + (end.x >= start.x ? cell / 2 : -cell / 2);
  return [first, { x: start.x, y: leave }, { x: lane, y: leave }, { x: lane, y: aisle }, { x: end.x, y: aisle }, last];
}

/** The way as an SVG path with rounded corners. */
export function wayPath(way: readonly Spot[]): string {
  return way
    .map((spot, index) => {
      if (index === 0) return `M${spot.x} ${spot.y}`;
      const next = way[index + 1];
      if (!next) return `L${spot.x} ${spot.y}`;
      const before = way[index - 1] as Spot;
      const bend = 6;
      const near = toward(spot, before, bend);
      const far = toward(spot, next, bend);
      return `L${near.x} ${near.y}Q${spot.x} ${spot.y} ${far.x} ${far.y}`;
    })
    .join('');
}

function toward(from: Spot, to: Spot, most: number): Spot {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = length === 0 ? 0 : Math.min(most, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
