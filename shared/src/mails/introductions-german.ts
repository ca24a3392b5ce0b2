import { closing, whenOf } from './evening-lines.ts';
import type { MailFacts } from './facts.ts';
import { type Introduced, whoIs } from './introduced.ts';
import type { IntroductionTexts } from './introduction-texts.ts';
import type { MailText } from './mail-texts.ts';

const hello = ({ firstName }: MailFacts): string => (firstName === '' ? 'Hallo,' : `Hallo ${firstName},`);
const wrote = ({ firstName, line }: Introduced): string[] => (line === '' ? [] : [`${firstName} schrieb: „${line}“`]);
const paragraph = (lines: readonly string[]): string => (lines.length === 0 ? '' : `\n${lines.join('\n')}\n`);

/** To a mentor, where organisers ask for students who went home without an introduction. */
const suggestedIn = (facts: MailFacts, count: number, suggested: number): MailText => ({
  subject: `${count === 1 ? 'Eine Anfrage' : `${count} Anfragen`} an dich: ${facts.eventName}`,
  body: `${hello(facts)}

${count === 1 ? 'jemand von den Studierenden wartet' : `${count} Studierende warten`} auf deine Antwort: ${facts.eventName}, ${whenOf(facts)}. ${count === suggested ? 'Gefragt haben die Veranstalter:innen' : `Für ${suggested} davon haben die Veranstalter:innen gefragt`}, weil dort bisher keine Vorstellung zustande kam.

Wer es ist und warum, steht hier. Antworte mit einem Druck: ja, jetzt nicht oder weitergeben. Du musst dich nicht anmelden, behalte den Link also für dich:
{link}

Mit einem Ja stellen wir euch einander per Mail vor, und deine Adresse geht an die andere Seite. Ohne bekommt niemand deine Adresse.
${closing(facts)}`,
});

/** The mails about introductions in German. */
export const INTRODUCTIONS_IN_GERMAN: IntroductionTexts = {
  words: (
    facts,
    { student, mentor, round, suggested = false },
  ) => `${suggested ? `die Veranstalter:innen haben vorgeschlagen, dass ihr euch kennenlernt, und ${mentor.firstName} hat Ja gesagt:` : 'ihr habt beide gesagt, dass ihr euch kennenlernen wollt:'}

${whoIs(student)}
${whoIs(mentor)}

${round > 0 ? `Getroffen habt ihr euch in Runde ${round}: ${facts.eventName}` : `Ihr wart beide da: ${facts.eventName}`}, ${whenOf(facts)}.
${paragraph([...wrote(student), ...wrote(mentor)])}
Ein erster Schritt: ${student.firstName} antwortet auf diese Mail mit einer Frage und zwei Terminen für ein kurzes Gespräch.`,
  introduction: (facts, other, words) => ({
    subject: `Vorstellung: ${other.name} (${facts.eventName})`,
    body: `${hello(facts)}

${words}

Deine Antwort auf diese Mail geht an ${other.name} und an niemanden sonst.
${closing(facts)}`,
  }),
  together: (facts, students) => ({
    subject: `Vorstellung: ${students.length} Studierende (${facts.eventName})`,
    body: `${hello(facts)}

die Veranstalter:innen haben dir diese Studierenden vorgeschlagen, und du hast Ja gesagt: ${facts.eventName}, ${whenOf(facts)}.

${students.map((one) => `${whoIs(one)}: ${one.email}`).join('\n')}

Zusammen zählen sie als eine Vorstellung in deinem Monat. Ein erster Schritt: Sie schreiben dir je eine Frage; ein Gespräch für alle genügt.
${closing(facts)}`,
  }),
  requests: (facts, { count, suggested, from }) => {
    if (suggested > 0) return suggestedIn(facts, count, suggested);
    const many = from === 'student' ? 'Studierende' : 'Mentor:innen';
    const one = from === 'student' ? 'jemand von den Studierenden' : 'jemand von den Mentor:innen';
    return {
      subject: `${count === 1 ? 'Eine Anfrage' : `${count} Anfragen`} an dich: ${facts.eventName}`,
      body: `${hello(facts)}

${count === 1 ? `${one} möchte` : `${count} ${many} möchten`} dir vorgestellt werden. Ihr habt euch hier getroffen: ${facts.eventName}, ${whenOf(facts)}.

Wer es ist und warum, steht hier. Antworte mit einem Druck: ja, jetzt nicht oder weitergeben. Du musst dich nicht anmelden, behalte den Link also für dich:
{link}

Mit einem Ja stellen wir euch einander per Mail vor, und deine Adresse geht an die andere Seite. Ohne bekommt niemand deine Adresse.
${closing(facts)}`,
    };
  },
  over: (facts, people) => ({
    subject: `Deine Anfragen sind geschlossen: ${facts.eventName}`,
    body: `${hello(facts)}

du hast um Vorstellungen gebeten: ${facts.eventName}, ${whenOf(facts)}. Daraus ist keine geworden:

${people.join('\n')}

Das sagt nichts über dich: Nach einem Abend bleiben viele Mails ungelesen.
${closing(facts)}`,
  }),
};
