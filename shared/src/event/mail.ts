import type { AttendeeId, EventId, MemberId } from '../kernel/ids.ts';

/** What an e-mail is about. */
export type MailKind =
  | 'confirmation'
  | 'changed'
  | 'cancelled'
  | 'waitlist'
  | 'promoted'
  | 'reminder'
  | 'mentorAsk'
  | 'links'
  | 'calledOff'
  | 'takesPlace'
  | 'community'
  /** Two people who both want it. */
  | 'introduction'
  /** Somebody waits for their answer. */
  | 'introRequests'
  /** Nobody answered until the end. */
  | 'introOver';

/**
 * draft: waits for the organiser; queued: goes out when it is its turn; sending: handed to the mail server, no answer yet;
 * sent; refused: the other side will not have it; unsure: the machine stopped while it was being handed over, so it may
 * have gone out, and it is not sent again unless the organiser says so; stopped: taken back before it went.
 */
export type MailState = 'draft' | 'queued' | 'sending' | 'sent' | 'refused' | 'unsure' | 'stopped';

/**
 * Stands in a body or a calendar where the link of the person belongs. No secret is kept in the outbox: the link is put
 * in when the mail goes out, and when the console shows its text.
 */
export const LINK_HERE = '{link}';

/**
 * An e-mail to one person, ready to be written into the outbox. Write `{link}` (`LINK_HERE`) in the body or in the
 * calendar where the address of the person's own page belongs, and never the address itself: it holds a secret.
 */
export interface MailToQueue {
  /**
   * What it is for, e.g. "confirmation:ID:1"; the same key is queued once, whatever happens. A mail whose key begins
   * with "mentorAsk:" has the link of that question, one with "introRequests:" that of the person's requests, and one with
   * "introduction:" none: it is answered to somebody else.
   */
  readonly key: string;
  readonly kind: MailKind;
  readonly eventId: EventId | null;
  readonly attendeeId: AttendeeId | null;
  /** Of the community: to whom, and whom it tells about. It goes with either of them. */
  readonly memberId?: MemberId;
  readonly aboutMember?: MemberId;
  /** One address. One that is none is not sent to: the mail stands in the outbox as refused, with the reason. */
  readonly to: string;
  readonly subject: string;
  /** Plain text, with `{link}` for the personal link. */
  readonly body: string;
  /** An iCalendar object to go with it, METHOD:REQUEST or METHOD:CANCEL; '' for none. `{link}` counts here too. */
  readonly calendar: string;
  /** Where answers go: one address; left out or '' for the contact of the event. */
  readonly replyTo?: string;
}
