import { closing, eveningLines, pageLine, whenOf } from './evening-lines.ts';
import type { MailFacts } from './facts.ts';
import type { MailTexts } from './mail-texts.ts';

const hello = ({ firstName }: MailFacts): string => `Hello ${firstName || 'there'},`;

const NOT_YOU = 'You did not do this? Then somebody typed your address: on the page you can delete what they typed.';

/** The mails in English. */
export const ENGLISH: MailTexts = {
  link: (facts, role) => ({
    subject: `Your page for ${facts.eventName}`,
    body: `${hello(facts)}

This is your own page for the evening. It shows ${role === 'mentor' ? 'who comes to your table' : 'your tables and who you meet'}, and it works on any phone:
{link}

${eveningLines(facts)}

The page is yours alone, so keep the link to yourself. You cannot come? Say so on your page.
${closing(facts)}`,
  }),
  askedLink: (facts) => ({
    subject: `Your link: ${facts.eventName}`,
    body: `${hello(facts)}

Somebody typed your address on our page and asked for your link, we hope it was you. It opens your own page:
{link}

${eveningLines(facts)}

The link is yours alone: whoever has it sees your page. You did not ask for it? Then you need not do anything: it came to you and to nobody else.
${closing(facts)}`,
  }),
  renewedLink: (facts) => ({
    subject: `Your new link: ${facts.eventName}`,
    body: `${hello(facts)}

On your page somebody said that another device had opened it. The old link opens nothing any more. This is the new one:
{link}

${eveningLines(facts)}

It is yours alone: whoever has it sees your page. It was not you who said so? Then open this link, and tell the desk.
${closing(facts)}`,
  }),
  reminder: (facts, role) => ({
    subject: `Reminder: ${facts.eventName}`,
    body: `${hello(facts)}

We look forward to seeing you.

${eveningLines(facts)}

Tell us if you cannot come. ${role === 'mentor' ? 'Then we ask another mentor, and no student sits without one.' : 'Then somebody who waits gets your place.'} It is one press on your page:
{link}

You are coming? Then there is nothing to do. Bring your phone: your page shows you the way.
${closing(facts)}`,
  }),
  studentConfirmation: (facts) => ({
    subject: `You are registered: ${facts.eventName}`,
    body: `${hello(facts)}

You have a place. We look forward to seeing you.

${eveningLines(facts)}

This is your own page. On the night it shows your tables, the time and who you meet. Before, you can change your answers there, or say that you cannot come:
{link}

The link is yours alone: whoever has it sees your page. ${NOT_YOU}
${closing(facts)}`,
  }),
  placeKept: (facts, until) => ({
    subject: `Say yes, and the place is yours: ${facts.eventName}`,
    body: `${hello(facts)}

A place is kept for you until ${whenOf({ ...facts, startsAt: until })}. It is yours once you say that it was you who registered:
{link}

Say yes by then: after that it goes to somebody who said yes and waits, and you stand in line.

${eveningLines(facts)}

The link opens your own page. On the night it shows your tables, the time and who you meet. Before, you can change your answers there, or say that you cannot come. It is yours alone: whoever has it sees your page. ${NOT_YOU}
${closing(facts)}`,
  }),
  tooLate: (facts) => ({
    subject: `You are on the waitlist now: ${facts.eventName}`,
    body: `${hello(facts)}

A place was kept for you, and nobody said yes in time. Somebody else who waited has it now.

${eveningLines(facts)}

You would still like to come? Say yes here. Then you stand in line from when you registered, before all who registered later, and we write to you as soon as a place is yours:
{link}

You did not register? Then you need not do anything, or delete there what somebody typed.
${closing(facts)}`,
  }),
  mentorConfirmation: (facts, asked) => ({
    subject: `${asked ? 'Say yes, and you are one of our mentors' : 'Thank you for being a mentor'}: ${facts.eventName}`,
    body: `${hello(facts)}

${asked ? 'Thank you. One step is left: open the link below and say that it was you who registered. Before that you get no table, and students do not see you.' : 'Thank you. You are one of our mentors, and students can prepare to meet you.'}

${eveningLines(facts)}

This is your own page. You can finish or change your card there whenever you like, and say when you come and go. On the night it shows who sits in front of you:
{link}

The link is yours alone: whoever has it sees your page. ${NOT_YOU}
${closing(facts)}`,
  }),
  alreadyRegistered: (facts) => ({
    subject: `You are registered already: ${facts.eventName}`,
    body: `${hello(facts)}

Somebody has just filled in the form with your name and address. You are registered already, so nothing was changed: only your own page can do that.

${eveningLines(facts)}

Here you can see and change your answers, and say whether you come:
{link}

It was not you? Then you need not do anything.
${closing(facts)}`,
  }),
  waitlist: (facts, place, asked) => ({
    subject: `You are on the waitlist: ${facts.eventName}`,
    body: `${hello(facts)}

All places are taken, so you are on the waitlist. You are number ${place} in line.

${eveningLines(facts)}

Many people who book cannot come in the end. As soon as a place is yours, we write to you.
${asked ? '\nSay on your page that it was you who registered: whoever has said so comes first in line.\n' : ''}
Your page shows how you stand, and you can leave the waitlist there:
{link}
${closing(facts)}`,
  }),
  promoted: (facts, until) => ({
    subject:
      until === null ? `You have a place: ${facts.eventName}` : `Say yes, and the place is yours: ${facts.eventName}`,
    body: `${hello(facts)}

${
  until === null
    ? 'A place became free, and it is yours.'
    : `A place became free. It is kept for you until ${whenOf({ ...facts, startsAt: until })}, and it is yours once you say on your page that it was you who registered. After that it goes to somebody who said yes and waits.`
}

${eveningLines(facts)}

Your page, with everything for the evening:
{link}

You cannot come after all? Say so on your page: the next person in line gets the place.
${closing(facts)}`,
  }),
  changed: (facts) => ({
    subject: `Changed: ${facts.eventName}`,
    body: `${hello(facts)}

Something about your evening has changed. This is how it stands now:

${eveningLines(facts)}

Your page, with everything for the evening:
{link}
${closing(facts)}`,
  }),
  cancellation: (facts, role) => ({
    subject: `You do not come: ${facts.eventName}`,
    body: `${hello(facts)}

Thank you for telling us that you cannot come. ${role === 'student' ? 'Your place goes to the next person in line.' : 'We look for somebody who can take your table.'}

${eveningLines(facts)}

Your plans change again? Until the evening starts you can say so on your page:
{link}
${closing(facts)}`,
  }),
  calledOff: (facts, reason) => ({
    subject: `Cancelled: ${facts.eventName}`,
    body: `${hello(facts)}

This evening does not take place:

${eveningLines(facts)}
${reason === '' ? '' : `\nThe organiser wrote: ${reason}\n`}
You need not do anything. If that changes, we write to you again.

Your page:
{link}
${closing(facts)}`,
  }),
  takesPlace: (facts) => ({
    subject: `It takes place after all: ${facts.eventName}`,
    body: `${hello(facts)}

We wrote that this evening is cancelled. It takes place after all:

${eveningLines(facts)}

You cannot come any more? Say so on your page, with everything for the evening:
{link}
${closing(facts)}`,
  }),
  mentorAsk: (facts, instead) => ({
    subject: `Can you be a mentor? ${facts.eventName}`,
    body: `${hello(facts)}

${instead ? 'A mentor cannot come, and we thought of you.' : 'Our students would like to meet somebody from your field.'} Can you be with us?

${eveningLines(facts)}

Answer with one press, without an account. The answer counts as yours, so keep this link to yourself:
{link}

You cannot, but a colleague could? The same page has a text to pass on.
${closing(facts)}`,
  }),
  mentorAccepted: (facts) => ({
    subject: `You are in: ${facts.eventName}`,
    body: `${hello(facts)}

Thank you! You are one of our mentors.

${eveningLines(facts)}

Your page, with everything for the evening:
{link}
${closing(facts)}`,
  }),
  mentorTooLate: (facts) => ({
    subject: `We found a mentor: ${facts.eventName}`,
    body: `${hello(facts)}

Somebody else can come, so you need not answer any more. Thank you for being in reserve.
${closing(facts)}`,
  }),
  manyNames: `
PS: Many names were registered with this address, and nobody has opened the links yet. So for more of them we write every ten minutes at most. Is yours not among them? Open the link of any of these mails, say that it is you, and write your own name and answers on the page: nobody can keep you from that.
`,
  severalPages: (pages) => `Several people are registered with this address. Each has a page of their own:

${pages.map(pageLine).join('\n\n')}`,
  passOn: (facts, address) => `A mentoring evening is looking for mentors. Would you like to go?

${eveningLines(facts)}

Read more and register:
${address}
`,
};
