import type { MailFacts } from './facts.ts';

export interface MailText {
  readonly subject: string;
  /** Plain text, with `{link}` where the link belongs: no secret is kept in the outbox. */
  readonly body: string;
}

/** Day and time in the evening's own zone: "Tuesday 24 November 2026, 18:30". */
export function whenOf({ startsAt, timeZone }: Pick<MailFacts, 'startsAt' | 'timeZone'>): string {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'full' }).format(startsAt).replace(',', '');
  return `${day}, ${new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' }).format(startsAt)}`;
}

/** Name, time and place, a line each. */
export const eveningLines = (facts: Omit<MailFacts, 'firstName' | 'contactName' | 'contactEmail'>): string =>
  [facts.eventName, whenOf(facts), facts.place].filter((line) => line !== '').join('\n');

/** Whom to write to, below the text; nothing where the organiser named nobody. */
export function closing({ contactName, contactEmail }: Pick<MailFacts, 'contactName' | 'contactEmail'>): string {
  const lines = [contactName, contactEmail].filter((line) => line !== '').join('\n');
  return lines === '' ? '' : `\n${lines}\n`;
}
