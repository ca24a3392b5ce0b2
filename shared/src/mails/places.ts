import { type EveningInMail, eveningLines, type MailText } from './evening-in-mail.ts';

/** A place became free, and it is theirs. */
export const promotedMail = (firstName: string, evening: EveningInMail): MailText => ({
  subject: `You have a place: ${evening.name}`,
  body: `Hello ${firstName},

A place became free, and it is yours.

${eveningLines(evening)}

Your page, with everything for the evening:
{link}

You cannot come after all? Say so on your page: the next person in line gets the place.
`,
});

/** They are on the waitlist. @param place their place in line, from 1 */
export const waitlistMail = (firstName: string, evening: EveningInMail, place: number): MailText => ({
  subject: `You are on the waitlist: ${evening.name}`,
  body: `Hello ${firstName},

All places are taken, so you are on the waitlist. You are number ${place} in line.

${eveningLines(evening)}

Many people who book cannot come in the end. As soon as a place is yours, we write to you.

Your page shows how you stand, and you can leave the waitlist there:
{link}
`,
});

/** What they said has arrived: they do not come. */
export const cancelledMail = (firstName: string, evening: EveningInMail): MailText => ({
  subject: `You do not come: ${evening.name}`,
  body: `Hello ${firstName},

Thank you for telling us that you cannot come.

${eveningLines(evening)}

Your place goes to somebody else. Plans change: on your page you can register again.
{link}
`,
});
