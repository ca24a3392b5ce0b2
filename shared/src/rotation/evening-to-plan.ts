import type { WhoMoves } from '../event/event.ts';
import type { Table } from '../event/floor.ts';
import type { Schedule } from '../event/schedule.ts';
import type { AttendeeId } from '../kernel/ids.ts';
import type { PlanReport } from './report.ts';

/** What the planner has to know of an evening: the floor, and the people to count on. */
export interface EveningToPlan {
  /** 1–20. */
  readonly rounds: number;
  readonly whoMoves: WhoMoves;
  readonly tables: readonly Table[];
  /** Those to seat. */
  readonly students: readonly {
    readonly id: AttendeeId;
    readonly industries: readonly string[];
    readonly stepFree: boolean;
  }[];
  /** Those who are, or will be, there. */
  readonly mentors: readonly { readonly id: AttendeeId; readonly industry: string }[];
}

/** Who sits where, and how to make it again: see `SolveOptions`. */
export interface PlannedSeats {
  readonly schedule: Schedule;
  readonly iterations: number;
  readonly stoppedAfter: number | null;
}

/** A plan, what is good and bad about it, and how to make it again. */
export interface PlannedEvening extends PlannedSeats {
  readonly report: PlanReport;
  readonly seed: number;
}
