import { type EveningInMail, eveningLines, type MailText } from './evening-in-mail.ts';

/** Who asks: shown below the text. Empty where the organiser gave no contact. */
export interface Contact {
  readonly contactName: string;
  readonly contactEmail: string;
}

const signed = ({ contactName, contactEmail }: Contact): string =>
  [contactName, contactEmail].filter((line) => line !== '').join('\n');

/** Asks a mentor to come. @param instead whether it is for somebody who cannot come, who is not named */
export const mentorAskMail = (
  firstName: string,
  evening: EveningInMail,
  contact: Contact,
  instead: boolean,
): MailText => ({
  subject: `Can you be a mentor? ${evening.name}`,
  body: `Hello ${firstName},

${instead ? 'A mentor cannot come, and we thought of you.' : 'Our students would like to meet somebody from your field.'} Can you be with us?

${eveningLines(evening)}

Answer with one press, without an account. You can also pass it on to a colleague:
{link}
${closing(contact)}`,
});

/** The yes has arrived. The link is the mentor's own page. */
export const mentorAcceptedMail = (firstName: string, evening: EveningInMail, contact: Contact): MailText => ({
  subject: `You are in: ${evening.name}`,
  body: `Hello ${firstName},

Thank you! You are one of our mentors.

${eveningLines(evening)}

Your page, with everything for the evening:
{link}
${closing(contact)}`,
});

/** Somebody else said yes first. */
export const mentorTooLateMail = (firstName: string, evening: EveningInMail, contact: Contact): MailText => ({
  subject: `We found a mentor: ${evening.name}`,
  body: `Hello ${firstName},

Somebody else can come, so you need not answer any more. Thank you for being in reserve.
${closing(contact)}`,
});

const closing = (contact: Contact): string => (signed(contact) === '' ? '' : `\n${signed(contact)}\n`);

/** What a mentor who cannot come forwards to a colleague. @param address where a mentor registers */
export const passOnText = (evening: EveningInMail, address: string): string =>
  `A mentoring evening is looking for mentors. Would you like to go?

${eveningLines(evening)}

Read more and register:
${address}
`;
