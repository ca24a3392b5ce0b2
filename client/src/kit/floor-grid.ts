import type { TableOnFloor } from '@lapwing/shared/protocol/messages';

export interface FloorPlace {
  readonly table: TableOnFloor;
  /** From 0, without the empty columns and rows at the edges. */
  readonly column: number;
  readonly row: number;
}

export interface FloorGrid {
  readonly columns: number;
  readonly rows: number;
  readonly places: readonly FloorPlace[];
}

/** The grid that holds all tables, cut at the edges. A gap in the middle of the room stays a gap. */
export function floorGrid(tables: readonly TableOnFloor[]): FloorGrid {
  if (tables.length === 0) return { columns: 0, rows: 0, places: [] };
  const left = Math.min(...tables.map((table) => table.column));
  const front = Math.min(...tables.map((table) => table.row));
  const places = tables.map((table) => ({ table, column: table.column - left, row: table.row - front }));
  return {
    columns: 1 + Math.max(...places.map((place) => place.column)),
    rows: 1 + Math.max(...places.map((place) => place.row)),
    places,
  };
}
