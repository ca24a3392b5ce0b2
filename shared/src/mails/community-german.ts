import type { CommunityTexts, MemberFacts } from './community-texts.ts';

const hello = ({ firstName }: Pick<MemberFacts, 'firstName'>): string =>
  firstName === '' ? 'Hallo,' : `Hallo ${firstName},`;

/** The mails of the community in German. */
export const COMMUNITY_GERMAN: CommunityTexts = {
  joined: (facts) => ({
    subject: 'Bitte bestätigen: Bekanntmachen zwischen den Abenden',
    body: `${hello(facts)}

jemand ist mit deiner Adresse unserer Community beigetreten, hoffentlich du selbst. Wer dazugehört, wird zwischen den Abenden miteinander bekannt gemacht. Es geschieht nichts, bevor du sagst, dass du das warst:
{link}

Die Seite zeigt, was eingegeben wurde. Dort kannst du es ändern und sagen, was du jemanden fragen möchtest.

Du warst das nicht? Auf der Seite kannst du löschen, was eingegeben wurde. Wenn du nichts tust, verschwindet es nach 14 Tagen von selbst.
`,
  }),
  alreadyMember: (facts) => ({
    subject: 'Du gehörst schon dazu',
    body: `${hello(facts)}

gerade hat jemand das Formular unserer Community mit deinem Namen und deiner Adresse ausgefüllt. Du gehörst schon dazu, deshalb hat sich nichts geändert: Das geht nur auf deiner eigenen Seite.

Hier siehst und änderst du, was du uns gesagt hast und wonach du gefragt hast:
{link}

Du warst das nicht? Dann musst du nichts tun.
`,
  }),
  newLink: (facts) => ({
    subject: 'Dein Link zur Community',
    body: `${hello(facts)}

jemand hat auf unserer Seite deine Adresse eingegeben und um deinen Link gebeten, hoffentlich du selbst. Er öffnet deine eigene Seite in der Community:
{link}

Sobald du ihn geöffnet hast, öffnet der Link von vorher nichts mehr. Er gehört nur dir: Wer ihn hat, sieht deine Seite.

Du hast nicht darum gebeten? Dann musst du nichts tun: Er ging nur an dich.
`,
  }),
  newAddress: (facts) => ({
    subject: 'Deine neue Adresse',
    body: `${hello(facts)}

auf deiner Seite in unserer Community wurde diese Adresse anstelle deiner alten eingetragen. Sie gilt, sobald du dort diesen Code eingibst:

{link}

Du warst das nicht? Dann hat sich jemand vertippt, und du musst nichts tun.
`,
  }),
};
