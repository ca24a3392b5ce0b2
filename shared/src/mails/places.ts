import { closing, eveningLines, type MailText } from './evening-lines.ts';
import type { MailFacts } from './facts.ts';

/** A place became free, and it is theirs. */
export const promotedMail = (facts: MailFacts): MailText => ({
  subject: `You have a place: ${facts.eventName}`,
  body: `Hello ${facts.firstName},

A place became free, and it is yours.

${eveningLines(facts)}

Your page, with everything for the evening:
{link}

You cannot come after all? Say so on your page: the next person in line gets the place.
${closing(facts)}`,
});

/** They are on the waitlist. @param place their place in line, from 1 */
export const waitlistMail = (facts: MailFacts, place: number): MailText => ({
  subject: `You are on the waitlist: ${facts.eventName}`,
  body: `Hello ${facts.firstName},

All places are taken, so you are on the waitlist. You are number ${place} in line.

${eveningLines(facts)}

Many people who book cannot come in the end. As soon as a place is yours, we write to you.

Your page shows how you stand, and you can leave the waitlist there:
{link}
${closing(facts)}`,
});
