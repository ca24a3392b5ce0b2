import { closing, eveningLines, type MailText } from './evening-lines.ts';
import type { MailFacts } from './facts.ts';

/** Asks a mentor to come. @param instead whether it is for somebody who cannot come, who is not named */
export const mentorAskMail = (facts: MailFacts, instead: boolean): MailText => ({
  subject: `Can you be a mentor? ${facts.eventName}`,
  body: `Hello ${facts.firstName},

${instead ? 'A mentor cannot come, and we thought of you.' : 'Our students would like to meet somebody from your field.'} Can you be with us?

${eveningLines(facts)}

Answer with one press, without an account. You can also pass it on to a colleague:
{link}
${closing(facts)}`,
});

/** The yes has arrived. The link is the mentor's own page. */
export const mentorAcceptedMail = (facts: MailFacts): MailText => ({
  subject: `You are in: ${facts.eventName}`,
  body: `Hello ${facts.firstName},

Thank you! You are one of our mentors.

${eveningLines(facts)}

Your page, with everything for the evening:
{link}
${closing(facts)}`,
});

/** Somebody else said yes first. */
export const mentorTooLateMail = (facts: MailFacts): MailText => ({
  subject: `We found a mentor: ${facts.eventName}`,
  body: `Hello ${facts.firstName},

Somebody else can come, so you need not answer any more. Thank you for being in reserve.
${closing(facts)}`,
});

/** What a mentor who cannot come forwards to a colleague. @param address where a mentor registers */
export const passOnText = (facts: Parameters<typeof eveningLines>[0], address: string): string =>
  `A mentoring evening is looking for mentors. Would you like to go?

${eveningLines(facts)}

Read more and register:
${address}
`;
