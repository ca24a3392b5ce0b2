import type { AttendeeId, EventId } from '../kernel/ids.ts';

/** What an e-mail is about. */
export type MailKind =
  | 'confirmation'
  | 'changed'
  | 'cancelled'
  | 'waitlist'
  | 'promoted'
  | 'reminder'
  | 'mentorAsk'
  | 'links';

/**
 * draft: waits for the organiser; queued: goes out when it is its turn; sending: handed to the mail server, no answer yet;
 * sent; refused: the other side will not have it; unsure: the machine stopped while it was being handed over, so it may
 * have gone out, and it is not sent again unless the organiser says so; stopped: taken back before it went.
 */
export type MailState = 'draft' | 'queued' | 'sending' | 'sent' | 'refused' | 'unsure' | 'stopped';

/** An e-mail to one person, ready to be written into the outbox. */
export interface MailToQueue {
  /** What it is for; the same key is queued once, whatever happens. */
  readonly key: string;
  readonly kind: MailKind;
  readonly eventId: EventId | null;
  readonly attendeeId: AttendeeId | null;
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
  /** An iCalendar object to go with it; '' for none. */
  readonly calendar: string;
}
