/** A place on the floor's grid, as seen by someone facing the screen. */
export interface Spot {
  readonly column: number;
  readonly row: number;
}
export type Direction = 'left' | 'right' | 'front' | 'back';

export const MAX_COLUMNS = 12;
export const MAX_ROWS = 30;

const STEPS: Readonly<Record<Direction, Spot>> = {
  left: { column: -1, row: 0 },
  right: { column: 1, row: 0 },
  front: { column: 0, row: -1 },
  back: { column: 0, row: 1 },
};

/**
 * Moves the item at `index` one field; when somebody stands there, the two change places. At the walls nothing moves.
 * Returns the same array when nothing changed.
 */
export function moveOnGrid<T extends Spot>(items: readonly T[], index: number, direction: Direction): readonly T[] {
  const item = items[index];
  if (!item) return items;
  const step = STEPS[direction];
  const column = item.column + step.column;
  const row = item.row + step.row;
  if (column < 0 || row < 0 || column >= MAX_COLUMNS || row >= MAX_ROWS) return items;
  return items.map((other, at) => {
    if (at === index) return { ...other, column, row };
    if (other.column === column && other.row === row) return { ...other, column: item.column, row: item.row };
    return other;
  });
}

/** The first free field, front row first, in the width the tables already use (at least four columns). */
export function freeSpot(items: readonly Spot[]): Spot {
  const columns = Math.max(4, ...items.map(({ column }) => column + 1));
  const taken = new Set(items.map(({ column, row }) => row * MAX_COLUMNS + column));
  for (let row = 0; ; row++) {
    for (let column = 0; column < columns; column++) {
      if (!taken.has(row * MAX_COLUMNS + column)) return { column, row };
    }
  }
}

/** The smallest table number that nobody uses. */
export function freeNumber(numbers: readonly number[]): number {
  const taken = new Set(numbers);
  let number = 1;
  while (taken.has(number)) number++;
  return number;
}
