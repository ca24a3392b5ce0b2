import type { Landmark } from '@lapwing/shared/event/floor';
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
  /** On the same fields. */
  readonly landmarks: readonly Landmark[];
}

/** The grid that holds all tables and landmarks, cut at the edges. A gap in the middle of the room stays a gap. */
export function floorGrid(tables: readonly TableOnFloor[], landmarks: readonly Landmark[] = []): FloorGrid {
  if (tables.length === 0) return { columns: 0, rows: 0, places: [], landmarks: [] };
  const all = [...tables, ...landmarks];
  const left = Math.min(...all.map(({ column }) => column));
  const front = Math.min(...all.map(({ row }) => row));
  return {
    columns: 1 + Math.max(...all.map(({ column }) => column)) - left,
    rows: 1 + Math.max(...all.map(({ row }) => row)) - front,
    places: tables.map((table) => ({ table, column: table.column - left, row: table.row - front })),
    landmarks: landmarks.map((one) => ({ ...one, column: one.column - left, row: one.row - front })),
  };
}
