import type { AskFacts, CommunityTexts, MemberFacts } from './community-texts.ts';

const hello = ({ firstName }: Pick<MemberFacts, 'firstName'>): string => `Hello ${firstName || 'there'},`;

/** Their own words, set apart; nothing where they said none. */
const quoted = (line: string): string => (line === '' ? '' : `\n\n“${line}”`);

const who = ({ askerFirstName, askerHeadline }: AskFacts): string =>
  [askerFirstName || 'Somebody of our community', askerHeadline && `(${askerHeadline})`].filter(Boolean).join(' ');

const whyYou = ({ field, metAtTable }: AskFacts): string =>
  `${field === '' ? 'You are further along the way than they are.' : `They ask about ${field}, and you are further along the way than they are.`}${metAtTable ? ' You sat at one table once.' : ''}`;

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

Just now somebody filled in the form of our community with your name and address. You are a member already, so nothing has changed.

On your own page you see what was typed, and take it over if it was you:
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
  movedHere: (facts) => ({
    subject: 'Your new link to the community',
    body: `${hello(facts)}

This address is yours in our community now. Your own page has a new link:
{link}

Links that went to your old address open nothing any more. This one is yours alone: whoever has it sees your page.
`,
  }),
  movedAway: (facts) => ({
    subject: 'Your address was changed',
    body: `${hello(facts)}

On your page in our community your address was changed just now. From now on we write to the new one, and no longer to this one. Links that went to this address open nothing any more.

It was not you? Then somebody has the link to your page. Please tell those who invite you to the evenings: they can delete what we keep of you.
`,
  }),
  introAsk: (facts, ask) => ({
    subject: 'Can we introduce you to somebody?',
    body: `${hello(facts)}

${who(ask)} would like to be introduced to you.${quoted(ask.line)}

Why you: ${whyYou(ask)}

Yes, no, or pass it on to a colleague: it is one press, without signing in.
{link}

Your address goes to them after your yes alone. If we hear nothing for three days, we ask somebody else.
`,
  }),
  whyYou,
  passOn: (ask, address) => `Hello,

Somebody asked me for an introduction, and you may be of more help than I am.${quoted(ask.line)}

If you would like to be introduced to people like that, join here:
${address}
`,
  takenBack: (facts) => ({
    subject: 'The introduction is not needed any more',
    body: `${hello(facts)}

We asked whether we can introduce you to somebody. They do not need it any more, so there is nothing to do. Thank you for being there.
`,
  }),
  nextAsked: (facts) => ({
    subject: 'We ask somebody else for you',
    body: `${hello(facts)}

The first person we asked for you cannot help just now. We have asked somebody else, and tell you as soon as they answer. On your page you see how it stands:
{link}
`,
  }),
  nobodyLeft: (facts) => ({
    subject: 'Nobody was free this time',
    body: `${hello(facts)}

This time nobody was free for what you asked. Your request waits for the next round: it comes before those that are newer. On your page you can change it or take it back:
{link}
`,
  }),
  over: (facts, name) => ({
    subject: `${name}: four weeks are over`,
    body: `${hello(facts)}

Four weeks ago we introduced you to ${name}. We do not ask about it any more. You would like to meet somebody else? Ask on your page:
{link}
`,
  }),
  introduced: (facts, { name, headline, email, line, asked }) => ({
    subject: `You and ${name}`,
    body: `${hello(facts)}

You both said yes: this is ${name}${headline === '' ? '' : `, ${headline}`}.${quoted(line)}

${asked ? `Write to ${name} first, and propose two times for half an hour.` : `${name} will write to you first. It need not be long: half an hour on the telephone is plenty.`} If you answer this mail, it goes to ${email}.
`,
  }),
  nudge: (facts, name) => ({
    subject: `You and ${name}`,
    body: `${hello(facts)}

A week ago we introduced you to ${name}. Have you written to each other? If you answer this mail, it goes to them.
`,
  }),
  didYouMeet: (facts, name) => ({
    subject: `Did you meet ${name}?`,
    body: `${hello(facts)}

Two weeks ago we introduced you to ${name}. Did you meet? It is two presses, without signing in:
{link}
`,
  }),
  inTouch: (facts, name) => ({
    subject: `Are you still in touch with ${name}?`,
    body: `${hello(facts)}

Three months ago we introduced you to ${name}, and you met. Are you still in touch? It is two presses, without signing in:
{link}
`,
  }),
  invited: (facts) => ({
    subject: 'May we keep you as a member?',
    body: `${hello(facts)}

You are on a list of people who know our evenings. We introduce people to each other between the evenings, and would like to have you with us. Nothing happens before you say so on your page, which shows what we wrote down:
{link}

There you can also delete it, now or later. If you do nothing, nobody is introduced to you.
`,
  }),
  keptBy: ({ community, name, contact }, answers) =>
    `${community === '' ? 'This community is' : `${community} is`} kept by ${name}${answers === 'keeper' ? '; answer this mail to reach them.' : `: ${contact}`}`,
};
