import type { AttendeeRole } from '../event/roster.ts';
import { closing, eveningLines, type MailText } from './evening-lines.ts';
import type { MailFacts } from './facts.ts';

/**
 * How a mail calls somebody. Anybody can type anything into a form that is open to all, and we must not carry it to
 * other people: what does not look like a first name is left out.
 */
export const calledInMail = (firstName: string): string =>
  /^[\p{L}\p{M}][\p{L}\p{M}’'-]{0,29}$/u.test(firstName) ? firstName : 'there';

const greeting = ({ firstName }: MailFacts): string => `Hello ${calledInMail(firstName)},`;

const NOT_YOU = 'You did not do this? Then somebody typed your address: you can say on the page that you do not come.';

/** A student has a place. */
export const studentConfirmationMail = (facts: MailFacts): MailText => ({
  subject: `You are registered: ${facts.eventName}`,
  body: `${greeting(facts)}

You have a place. We look forward to seeing you.

${eveningLines(facts)}

This is your own page. On the night it shows your tables, the time and who you meet. Before, you can change your answers there, or say that you cannot come:
{link}

The link is yours alone: whoever has it sees your page. ${NOT_YOU}
${closing(facts)}`,
});

/** A mentor has said that they come; most of their card may still be empty. */
export const mentorConfirmationMail = (facts: MailFacts): MailText => ({
  subject: `Thank you for being a mentor: ${facts.eventName}`,
  body: `${greeting(facts)}

Thank you. You are one of our mentors, and students can prepare to meet you.

${eveningLines(facts)}

This is your own page. You can finish or change your card there whenever you like, and say when you come and go. On the night it shows who sits in front of you:
{link}

The link is yours alone: whoever has it sees your page. ${NOT_YOU}
${closing(facts)}`,
});

/** Somebody filled the form in again, with a name and an address that we know. */
export const alreadyRegisteredMail = (facts: MailFacts): MailText => ({
  subject: `You are registered already: ${facts.eventName}`,
  body: `${greeting(facts)}

Somebody has just filled in the form with your name and address. You are registered already, so nothing was changed: only your own page can do that.

${eveningLines(facts)}

Here you can see and change your answers, and say whether you come:
{link}

It was not you? Then you need not do anything.
${closing(facts)}`,
});

/** Something that a calendar should know is different now. */
export const changedMail = (facts: MailFacts): MailText => ({
  subject: `Changed: ${facts.eventName}`,
  body: `${greeting(facts)}

Something about your evening has changed. This is how it stands now:

${eveningLines(facts)}

Your page, with everything for the evening:
{link}
${closing(facts)}`,
});

/** What they said has arrived: they do not come. */
export const cancellationMail = (facts: MailFacts, role: AttendeeRole): MailText => ({
  subject: `You do not come: ${facts.eventName}`,
  body: `${greeting(facts)}

Thank you for telling us that you cannot come. ${role === 'student' ? 'Your place goes to the next person in line.' : 'We look for somebody who can take your table.'}

${eveningLines(facts)}

Your plans change again? Until the evening starts you can say so on your page:
{link}
${closing(facts)}`,
});
