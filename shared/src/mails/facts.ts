import type { Instant } from '../kernel/time.ts';

/** What the text of a mail is made of. */
export interface MailFacts {
  readonly eventName: string;
  readonly place: string;
  readonly startsAt: Instant;
  readonly timeZone: string;
  readonly firstName: string;
  /** Whom to write to; '' for none. */
  readonly contactName: string;
  readonly contactEmail: string;
}
