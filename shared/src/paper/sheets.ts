import type { AttendeeId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';

/** What can be printed, in the order in which it is offered. */
export const SHEETS = ['tables', 'people', 'run', 'sign-in', 'mentors', 'cards', 'badges'] as const;
export type Sheet = (typeof SHEETS)[number];

/** Those that run an evening on which nothing else works. */
export const NIGHT_SHEETS = ['tables', 'people', 'run'] as const satisfies readonly Sheet[];

/** A sheet as it lies in the room. */
export interface PrintedSheet {
  readonly sheet: Sheet;
  /** The plan it is of. */
  readonly planVersion: number;
  /** As its foot says. */
  readonly at: Instant;
  /** First name of who printed it. */
  readonly by: string;
  /** Of table cards what each of them says (`marks`); '' for sheets that are of their plan and no other. */
  readonly mark: string;
}

/** A badge as it hangs on somebody. */
export interface PrintedBadge {
  readonly attendeeId: AttendeeId;
  readonly planVersion: number;
  readonly at: Instant;
  /** What it says (`marks`). */
  readonly mark: string;
}

/** What the paper in the room is of. */
export interface Paper {
  /** In order of `SHEETS`. */
  readonly sheets: readonly PrintedSheet[];
  /** Badges are right or wrong one by one. */
  readonly badges: readonly PrintedBadge[];
  /** Whether anybody looks at paper tonight; until somebody says no, they do. */
  readonly inUse: boolean;
}

/** More badges than these are told one after the other. */
export const BADGES_AT_ONCE = 500;

export const NO_PAPER: Paper = { sheets: [], badges: [], inUse: true };

/** Sheets that are right for one plan. Cards and badges mostly outlive a plan: of those it counts what they say. */
const OF_ONE_PLAN: readonly Sheet[] = ['tables', 'people', 'run', 'sign-in', 'mentors'];

/** Sheets in the room that are of another plan than the one people follow (0: none is published). */
export const staleSheets = ({ sheets, inUse }: Paper, planVersion: number): readonly PrintedSheet[] =>
  inUse && planVersion > 0
    ? sheets.filter((one) => OF_ONE_PLAN.includes(one.sheet) && one.planVersion !== planVersion)
    : [];
