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

/** The next field in a direction; null at the walls. */
export function nextSpot({ column, row }: Spot, direction: Direction): Spot | null {
  const step = STEPS[direction];
  const next = { column: column + step.column, row: row + step.row };
  const inside = next.column >= 0 && next.row >= 0 && next.column < MAX_COLUMNS && next.row < MAX_ROWS;
  return inside ? next : null;
}

/** Moves the item at `index` to a field; when something stands there, the two change places. */
export function moveTo<T extends Spot>(items: readonly T[], index: number, { column, row }: Spot): readonly T[] {
  const item = items[index];
  if (!item) return items;
  return items.map((other, at) => {
    if (at === index) return { ...other, column, row };
    if (other.column === column && other.row === row) return { ...other, column: item.column, row: item.row };
    return other;
  });
}

/** The fields that are drawn: those in use, and one more column and row to move into. At least five columns. */
export function drawnFields(items: readonly Spot[]): { readonly columns: number; readonly rows: number } {
  const columns = Math.max(4, ...items.map(({ column }) => column + 1)) + 1;
  const rows = Math.max(1, ...items.map(({ row }) => row + 1)) + 1;
  return { columns: Math.min(MAX_COLUMNS, columns), rows: Math.min(MAX_ROWS, rows) };
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
