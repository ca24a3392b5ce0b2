import type { Instant } from '../kernel/time.ts';

/** What a mail says about an evening. */
export interface EveningInMail {
  readonly name: string;
  readonly place: string;
  readonly startsAt: Instant;
  readonly timeZone: string;
}

export interface MailText {
  readonly subject: string;
  /** Plain text. `{link}` is replaced by the link with its secret when the mail goes out: none is kept in the outbox. */
  readonly body: string;
}

/** Day and time in the evening's own zone: "Tuesday 24 November 2026, 18:30". */
export function whenOf({ startsAt, timeZone }: Pick<EveningInMail, 'startsAt' | 'timeZone'>): string {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'full' }).format(startsAt).replace(',', '');
  return `${day}, ${new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' }).format(startsAt)}`;
}

/** Name, time and place, a line each. */
export const eveningLines = (evening: EveningInMail): string =>
  [evening.name, whenOf(evening), evening.place].filter((line) => line !== '').join('\n');
