import type { AskFacts, CommunityTexts, MemberFacts } from './community-texts.ts';

const hello = ({ firstName }: Pick<MemberFacts, 'firstName'>): string =>
  firstName === '' ? 'Hallo,' : `Hallo ${firstName},`;

/** Their own words, set apart; nothing where they said none. */
const quoted = (line: string): string => (line === '' ? '' : `\n\n„${line}“`);

const who = ({ askerFirstName, askerHeadline }: AskFacts): string =>
  [askerFirstName || 'Jemand aus unserer Community', askerHeadline && `(${askerHeadline})`].filter(Boolean).join(' ');

const whyYou = ({ field, metAtTable }: AskFacts): string =>
  `${field === '' ? 'Du bist auf dem Weg ein Stück weiter.' : `Gefragt ist nach ${field}, und du bist auf dem Weg ein Stück weiter.`}${metAtTable ? ' Ihr habt schon einmal an einem Tisch gesessen.' : ''}`;

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

gerade hat jemand das Formular unserer Community mit deinem Namen und deiner Adresse ausgefüllt. Du gehörst schon dazu, deshalb hat sich nichts geändert.

Auf deiner eigenen Seite siehst du, was eingetragen wurde, und übernimmst es, wenn du es warst:
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
  movedHere: (facts) => ({
    subject: 'Dein neuer Link zur Community',
    body: `${hello(facts)}

ab jetzt ist das deine Adresse in unserer Community. Deine eigene Seite hat einen neuen Link:
{link}

Links, die an deine alte Adresse gingen, öffnen nichts mehr. Dieser gehört dir allein: Wer ihn hat, sieht deine Seite.
`,
  }),
  movedAway: (facts) => ({
    subject: 'Deine Adresse wurde geändert',
    body: `${hello(facts)}

auf deiner Seite in unserer Community wurde gerade deine Adresse geändert. Ab jetzt schreiben wir an die neue und nicht mehr an diese. Links, die an diese Adresse gingen, öffnen nichts mehr.

Du warst das nicht? Dann hat jemand den Link zu deiner Seite. Bitte sag es denen, die dich zu den Abenden einladen: Sie können löschen, was wir von dir haben.
`,
  }),
  introAsk: (facts, ask) => ({
    subject: 'Dürfen wir dich mit jemandem bekannt machen?',
    body: `${hello(facts)}

${who(ask)} möchte dich kennenlernen.${quoted(ask.line)}

Warum du: ${whyYou(ask)}

Ja, nein oder an jemand anderen weitergeben: Das ist ein Druck, ohne Anmeldung.
{link}

Deine Adresse geht erst nach deinem Ja weiter. Wenn wir drei Tage nichts hören, fragen wir jemand anderen.
`,
  }),
  whyYou,
  passOn: (ask, address) => `Hallo,

jemand hat mich gebeten, sich bekannt machen zu lassen, und vielleicht kannst du besser helfen als ich.${quoted(ask.line)}

Wenn du mit solchen Menschen bekannt gemacht werden möchtest, mach hier mit:
${address}
`,
  takenBack: (facts) => ({
    subject: 'Es braucht niemanden mehr',
    body: `${hello(facts)}

wir hatten gefragt, ob wir dich mit jemandem bekannt machen dürfen. Das braucht es nicht mehr, du musst also nichts tun. Danke, dass du da bist.
`,
  }),
  nextAsked: (facts) => ({
    subject: 'Wir fragen jemand anderen für dich',
    body: `${hello(facts)}

wen wir zuerst für dich gefragt haben, kann gerade nicht helfen. Wir haben jemand anderen gefragt und melden uns, sobald eine Antwort da ist. Auf deiner Seite siehst du, wie es steht:
{link}
`,
  }),
  nobodyLeft: (facts) => ({
    subject: 'Diesmal war niemand frei',
    body: `${hello(facts)}

für das, wonach du gefragt hast, war diesmal niemand frei. Deine Bitte wartet auf die nächste Runde: Sie kommt vor denen, die neuer sind. Auf deiner Seite kannst du sie zurücknehmen und eine andere stellen:
{link}
`,
  }),
  over: (facts, name) => ({
    subject: `${name}: vier Wochen sind um`,
    body: `${hello(facts)}

vor vier Wochen haben wir dich mit ${name} bekannt gemacht. Wir fragen jetzt nicht mehr nach. Du möchtest noch jemanden kennenlernen? Frag auf deiner Seite:
{link}
`,
  }),
  introduced: (facts, { name, headline, email, line, asked }) => ({
    subject: `Du und ${name}`,
    body: `${hello(facts)}

ihr habt beide Ja gesagt: Das ist ${name}${headline === '' ? '' : `, ${headline}`}.${quoted(line)}

${asked ? `Schreib ${name} zuerst und schlag zwei Zeiten für eine halbe Stunde vor.` : `${name} schreibt dir zuerst. Es muss nicht lang sein: Eine halbe Stunde am Telefon ist genug.`} Wenn du auf diese Mail antwortest, geht die Antwort an ${email}.
`,
  }),
  nudge: (facts, name) => ({
    subject: `Du und ${name}`,
    body: `${hello(facts)}

vor einer Woche haben wir dich mit ${name} bekannt gemacht. Habt ihr euch geschrieben? Wenn du auf diese Mail antwortest, geht die Antwort dorthin.
`,
  }),
  didYouMeet: (facts, name) => ({
    subject: `Hast du ${name} getroffen?`,
    body: `${hello(facts)}

vor zwei Wochen haben wir dich mit ${name} bekannt gemacht. Habt ihr euch getroffen? Das sind zwei Drücke, ohne Anmeldung:
{link}
`,
  }),
  inTouch: (facts, name) => ({
    subject: `Hast du noch Kontakt zu ${name}?`,
    body: `${hello(facts)}

vor drei Monaten haben wir dich mit ${name} bekannt gemacht, und ihr habt euch getroffen. Habt ihr noch Kontakt? Das sind zwei Drücke, ohne Anmeldung:
{link}
`,
  }),
  invited: (facts) => ({
    subject: 'Dürfen wir dich als Mitglied führen?',
    body: `${hello(facts)}

du stehst auf einer Liste von Menschen, die unsere Abende kennen. Zwischen den Abenden machen wir Menschen miteinander bekannt und hätten dich gern dabei. Es geschieht nichts, bevor du es auf deiner Seite sagst. Sie zeigt, was wir aufgeschrieben haben:
{link}

Dort kannst du es auch löschen, jetzt oder später. Wenn du nichts tust, wird niemand mit dir bekannt gemacht.
`,
  }),
  keptBy: ({ community, name, contact }, answers) =>
    `${community === '' ? 'Diese Community' : community} wird betreut von ${name}${answers === 'keeper' ? '; eine Antwort auf diese E-Mail geht dorthin.' : `: ${contact}`}`,
};
