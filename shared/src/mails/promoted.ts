import type { Instant } from '../kernel/time.ts';

/** What a mail says about an evening. */
export interface EveningInMail {
  readonly name: string;
  readonly place: string;
  readonly startsAt: Instant;
  readonly timeZone: string;
}

/** Day and time in the evening's own zone: "Tuesday 24 November 2026, 18:30". */
export function whenOf({ startsAt, timeZone }: Pick<EveningInMail, 'startsAt' | 'timeZone'>): string {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'full' }).format(startsAt).replace(',', '');
  return `${day}, ${new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' }).format(startsAt)}`;
}

/** A place became free, and it is theirs. `{link}` is replaced by the personal link when the mail goes out. */
export const promotedMail = (firstName: string, evening: EveningInMail): { subject: string; body: string } => ({
  subject: `You have a place: ${evening.name}`,
  body: `Hello ${firstName},

A place became free, and it is yours.

${[evening.name, whenOf(evening), evening.place].filter((line) => line !== '').join('\n')}

Your page, with everything for the evening:
{link}

You cannot come after all? Say so on your page: the next person in line gets the place.
`,
});
