import type { Instant } from '../kernel/time.ts';
import type { Invitation } from './invitation.ts';

/** That an evening does not take place, as the organiser said. The rules are in `SPEC.md`. */
export interface Cancelled {
  readonly at: Instant;
  /** Why, in the organiser's words; '' for none. */
  readonly reason: string;
}

/** The longest reason, in characters: a line that a wall can show. */
export const REASON_MOST = 160;

/** What everybody of the evening is told: the reason, and whom to ask. */
export interface CancelledNotice extends Pick<Invitation, 'contactName' | 'contactEmail'> {
  readonly reason: string;
}
