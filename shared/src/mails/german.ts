import { closing, eveningLines, pageLine, whenOf } from './evening-lines.ts';
import type { MailFacts } from './facts.ts';
import type { MailTexts } from './mail-texts.ts';

const hello = ({ firstName }: MailFacts): string => (firstName === '' ? 'Hallo,' : `Hallo ${firstName},`);

const NOT_YOU =
  'Du warst das nicht? Dann hat jemand deine Adresse eingegeben: Auf der Seite kannst du löschen, was eingegeben wurde.';

/** The mails in German. */
export const GERMAN: MailTexts = {
  link: (facts, role) => ({
    subject: `Deine Seite: ${facts.eventName}`,
    body: `${hello(facts)}

das ist deine eigene Seite für den Abend. Sie zeigt ${role === 'mentor' ? 'dir, wer an deinen Tisch kommt' : 'deine Tische und wen du triffst'}, und sie geht auf jedem Handy:
{link}

${eveningLines(facts)}

Die Seite gehört nur dir, behalte den Link also für dich. Du kannst nicht kommen? Sag es auf deiner Seite.
${closing(facts)}`,
  }),
  askedLink: (facts) => ({
    subject: `Dein Link: ${facts.eventName}`,
    body: `${hello(facts)}

jemand hat auf unserer Seite deine Adresse eingegeben und um deinen Link gebeten, hoffentlich du selbst. Er öffnet deine eigene Seite:
{link}

${eveningLines(facts)}

Der Link gehört nur dir: Wer ihn hat, sieht deine Seite. Du hast nicht darum gebeten? Dann musst du nichts tun: Er ging nur an dich.
${closing(facts)}`,
  }),
  renewedLink: (facts) => ({
    subject: `Dein neuer Link: ${facts.eventName}`,
    body: `${hello(facts)}

auf deiner Seite hat jemand gesagt, dass ein fremdes Gerät sie geöffnet hat. Der alte Link öffnet nichts mehr. Das ist der neue:
{link}

${eveningLines(facts)}

Er gehört nur dir: Wer ihn hat, sieht deine Seite. Du hast das nicht gesagt? Dann öffne diesen Link und sag am Empfang Bescheid.
${closing(facts)}`,
  }),
  reminder: (facts, role) => ({
    subject: `Erinnerung: ${facts.eventName}`,
    body: `${hello(facts)}

wir freuen uns auf dich.

${eveningLines(facts)}

Sag uns, wenn du nicht kommen kannst. ${role === 'mentor' ? 'Dann fragen wir jemand anderen, und niemand sitzt ohne Mentor:in da.' : 'Dann bekommt deinen Platz, wer auf der Warteliste steht.'} Auf deiner Seite ist es ein Druck:
{link}

Du kommst? Dann musst du nichts tun. Bring dein Handy mit: Deine Seite zeigt dir den Weg.
${closing(facts)}`,
  }),
  studentConfirmation: (facts) => ({
    subject: `Du bist angemeldet: ${facts.eventName}`,
    body: `${hello(facts)}

du hast einen Platz. Wir freuen uns auf dich.

${eveningLines(facts)}

Das ist deine eigene Seite. Am Abend zeigt sie deine Tische, die Zeit und wen du triffst. Vorher kannst du dort deine Antworten ändern oder absagen:
{link}

Der Link gehört nur dir: Wer ihn hat, sieht deine Seite. ${NOT_YOU}
${closing(facts)}`,
  }),
  placeKept: (facts, until) => ({
    subject: `Sag Ja, dann ist der Platz deiner: ${facts.eventName}`,
    body: `${hello(facts)}

ein Platz ist für dich frei gehalten, bis ${whenOf({ ...facts, startsAt: until })}. Er gehört dir, sobald du sagst, dass du dich angemeldet hast:
{link}

Sag bis dahin Ja: Danach bekommt ihn, wer Ja gesagt hat und wartet, und du stehst auf der Warteliste.

${eveningLines(facts)}

Der Link öffnet deine eigene Seite. Am Abend zeigt sie deine Tische, die Zeit und wen du triffst. Vorher kannst du dort deine Antworten ändern oder absagen. Er gehört nur dir: Wer ihn hat, sieht deine Seite. ${NOT_YOU}
${closing(facts)}`,
  }),
  tooLate: (facts) => ({
    subject: `Du stehst jetzt auf der Warteliste: ${facts.eventName}`,
    body: `${hello(facts)}

ein Platz war für dich frei gehalten, und niemand hat rechtzeitig Ja gesagt. Jetzt hat ihn jemand, der gewartet hat.

${eveningLines(facts)}

Du möchtest doch kommen? Sag hier Ja. Dann stehst du in der Warteliste da, wo du seit deiner Anmeldung stehen würdest, vor allen, die sich später angemeldet haben, und wir schreiben dir, sobald ein Platz dir gehört:
{link}

Du hast dich nicht angemeldet? Dann musst du nichts tun, oder du löschst dort, was jemand eingegeben hat.
${closing(facts)}`,
  }),
  mentorConfirmation: (facts, asked) => ({
    subject: `${asked ? 'Sag Ja, dann bist du Mentor:in' : 'Danke, dass du dabei bist'}: ${facts.eventName}`,
    body: `${hello(facts)}

${asked ? 'danke. Ein Schritt fehlt noch: Öffne den Link weiter unten und sag, dass du dich angemeldet hast. Vorher bekommst du keinen Tisch, und Studierende sehen dich nicht.' : 'danke. Du bist Mentor:in bei uns, und Studierende können sich auf dich vorbereiten.'}

${eveningLines(facts)}

Das ist deine eigene Seite. Dort kannst du deinen Steckbrief jederzeit fertig machen oder ändern und sagen, wann du kommst und gehst. Am Abend zeigt sie, wer vor dir sitzt:
{link}

Der Link gehört nur dir: Wer ihn hat, sieht deine Seite. ${NOT_YOU}
${closing(facts)}`,
  }),
  alreadyRegistered: (facts) => ({
    subject: `Du bist schon angemeldet: ${facts.eventName}`,
    body: `${hello(facts)}

gerade hat jemand das Formular mit deinem Namen und deiner Adresse ausgefüllt. Du bist schon angemeldet, deshalb hat sich nichts geändert: Das geht nur auf deiner eigenen Seite.

${eveningLines(facts)}

Hier siehst und änderst du deine Antworten und sagst, ob du kommst:
{link}

Du warst das nicht? Dann musst du nichts tun.
${closing(facts)}`,
  }),
  waitlist: (facts, place, asked) => ({
    subject: `Du stehst auf der Warteliste: ${facts.eventName}`,
    body: `${hello(facts)}

alle Plätze sind vergeben, deshalb stehst du auf der Warteliste, an Stelle ${place}.

${eveningLines(facts)}

Viele, die sich anmelden, können am Ende nicht kommen. Sobald ein Platz für dich frei ist, schreiben wir dir.
${asked ? '\nSag auf deiner Seite, dass du dich angemeldet hast: Wer das gesagt hat, kommt zuerst dran.\n' : ''}
Deine Seite zeigt, wie es steht, und dort kannst du die Warteliste auch verlassen:
{link}
${closing(facts)}`,
  }),
  promoted: (facts, until) => ({
    subject:
      until === null
        ? `Du hast einen Platz: ${facts.eventName}`
        : `Sag Ja, dann ist der Platz deiner: ${facts.eventName}`,
    body: `${hello(facts)}

${
  until === null
    ? 'ein Platz ist frei geworden, und er gehört dir.'
    : `ein Platz ist frei geworden. Er ist für dich frei gehalten, bis ${whenOf({ ...facts, startsAt: until })}, und er gehört dir, sobald du auf deiner Seite sagst, dass du dich angemeldet hast. Danach bekommt ihn, wer Ja gesagt hat und wartet.`
}

${eveningLines(facts)}

Deine Seite, mit allem für den Abend:
{link}

Du kannst doch nicht kommen? Sag es auf deiner Seite: Dann bekommt den Platz, wer als Nächstes wartet.
${closing(facts)}`,
  }),
  changed: (facts) => ({
    subject: `Geändert: ${facts.eventName}`,
    body: `${hello(facts)}

an deinem Abend hat sich etwas geändert. So steht es jetzt:

${eveningLines(facts)}

Deine Seite, mit allem für den Abend:
{link}
${closing(facts)}`,
  }),
  cancellation: (facts, role) => ({
    subject: `Du kommst nicht: ${facts.eventName}`,
    body: `${hello(facts)}

danke, dass du uns Bescheid gibst. ${role === 'student' ? 'Dein Platz geht an die Warteliste.' : 'Wir suchen jemanden für deinen Tisch.'}

${eveningLines(facts)}

Es klappt doch? Bis der Abend beginnt, kannst du das auf deiner Seite sagen:
{link}
${closing(facts)}`,
  }),
  calledOff: (facts, reason) => ({
    subject: `Abgesagt: ${facts.eventName}`,
    body: `${hello(facts)}

dieser Abend findet nicht statt:

${eveningLines(facts)}
${reason === '' ? '' : `\nDas Orga-Team schreibt: ${reason}\n`}
Du musst nichts tun. Wenn sich daran etwas ändert, schreiben wir dir noch einmal.

Deine Seite:
{link}
${closing(facts)}`,
  }),
  takesPlace: (facts) => ({
    subject: `Findet doch statt: ${facts.eventName}`,
    body: `${hello(facts)}

wir hatten geschrieben, dass dieser Abend abgesagt ist. Er findet doch statt:

${eveningLines(facts)}

Du kannst nicht mehr kommen? Sag es auf deiner Seite, mit allem für den Abend:
{link}
${closing(facts)}`,
  }),
  mentorAsk: (facts, instead) => ({
    subject: `Kannst du als Mentor:in kommen? ${facts.eventName}`,
    body: `${hello(facts)}

${instead ? 'jemand aus dem Kreis der Mentor:innen kann nicht kommen, und wir haben an dich gedacht.' : 'unsere Studierenden würden gern jemanden aus deiner Branche treffen.'} Kannst du dabei sein?

${eveningLines(facts)}

Antworte mit einem Druck, ohne Konto. Die Antwort zählt als deine, also behalte diesen Link für dich:
{link}

Du kannst nicht, aber jemand aus deinem Umfeld? Auf derselben Seite steht ein Text zum Weitergeben.
${closing(facts)}`,
  }),
  mentorAccepted: (facts) => ({
    subject: `Du bist dabei: ${facts.eventName}`,
    body: `${hello(facts)}

danke! Du bist Mentor:in bei uns.

${eveningLines(facts)}

Deine Seite, mit allem für den Abend:
{link}
${closing(facts)}`,
  }),
  mentorTooLate: (facts) => ({
    subject: `Es hat jemand zugesagt: ${facts.eventName}`,
    body: `${hello(facts)}

jemand anderes kann kommen, du musst also nicht mehr antworten. Danke, dass du in Reserve warst.
${closing(facts)}`,
  }),
  manyNames: `
PS: Mit dieser Adresse wurden viele Namen angemeldet, und noch niemand hat die Links geöffnet. Für weitere schreiben wir deshalb höchstens alle zehn Minuten. Deiner ist nicht dabei? Öffne den Link aus einer dieser Mails, sag, dass du es bist, und schreib auf der Seite deinen eigenen Namen und deine Antworten: Daran kann dich niemand hindern.
`,
  severalPages: (pages) => `Mit dieser Adresse sind mehrere Personen angemeldet. Jede hat ihre eigene Seite:

${pages.map(pageLine).join('\n\n')}`,
  passOn: (facts, address) => `Ein Mentoring-Abend sucht Mentor:innen. Hast du Lust?

${eveningLines(facts)}

Mehr lesen und anmelden:
${address}
`,
};
