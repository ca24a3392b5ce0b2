import type { MixUpText } from '../guide-text.ts';
import type { MixUp } from '../mix-ups.ts';

export const GERMAN_MIX_UPS: Readonly<Record<MixUp, MixUpText>> = {
  data: {
    title: 'Datenanalyse, Data Science oder Data Engineering?',
    sides: [
      {
        name: 'Datenanalyse',
        is: 'Beantwortet „Was geschah, und warum?“ mit Zahlen, die da sind, für Menschen, die diese Woche entscheiden.',
      },
      {
        name: 'Data Science',
        is: 'Beantwortet „Was kommt wahrscheinlich?“ mit Statistik und Versuchen und sagt, wie sicher das ist.',
      },
      { name: 'Data Engineering', is: 'Sorgt dafür, dass die Zahlen am Morgen da sind, vollständig und richtig.' },
    ],
    tell: 'Frag, was sie letzte Woche abgegeben haben: ein Diagramm, ein Modell oder eine Datenleitung.',
  },
  models: {
    title: 'Data Science oder maschinelles Lernen?',
    sides: [
      {
        name: 'Data Science',
        is: 'Findet heraus, ob sich ein Modell lohnt. Vieles endet in einem Bericht oder Vortrag.',
      },
      {
        name: 'Maschinelles Lernen',
        is: 'Macht das Modell zum Teil eines Produkts: schnell, überwacht, ersetzbar. Am Ende läuft Code.',
      },
    ],
    tell: 'Frag, wer angerufen wird, wenn das Modell nachts falschliegt.',
  },
  leading: {
    title: 'Produkt, Projekt oder Business-Analyse?',
    sides: [
      {
        name: 'Produktmanagement',
        is: 'Wählt, was gebaut wird, und steht dafür ein, dass es sich lohnte, solange das Produkt lebt.',
      },
      {
        name: 'Projektmanagement',
        is: 'Bringt etwas Vereinbartes fertig, mit den Leuten und der Zeit, die da sind. Dann kommt das Nächste.',
      },
      {
        name: 'Business-Analyse',
        is: 'Findet heraus, was genau gebraucht wird, und schreibt es so auf, dass niemand raten muss.',
      },
    ],
    tell: 'Frag, was sie allein stoppen könnten: eine Idee, einen Termin oder ein Missverständnis.',
  },
  screens: {
    title: 'Design oder Frontend?',
    sides: [
      {
        name: 'UX- und Produktdesign',
        is: 'Entscheidet, was auf dem Bildschirm geschieht und warum, in Skizzen und Fassungen zum Klicken.',
      },
      { name: 'Frontend-Entwicklung', is: 'Schreibt den Code, durch den es geschieht, auf jedem Gerät und für alle.' },
    ],
    tell: 'Frag, welches Programm den ganzen Tag offen ist: eines zum Zeichnen oder eines für Code.',
  },
  halves: {
    title: 'Frontend, Backend oder Full-Stack?',
    sides: [
      { name: 'Frontend-Entwicklung', is: 'Der Teil in deiner Hand: Seiten, Knöpfe, Tempo, Vorlesen.' },
      { name: 'Backend-Entwicklung', is: 'Der Teil weit weg: Daten, Regeln, Zahlungen, viele Menschen zugleich.' },
      { name: 'Full-Stack-Entwicklung', is: 'Beides, für eine Sache nach der anderen, meist in kleineren Teams.' },
    ],
    tell: 'Frag, wo sie zuerst nachsehen, wenn eine Seite eine falsche Zahl zeigt.',
  },
  running: {
    title: 'DevOps, Site Reliability oder Systeme?',
    sides: [
      {
        name: 'DevOps und Plattform',
        is: 'Baut Werkzeuge, mit denen die Entwicklung ihre Änderungen selbst veröffentlicht.',
      },
      {
        name: 'Site Reliability',
        is: 'Hält einen großen Dienst in vereinbarten Grenzen am Laufen, indem Software geschrieben wird.',
      },
      {
        name: 'Netze und Systeme',
        is: 'Kümmert sich um Rechner, Leitungen und Konten, mit denen ein ganzes Haus arbeitet.',
      },
    ],
    tell: 'Firmen benutzen die Namen locker. Frag, wessen Telefon klingelt und weshalb.',
  },
  quality: {
    title: 'Test oder Entwicklung?',
    sides: [
      {
        name: 'Test und Qualitätssicherung',
        is: 'Fragt, wie es misslingen könnte, probiert es und baut Prüfungen, die jede Nacht laufen.',
      },
      {
        name: 'Entwicklung',
        is: 'Bringt es zum Laufen und prüft zuerst die eigene Arbeit. Sieht den Code mehr als das Ganze.',
      },
    ],
    tell: 'Frag, was die letzte Woche gut gemacht hat: ein gefundener Fehler oder etwas, das fertig wurde.',
  },
  people: {
    title: 'Design oder Nutzerforschung?',
    sides: [
      { name: 'UX- und Produktdesign', is: 'Macht einen Vorschlag und verbessert ihn.' },
      { name: 'Nutzerforschung', is: 'Macht keinen Vorschlag, sondern zeigt, was Menschen mit ihm und ohne ihn tun.' },
    ],
    tell: 'Frag, was sie in eine Besprechung mitbringen: einen Entwurf oder was acht Menschen sagten.',
  },
  ladder: {
    title: 'Architektur oder Teamleitung?',
    sides: [
      {
        name: 'Software-Architektur',
        is: 'Bleibt bei der Technik: größere Systeme, längere Entscheidungen, kaum Personal.',
      },
      {
        name: 'Leitung eines Entwicklungsteams',
        is: 'Geht zu den Menschen: Einstellungen, Gespräche, Wachsen, immer weniger Code.',
      },
    ],
    tell: 'Frag, was am Dienstag im Kalender steht: Zeichnungen oder Gespräche.',
  },
  money: {
    title: 'Bank oder Geldanlage?',
    sides: [
      {
        name: 'Banken und Zahlungsverkehr',
        is: 'Verwahrt, bewegt und verleiht Geld. Verdient an Zinsen und Gebühren und fürchtet den Fehler.',
      },
      {
        name: 'Geldanlage und Handel',
        is: 'Kauft und verkauft, was steigen oder fallen kann. Verdient am Rechthaben und fürchtet den Irrtum.',
      },
    ],
    tell: '„Investmentbank“ ist etwas Drittes: Sie berät vor allem Firmen, die Geld brauchen oder einander kaufen.',
  },
  hired: {
    title: 'Beratung, freiberuflich oder fest im Haus?',
    sides: [
      {
        name: 'Beratung',
        is: 'Angestellt bei einer Beratungsfirma, für ein Projekt ausgeliehen. Das nächste findet die Firma.',
      },
      {
        name: 'Freiberuflich',
        is: 'Selbstständig, nach Tagen bezahlt, sucht jeden Auftrag allein. Mehr Geld, kein bezahlter Urlaub, keine Ausbildung.',
      },
      {
        name: 'Fest im Haus',
        is: 'Angestellt bei der Firma, die die Arbeit braucht. Sieht jahrelang, was daraus wird.',
      },
    ],
    tell: 'Frag, wer das Gehalt in einem Monat ohne Arbeit zahlt.',
  },
  place: {
    title: 'Start-up oder Bank?',
    sides: [
      {
        name: 'Start-up',
        is: 'Wenige Leute, viele Aufgaben, schnelle Entscheidungen. Du lernst breit, vieles fehlt, und in zwei Jahren gibt es die Firma vielleicht nicht mehr.',
      },
      {
        name: 'Bank oder anderes großes Unternehmen',
        is: 'Ausbildung, ein Name, der Türen öffnet, klare Stufen. Du lernst tief, und jede Änderung braucht Unterschriften.',
      },
    ],
    tell: 'Frag, von wem du lernen würdest und was sie in ihrem eigenen ersten Jahr taten.',
  },
};
