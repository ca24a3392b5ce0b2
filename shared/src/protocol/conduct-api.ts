/** The code of conduct, private reports and blocks: what phones and the console say to the server, and what it answers. */
import type { AttendeeId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';

/** GET /me/:attendeeId/conduct → for a person's own phone. */
export interface ConductForPerson {
  /** '': ours (`event/conduct`). */
  readonly words: string;
  /** Whom to turn to tonight, and how: a telephone number or where they stand; '' where nobody is named. */
  readonly trustedName: string;
  readonly trustedReach: string;
  /** Who sits at this person's tables, as this person knows them; each once, in the order in which they meet. */
  readonly people: readonly { readonly id: AttendeeId; readonly name: string }[];
}

/** wrong: something happened. apart: they would rather not sit with `about`, and need not say why. */
export type ReportKind = 'wrong' | 'apart';

/**
 * PUT /me/:attendeeId/reports/:key → 204. `key`: random, made by the phone: the same key is one report, however often it
 * is sent. Whoever is named and is not at this event is left out.
 */
export interface NewReport {
  readonly kind: ReportKind;
  /** In their own words, at most 2,000 characters. */
  readonly text: string;
  readonly about: AttendeeId | null;
}

/** GET /api/events/:eventId/reports → ReportNotice[], newest first: that there is one, and no more. */
export interface ReportNotice {
  readonly id: string;
  readonly at: Instant;
  /** When somebody said that it is dealt with; null: open. PUT …/reports/:reportId {settled} → 204. */
  readonly settledAt: Instant | null;
}

/** GET /api/events/:eventId/reports/:reportId → what it says. */
export interface PrivateReport extends ReportNotice {
  readonly kind: ReportKind;
  readonly text: string;
  /** Null: somebody who was erased since. */
  readonly from: AttendeeId | null;
  /** An id that is nobody's where they were erased and did not come back. */
  readonly about: AttendeeId | null;
}

/** PUT and DELETE /api/events/:eventId/blocks/:attendeeId/:otherId → PeopleInPairs. Repeat them freely. */
