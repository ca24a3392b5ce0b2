import type { Language } from '../kernel/language.ts';
import { whenOf } from './evening-lines.ts';
import type { EveningFacts, MailFacts } from './facts.ts';
import { type Introduced, type Meeting, whoIs } from './introduced.ts';

/** One message to both. */
export interface SlackIntroduction {
  /** What a notification shows. */
  readonly heading: string;
  readonly body: string;
}

type Facts = EveningFacts & Pick<MailFacts, 'contactName'>;

interface Words {
  readonly heading: (meeting: Meeting) => string;
  readonly met: (facts: EveningFacts, meeting: Meeting) => string;
  readonly wrote: (one: Introduced) => string;
  readonly firstStep: (asker: string) => string;
  readonly by: (who: string) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    heading: ({ student, mentor }) =>
      `${student.firstName}, this is ${mentor.name}. ${mentor.firstName}, this is ${student.name}.`,
    met: (facts, { round, mentor, suggested = false }) =>
      `${suggested ? `The organisers suggested that you meet, and ${mentor.firstName} said yes.` : 'You both said that you would like to be introduced.'} ${round > 0 ? `You met in round ${round} of` : 'You were both at'} ${facts.eventName}, ${whenOf(facts)}.`,
    wrote: ({ firstName, line }) => `${firstName} wrote: “${line}”`,
    firstStep: (asker) => `A first step: ${asker} writes one question here, and two times for a short call.`,
    by: (who) => `You are introduced by ${who}.`,
  },
  de: {
    heading: ({ student, mentor }) =>
      `${student.firstName}, das ist ${mentor.name}. ${mentor.firstName}, das ist ${student.name}.`,
    met: (facts, { round, mentor, suggested = false }) =>
      `${suggested ? `Die Veranstalter:innen haben es vorgeschlagen, und ${mentor.firstName} hat Ja gesagt.` : 'Ihr habt beide gesagt, dass ihr euch kennenlernen wollt.'} ${round > 0 ? `Getroffen habt ihr euch in Runde ${round}:` : 'Ihr wart beide da:'} ${facts.eventName}, ${whenOf(facts)}.`,
    wrote: ({ firstName, line }) => `${firstName} schrieb: „${line}“`,
    firstStep: (asker) =>
      `Ein erster Schritt: ${asker} schreibt hier eine Frage und zwei Termine für ein kurzes Gespräch.`,
    by: (who) => `Es stellt euch vor: ${who}.`,
  },
};

/**
 * An introduction as one message to both in Slack (H15), in the student's language and, where the mentor's is another, in theirs below it.
 * @param facts of the student, and of the mentor
 * @param words the organiser's, in place of ours; '' for ours
 */
export function introductionInSlack(
  facts: readonly [Facts, Facts],
  meeting: Meeting,
  words: string,
): SlackIntroduction {
  const [first, second] = facts;
  const heading = WORDS[first.language].heading(meeting);
  if (words !== '') return { heading, body: `${words}\n\n${by(first)}` };
  const parts = first.language === second.language ? [first] : [first, second];
  return { heading, body: parts.map((one) => bodyIn(one, meeting)).join('\n\n') };
}

const by = ({ language, contactName, eventName }: Facts): string => WORDS[language].by(contactName || eventName);

function bodyIn(facts: Facts, meeting: Meeting): string {
  const { student, mentor } = meeting;
  const words = WORDS[facts.language];
  const lines = [student, mentor].flatMap((one) => (one.line === '' ? [] : [words.wrote(one)]));
  return [
    `${whoIs(student)}\n${whoIs(mentor)}`,
    words.met(facts, meeting),
    ...(lines.length === 0 ? [] : [lines.join('\n')]),
    `${words.firstStep(student.firstName)} ${by(facts)}`,
  ].join('\n\n');
}
