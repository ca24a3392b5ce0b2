import type { LinkReach } from '../event/link-reach.ts';
import type { MailKind, MailState } from '../event/mail.ts';
import type { Instant } from '../kernel/time.ts';
import type { SlackState } from '../slack/slack-message.ts';

export type MailCounts = Readonly<Record<MailState, number>>;

/** A mail as a line of the outbox. */
export interface MailLine {
  readonly id: string;
  readonly kind: MailKind;
  readonly to: string;
  readonly subject: string;
  readonly state: MailState;
  /** How often it was handed to the mail server. */
  readonly attempts: number;
  readonly nextAttemptAt: Instant | null;
  /** What the other side said last; '' for nothing. */
  readonly lastError: string;
  readonly createdAt: Instant;
  /** Null also for a mail that somebody marked as sent by hand. */
  readonly sentAt: Instant | null;
}

/** The outbox of an event. */
export interface OutboxView {
  /** The address mail comes from; null where no mail is sent. */
  readonly from: string | null;
  /** Why nothing gets through just now, and when it is tried again. */
  readonly trouble: { readonly reason: string; readonly until: Instant } | null;
  readonly counts: MailCounts;
  /** The mails of one kind that go to everybody; kinds without any are missing. */
  readonly batches: Readonly<Partial<Record<MailKind, MailCounts>>>;
  /** The newest first. */
  readonly mails: readonly MailLine[];
  /** How many more there are. */
  readonly more: number;
  /** Null where nobody will be reminded any more. */
  readonly reminder: ReminderPlan | null;
  /** Null where nothing of this event goes out in Slack. */
  readonly slack: SlackNow | null;
}

/** Introductions of an event in Slack. POST /api/events/:eventId/slack-messages/:messageId/:act (SlackAct) for one that is in doubt. */
export interface SlackNow {
  /** Off: what is left from before. */
  readonly on: boolean;
  /** Why nothing gets through just now, and when it is tried again. */
  readonly trouble: { readonly reason: string; readonly until: Instant } | null;
  readonly counts: Readonly<Record<SlackState, number>>;
  /** Those of which nobody knows whether they went out, and those that went by mail instead; the newest first. */
  readonly lines: readonly SlackMessageLine[];
}

export interface SlackMessageLine {
  readonly id: string;
  /** Who is introduced to whom. */
  readonly one: string;
  readonly other: string;
  readonly state: 'unsure' | 'refused' | 'stopped';
  readonly reason: string;
}

/** The reminder that the server sends by itself. */
export interface ReminderPlan {
  readonly at: Instant;
  readonly people: number;
  /** Off: the organiser will not have it. */
  readonly on: boolean;
}

/** One mail to be read, or copied: with its link. */
export interface MailToRead {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly withCalendar: boolean;
}

/** What *Send everybody their personal link* would do. */
export interface LinksToSend {
  /** Who gets a mail: also where it came back from an address that is another now. */
  readonly people: number;
  /** Who had theirs already, or has it on the way. */
  readonly had: number;
  /** Whose mail was stopped, and goes when it is resumed. */
  readonly stopped: number;
  /** From whose address it came back: they get it once more only where the organiser says so. */
  readonly refused: number;
  /** Who has no address, and gets the link at the desk. */
  readonly withoutAddress: number;
  /** What links begin with. */
  readonly origin: string;
  readonly reach: LinkReach;
  /** The mail of the first of them, without the link itself; null for nobody. */
  readonly example: { readonly to: string; readonly subject: string; readonly body: string } | null;
}

export interface Queued {
  readonly queued: number;
}

/** GET /api/events/:eventId/outbox/calendars; POST writes to each of them how the evening stands now → Queued. */
export interface CalendarNews {
  /** Who has the evening in their calendar as it was, at another time or place or under another name. */
  readonly people: number;
}
