import type { AttendeeId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';

/** What somebody can tell the desk from their phone. */
export const CALL_KINDS = ['late', 'leaving', 'lost', 'help'] as const;
export type CallKind = (typeof CALL_KINDS)[number];

/** Also what follows from "Not me" on their page: somebody else had opened it. That is not taken back. */
export type DeskCallKind = CallKind | 'stranger';

/** A person's word to the desk, open until an organiser answered it or the person took it back. */
export interface DeskCall {
  readonly person: AttendeeId;
  readonly kind: DeskCallKind;
  /** late: comes in so many minutes; leaving: goes in so many. */
  readonly minutes: number;
  /** leaving: the last round they stay for; one below the round that runs: they go at once. Null: not said. */
  readonly afterRound?: number | null;
  readonly at: Instant;
}
