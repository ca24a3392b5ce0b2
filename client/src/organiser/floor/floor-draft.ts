import type { Landmark, LandmarkKind, Table } from '@lapwing/shared/event/floor';
import type { TableDraft } from '../console-api.ts';
import { freeNumber, freeSpot, moveTo, type Spot } from './grid.ts';

/** A table on the page, with a key that stays while it has no id yet. */
export type DraftTable = TableDraft & { readonly key: string };
export type DraftLandmark = Landmark & { readonly key: string };

/** The floor as it is changed on the page. */
export interface FloorDraft {
  readonly tables: readonly DraftTable[];
  readonly landmarks: readonly DraftLandmark[];
}

export const DEFAULT_SEATS = 6;
const EMPTY_TABLE = { name: '', mentors: [], stepFree: false, quiet: false };

/** The floor as it is, to be changed on the page. */
export const draftFloor = (floor: {
  readonly tables: readonly Table[];
  readonly landmarks: readonly Landmark[];
}): FloorDraft => ({
  tables: floor.tables.map((table) => ({ ...table, key: table.id })),
  landmarks: floor.landmarks.map((landmark, index) => ({ ...landmark, key: `landmark-${index}` })),
});

/** Everything that takes a field. */
export const onFields = ({ tables, landmarks }: FloorDraft): readonly (Spot & { readonly key: string })[] => [
  ...tables,
  ...landmarks,
];

/** One more table: the next free number on the first free field, as many seats as the last one has. */
export function withNewTable(floor: FloorDraft): FloorDraft & { readonly added: string } {
  const { tables } = floor;
  const number = freeNumber(tables.map((table) => table.number));
  const seats = tables.at(-1)?.seats ?? DEFAULT_SEATS;
  const key = `new-${number}`;
  const table = { ...EMPTY_TABLE, key, number, seats, ...freeSpot(onFields(floor)) };
  return { ...floor, tables: [...tables, table], added: key };
}

/** One more landmark on the first free field. */
export function withLandmark(floor: FloorDraft, kind: LandmarkKind): FloorDraft & { readonly added: string } {
  const taken = new Set(floor.landmarks.map(({ key }) => key));
  let number = floor.landmarks.length;
  while (taken.has(`landmark-${number}`)) number++;
  const key = `landmark-${number}`;
  return { ...floor, landmarks: [...floor.landmarks, { kind, key, ...freeSpot(onFields(floor)) }], added: key };
}

/** What has this key stands on another field; whoever stands there changes places with it. */
export function placed(floor: FloorDraft, key: string, spot: Spot): FloorDraft {
  const all = onFields(floor);
  const index = all.findIndex((one) => one.key === key);
  const moved = new Map(moveTo(all, index, spot).map((one) => [one.key, { column: one.column, row: one.row }]));
  return {
    tables: floor.tables.map((table) => ({ ...table, ...moved.get(table.key) })),
    landmarks: floor.landmarks.map((landmark) => ({ ...landmark, ...moved.get(landmark.key) })),
  };
}

/** The floor as the server takes it. */
export const floorBody = ({ tables, landmarks }: FloorDraft) => ({
  tables: tables.map(({ key: _, ...table }): TableDraft => table),
  landmarks: landmarks.map(({ key: _, ...landmark }): Landmark => landmark),
});

/** Numbers that stand on more than one table. */
export function doubleNumbers(tables: readonly DraftTable[]): number[] {
  const seen = new Set<number>();
  return tables.map(({ number }) => number).filter((number) => seen.size === seen.add(number).size);
}
