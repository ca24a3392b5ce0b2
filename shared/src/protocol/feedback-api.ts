/** The three questions after the evening: what a phone says, and the sums that a console sees. */
import type { FeedbackAnswers, FeedbackSums } from '../event/feedback.ts';
import type { Instant } from '../kernel/time.ts';

/**
 * GET /me/:attendeeId/feedback; PUT the same answers takes the place of what was said before. Repeat it freely. Refused
 * with not-now before the first round and once the names have gone.
 */
export interface OwnFeedback {
  readonly answers: FeedbackAnswers;
}

/** GET /api/events/:eventId/feedback: nobody's answers, only sums (`feedbackSums`). */
export interface FeedbackView {
  /** How many people answered. */
  readonly answered: number;
  /** How many were here to be asked. */
  readonly of: number;
  /** When the last links end: until then answers come and change. */
  readonly until: Instant;
  readonly sums: FeedbackSums;
}
