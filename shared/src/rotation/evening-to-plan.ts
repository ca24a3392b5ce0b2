import type { WhoMoves } from '../event/event.ts';
import type { Table } from '../event/floor.ts';
import type { PairRule } from '../event/registration.ts';
import type { Schedule } from '../event/schedule.ts';
import type { SeatLock } from '../event/seat-lock.ts';
import type { AttendeeId, TableId } from '../kernel/ids.ts';
import type { PlanReport } from './report.ts';

/** A student to seat. What is left out nobody said. */
export interface StudentToPlan {
  readonly id: AttendeeId;
  readonly industries: readonly string[];
  /** Only tables without steps. */
  readonly stepFree: boolean;
  /** Only tables away from the noise. */
  readonly quiet?: boolean;
  /** One table all evening; when students move, mentors come to it. */
  readonly staysAt?: TableId;
  /** Roles they are curious about. */
  readonly roles?: readonly string[];
  /** Mentors they would like to meet, the dearest first. */
  readonly wishes?: readonly AttendeeId[];
}

/** A mentor to count on. What is left out nobody said. */
export interface MentorToPlan {
  readonly id: AttendeeId;
  readonly industry: string;
  readonly roles?: readonly string[];
  /** The rounds (from 1) in which they are there, where these are not all. */
  readonly rounds?: readonly number[];
  readonly stepFree?: boolean;
  readonly quiet?: boolean;
}

/** What the planner has to know of an evening: the floor, the people to count on, and what was said about them. */
export interface EveningToPlan {
  /** 1–20. */
  readonly rounds: number;
  readonly whoMoves: WhoMoves;
  readonly tables: readonly Table[];
  /** Those to seat. */
  readonly students: readonly StudentToPlan[];
  /** Those who are, or will be, there. */
  readonly mentors: readonly MentorToPlan[];
  /** Who is kept apart or together, among whoever; people who do not come count for nothing. None when left out. */
  readonly pairs?: readonly PairRule[];
  /** Who met at an earlier evening, two students or a student and a mentor; as for `pairs`. */
  readonly met?: readonly (readonly [AttendeeId, AttendeeId])[];
  /** Seats to keep (R108) of those who move; what cannot be counts for nothing. None when left out. */
  readonly locked?: readonly SeatLock[];
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
