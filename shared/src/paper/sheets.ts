import type { Instant } from '../kernel/time.ts';

/** What can be printed: a list for each table, one of everybody, and the evening on one page. */
export const SHEETS = ['tables', 'people', 'run'] as const;
export type Sheet = (typeof SHEETS)[number];

/** A sheet as it lies in the room. */
export interface PrintedSheet {
  readonly sheet: Sheet;
  /** The plan it is of. */
  readonly planVersion: number;
  /** As its foot says. */
  readonly at: Instant;
  /** First name of who printed it. */
  readonly by: string;
}

/** What the paper in the room is of. */
export interface Paper {
  /** In order of `SHEETS`. */
  readonly sheets: readonly PrintedSheet[];
  /** Whether anybody looks at paper tonight; until somebody says no, they do. */
  readonly inUse: boolean;
}

export const NO_PAPER: Paper = { sheets: [], inUse: true };

/** Sheets in the room that are of another plan than the one people follow (0: none is published). */
export const staleSheets = ({ sheets, inUse }: Paper, planVersion: number): readonly PrintedSheet[] =>
  inUse && planVersion > 0 ? sheets.filter((one) => one.planVersion !== planVersion) : [];
