import { closing, whenOf } from './evening-lines.ts';
import type { MailFacts } from './facts.ts';
import { type Introduced, whoIs } from './introduced.ts';
import type { IntroductionTexts } from './introduction-texts.ts';
import type { MailText } from './mail-texts.ts';

const hello = ({ firstName }: MailFacts): string => `Hello ${firstName || 'there'},`;
const wrote = ({ firstName, line }: Introduced): string[] => (line === '' ? [] : [`${firstName} wrote: “${line}”`]);
const paragraph = (lines: readonly string[]): string => (lines.length === 0 ? '' : `\n${lines.join('\n')}\n`);

/** To a mentor, where organisers ask for students who went home without an introduction. */
const suggestedIn = (facts: MailFacts, count: number, suggested: number): MailText => ({
  subject: `${count === 1 ? 'A student' : `${count} students`} to be introduced to you: ${facts.eventName}`,
  body: `${hello(facts)}

${count === 1 ? 'A student waits' : `${count} students wait`} for your answer after ${facts.eventName}, ${whenOf(facts)}. ${count === suggested ? 'The organisers ask' : `For ${suggested} of them the organisers ask`}: nobody is introduced to ${suggested === 1 ? 'this student' : 'these students'} yet.

Who it is, and why, stands here. Answer with one press: yes, not now, or pass it on. You need not sign in, so keep this link to yourself:
{link}

With a yes we introduce you to each other by mail, and your address goes to the other side. Without it nobody gets your address.
${closing(facts)}`,
});

/** The mails about introductions in English. */
export const INTRODUCTIONS_IN_ENGLISH: IntroductionTexts = {
  words: (
    facts,
    { student, mentor, round, suggested = false },
  ) => `${suggested ? `The organisers suggested that you meet, and ${mentor.firstName} said yes:` : 'You both said that you would like to be introduced:'}

${whoIs(student)}
${whoIs(mentor)}

${round > 0 ? `You met in round ${round} of ${facts.eventName}` : `You were both at ${facts.eventName}`}, ${whenOf(facts)}.
${paragraph([...wrote(student), ...wrote(mentor)])}
A first step: ${student.firstName} answers this mail with one question, and with two times for a short call.`,
  introduction: (facts, other, words) => ({
    subject: `Introduction: ${other.name} (${facts.eventName})`,
    body: `${hello(facts)}

${words}

Your answer to this mail goes to ${other.name} and to nobody else.
${closing(facts)}`,
  }),
  together: (facts, students) => ({
    subject: `Introduction: ${students.length} students (${facts.eventName})`,
    body: `${hello(facts)}

The organisers suggested that you meet these students after ${facts.eventName}, ${whenOf(facts)}, and you said yes:

${students.map((one) => `${whoIs(one)}: ${one.email}`).join('\n')}

They count as one introduction of your month. A first step: each of them writes to you with one question; with one talk for all you are done.
${closing(facts)}`,
  }),
  requests: (facts, { count, suggested, from }) => {
    if (suggested > 0) return suggestedIn(facts, count, suggested);
    const who = from === 'student' ? ['A student', 'students'] : ['A mentor', 'mentors'];
    const sentence =
      count === 1
        ? `${who[0]} would like to be introduced to you.`
        : `${count} ${who[1]} would like to be introduced to you.`;
    return {
      subject: `${count === 1 ? `${who[0]} asks` : `${count} ${who[1]} ask`} for you: ${facts.eventName}`,
      body: `${hello(facts)}

${sentence} You met at ${facts.eventName}, ${whenOf(facts)}.

Who it is, and why, stands here. Answer with one press: yes, not now, or pass it on. You need not sign in, so keep this link to yourself:
{link}

With a yes we introduce you to each other by mail, and your address goes to the other side. Without it nobody gets your address.
${closing(facts)}`,
    };
  },
  over: (facts, people) => ({
    subject: `Your requests are closed: ${facts.eventName}`,
    body: `${hello(facts)}

You asked for introductions after ${facts.eventName}, ${whenOf(facts)}. No introduction came of these:

${people.join('\n')}

It says nothing about you: after an evening many mails are left unread.
${closing(facts)}`,
  }),
};
