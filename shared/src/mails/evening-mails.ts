import type { AttendeeRole } from '../event/roster.ts';
import { closing, eveningLines, type MailText } from './evening-lines.ts';
import type { MailFacts } from './facts.ts';

/** The personal link, sent by the organiser to everybody who is expected. */
export const linkMail = (facts: MailFacts, role: AttendeeRole): MailText => ({
  subject: `Your page for ${facts.eventName}`,
  body: `Hello ${facts.firstName},

This is your own page for the evening. It shows ${role === 'mentor' ? 'who comes to your table' : 'your tables and who you meet'}, and it works on any phone:
{link}

${eveningLines(facts)}

The page is yours alone, so keep the link to yourself. You cannot come? Say so on your page.
${closing(facts)}`,
});

/** The personal link for whoever asked for it on a page, or was asked for by somebody who typed this address. */
export const askedLinkMail = (facts: MailFacts): MailText => ({
  subject: `Your link: ${facts.eventName}`,
  body: `Hello ${facts.firstName},

Somebody typed your address on our page and asked for your link, we hope it was you. It opens your own page:
{link}

${eveningLines(facts)}

The link is yours alone: whoever has it sees your page. You did not ask for it? Then you need not do anything: it came to you and to nobody else.
${closing(facts)}`,
});

/** A new link after somebody said that another device which had the old one is not theirs. */
export const renewedLinkMail = (facts: MailFacts): MailText => ({
  subject: `Your new link: ${facts.eventName}`,
  body: `Hello ${facts.firstName},

On your page somebody said that another device had opened it. The old link opens nothing any more. This is the new one:
{link}

${eveningLines(facts)}

It is yours alone: whoever has it sees your page. It was not you who said so? Then open this link, and tell the desk.
${closing(facts)}`,
});

/** About a day before: everybody who is expected, with the question that keeps chairs from staying empty. */
export const reminderMail = (facts: MailFacts, role: AttendeeRole): MailText => ({
  subject: `Reminder: ${facts.eventName}`,
  body: `Hello ${facts.firstName},

We look forward to seeing you.

${eveningLines(facts)}

Tell us if you cannot come. ${role === 'mentor' ? 'Then we ask another mentor, and no student sits without one.' : 'Then somebody who waits gets your place.'} It is one press on your page:
{link}

You are coming? Then there is nothing to do. Bring your phone: your page shows you the way.
${closing(facts)}`,
});
