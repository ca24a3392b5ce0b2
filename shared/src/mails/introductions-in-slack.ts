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

type Both = Pick<Meeting, 'student' | 'mentor'>;
type Facts = EveningFacts & Pick<MailFacts, 'contactName'>;

interface Words {
  readonly heading: (both: Both) => string;
  readonly met: (facts: EveningFacts, meeting: Meeting) => string;
  /** Between evenings. */
  readonly agreed: string;
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
    agreed: 'You both said yes to being introduced.',
    wrote: ({ firstName, line }) => `${firstName} wrote: “${line}”`,
    firstStep: (asker) => `A first step: ${asker} writes one question here, and two times for a short call.`,
    by: (who) => `You are introduced by ${who}.`,
  },
  de: {
    heading: ({ student, mentor }) =>
      `${student.firstName}, das ist ${mentor.name}. ${mentor.firstName}, das ist ${student.name}.`,
    met: (facts, { round, mentor, suggested = false }) =>
      `${suggested ? `Die Veranstalter:innen haben es vorgeschlagen, und ${mentor.firstName} hat Ja gesagt.` : 'Ihr habt beide gesagt, dass ihr euch kennenlernen wollt.'} ${round > 0 ? `Getroffen habt ihr euch in Runde ${round}:` : 'Ihr wart beide da:'} ${facts.eventName}, ${whenOf(facts)}.`,
    agreed: 'Ihr habt beide Ja dazu gesagt, dass wir euch bekannt machen.',
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

/**
 * The same between evenings (C12), where the student is who asked.
 * @param languages of the student, and of the mentor
 * @param keeper of the community; '' where nobody said
 */
export function introductionOfQueueInSlack(
  languages: readonly [Language, Language],
  both: Both,
  keeper: string,
): SlackIntroduction {
  const [first] = languages;
  const parts = [...new Set(languages)].map((language) => {
    const words = WORDS[language];
    const last = [words.firstStep(both.student.firstName), ...(keeper === '' ? [] : [words.by(keeper)])].join(' ');
    return [who(both), words.agreed, ...linesOf(language, both), last].join('\n\n');
  });
  return { heading: WORDS[first].heading(both), body: parts.join('\n\n') };
}

const by = ({ language, contactName, eventName }: Facts): string => WORDS[language].by(contactName || eventName);

const who = ({ student, mentor }: Both): string => `${whoIs(student)}\n${whoIs(mentor)}`;

/** What each of them wrote, as one part; nothing where they wrote none. */
function linesOf(language: Language, { student, mentor }: Both): string[] {
  const lines = [student, mentor].flatMap((one) => (one.line === '' ? [] : [WORDS[language].wrote(one)]));
  return lines.length === 0 ? [] : [lines.join('\n')];
}

function bodyIn(facts: Facts, meeting: Meeting): string {
  const words = WORDS[facts.language];
  return [
    who(meeting),
    words.met(facts, meeting),
    ...linesOf(facts.language, meeting),
    `${words.firstStep(meeting.student.firstName)} ${by(facts)}`,
  ].join('\n\n');
}
