import type { CommunityTexts, MemberFacts } from './community-texts.ts';

const hello = ({ firstName }: Pick<MemberFacts, 'firstName'>): string => `Hello ${firstName || 'there'},`;

/** The mails of the community in English. */
export const COMMUNITY_ENGLISH: CommunityTexts = {
  joined: (facts) => ({
    subject: 'Please confirm: introductions between the evenings',
    body: `${hello(facts)}

Somebody joined our community with your address, we hope it was you. Its members are introduced to each other between the evenings. Nothing happens before you say that it was you:
{link}

The page shows what was typed. There you can change it, and say what you would like to ask somebody.

It was not you? On the page you can delete what was typed. If you do nothing, it goes by itself after 14 days.
`,
  }),
  alreadyMember: (facts) => ({
    subject: 'You are a member already',
    body: `${hello(facts)}

Just now somebody filled in the form of our community with your name and address. You are a member already, so nothing has changed: that is done on your own page alone.

Here you see and change what you told us, and what you asked for:
{link}

It was not you? Then there is nothing to do.
`,
  }),
  newLink: (facts) => ({
    subject: 'Your link to the community',
    body: `${hello(facts)}

Somebody typed your address on our page and asked for your link, we hope it was you. It opens your own page in the community:
{link}

Once you have opened it, the link you had before opens nothing any more. It is yours alone: whoever has it sees your page.

You did not ask for it? Then you need not do anything: it came to you and to nobody else.
`,
  }),
  newAddress: (facts) => ({
    subject: 'Your new address',
    body: `${hello(facts)}

On your page in our community this address was written in place of your old one. It counts once you type this code there:

{link}

It was not you? Then somebody mistyped theirs, and you need not do anything.
`,
  }),
};
