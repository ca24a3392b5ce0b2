/** That an evening does not take place, between the console and the server. */

/**
 * PUT /api/events/:eventId/cancelled → EventDetail. not-now for an evening that is over. The same again writes to nobody.
 */
export interface CancelRequest {
  readonly cancelled: boolean;
  /** Where it is cancelled: at most 160 characters, '' for none. */
  readonly reason: string;
}

/** GET /api/events/:eventId/cancelled → whom cancelling it, or taking that back, would write to now. */
export interface CancelReach {
  /** How many mails would go out. */
  readonly mails: number;
  /** Of these how many take the evening out of a calendar, or put it in again. */
  readonly calendars: number;
  /** Who comes or waits and has no address: they see it on their page and on the wall. */
  readonly noAddress: number;
  /** Whether a mail server is set up; else the mails wait in the outbox, to be copied. */
  readonly goesOut: boolean;
}
