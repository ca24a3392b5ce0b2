import type { AttendeeId, TableId } from '../kernel/ids.ts';

/** A table on the floor. Its plate (colour, shape, bird) follows from its number. */
export interface Table {
  readonly id: TableId;
  /** 1–999, unique in the event: what everybody looks for. */
  readonly number: number;
  /** A name of the organiser's own; '' takes the bird of the number. */
  readonly name: string;
  /** Seats for students, 1–50; mentors' chairs are not counted. */
  readonly seats: number;
  /** Mentors who sit here in round 1 (all evening, when students move): none, one or two. */
  readonly mentors: readonly AttendeeId[];
  readonly stepFree: boolean;
  /** Away from the noise. */
  readonly quiet: boolean;
  /** Place on the floor's grid, as seen by someone facing the screen: column from the left, row from the front; from 0. */
  readonly column: number;
  readonly row: number;
}

/** What a room is known by besides its tables; maps name these and nothing else. */
export const LANDMARK_KINDS = ['door', 'coffee', 'windows'] as const;
export type LandmarkKind = (typeof LANDMARK_KINDS)[number];

/** A landmark on the floor's grid; it takes a field of its own, as a table does. */
export interface Landmark {
  readonly kind: LandmarkKind;
  readonly column: number;
  readonly row: number;
}

/** A map with more of them shows no tables any more. */
export const MAX_LANDMARKS = 12;

export const MAX_MENTORS_AT_TABLE = 2;

export const PLATE_SHAPES = ['circle', 'square', 'diamond', 'hexagon', 'house', 'shield', 'leaf', 'clover'] as const;
export type PlateShape = (typeof PLATE_SHAPES)[number];

export const PLATE_COLOURS = ['orange', 'sky', 'lime', 'violet', 'cream', 'green', 'pink'] as const;
export type PlateColour = (typeof PLATE_COLOURS)[number];

/** Birds in alphabetical order; after the last the list starts again (the number tells tables apart). */
export const BIRDS = [
  'Avocet', 'Bittern', 'Crane', 'Dipper', 'Egret', 'Finch', 'Grebe', 'Heron', 'Ibis', 'Jay', 'Kite', 'Lark',
  'Martin', 'Nightjar', 'Owl', 'Plover', 'Quail', 'Robin', 'Swift', 'Tern', 'Upland Goose', 'Vireo', 'Wren',
  'Yellowhammer',
] as const; // biome-ignore format: a list to read across

/** The plate of a table: 56 numbers (7 colours × 8 shapes) before a pair of colour and shape repeats. */
export function plateOf(number: number): { readonly colour: PlateColour; readonly shape: PlateShape } {
  const index = Math.max(0, number - 1);
  return {
    colour: PLATE_COLOURS[index % PLATE_COLOURS.length] as PlateColour,
    shape: PLATE_SHAPES[index % PLATE_SHAPES.length] as PlateShape,
  };
}

/** The name people read below the number. */
export const tableName = (table: { readonly number: number; readonly name: string }): string =>
  table.name || (BIRDS[Math.max(0, table.number - 1) % BIRDS.length] as string);

/** A map is hardly wider than this; whoever loses a field stays within it. */
const WIDEST = 12;

/**
 * Each on a field of its own, since a map draws one over the other: the first that is named keeps a field, and who comes
 * later there goes to the next free one, front row first.
 */
export function standApart<T extends Pick<Table, 'column' | 'row'>>(items: readonly T[]): readonly T[] {
  const columns = Math.min(WIDEST, Math.max(5, ...items.map(({ column }) => column + 1)));
  const fieldOf = ({ column, row }: Pick<Table, 'column' | 'row'>): string => `${column} ${row}`;
  const wanted = new Set(items.map(fieldOf));
  const taken = new Set<string>();
  let next = 0;
  return items.map((item) => {
    let place: Pick<Table, 'column' | 'row'> = item;
    if (taken.has(fieldOf(item))) {
      do place = { column: next % columns, row: Math.floor(next++ / columns) };
      while (taken.has(fieldOf(place)) || wanted.has(fieldOf(place)));
    }
    taken.add(fieldOf(place));
    return { ...item, column: place.column, row: place.row };
  });
}

/** Where `count` new tables stand: rows of at most `columns`, numbered from the front left. */
export function gridPlace(index: number, count: number): { readonly column: number; readonly row: number } {
  const columns = Math.max(1, Math.min(8, Math.ceil(Math.sqrt(count * 1.3))));
  return { column: index % columns, row: Math.floor(index / columns) };
}
