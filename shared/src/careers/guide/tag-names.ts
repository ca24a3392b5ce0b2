import type { Language } from '../../kernel/language.ts';
import type { GuideTag } from './guide-text.ts';

export interface TagName {
  readonly name: string;
  /** In one line, for somebody who has never heard of it. */
  readonly line: string;
}

/** The same words as the forms have for the tags (client/locales/careers): a test holds it. */
export const TAG_NAMES: Readonly<Record<Language, Readonly<Record<GuideTag, TagName>>>> = {
  en: {
    banking: {
      name: 'Banking & payments',
      line: 'Accounts, loans and cards: other people’s money, kept safe and on the move',
    },
    investment: {
      name: 'Investment & trading',
      line: 'Deciding what to buy and sell, often by numbers and often fast',
    },
    insurance: { name: 'Insurance', line: 'Working out what might go wrong, and who pays if it does' },
    software: { name: 'Software & internet', line: 'Companies that sell programs, apps or online services' },
    consulting: { name: 'Consulting & agencies', line: 'Hired by other companies for advice or for a project' },
    media: { name: 'Media & broadcasting', line: 'What people read, watch and listen to' },
    games: { name: 'Games', line: 'Worlds and rules that people play with' },
    telecoms: { name: 'Telecoms', line: 'The lines, masts and satellites behind every call and page' },
    health: { name: 'Health & life sciences', line: 'Keeping people well: care, medicine, devices, research' },
    'public-sector': {
      name: 'Public sector & civic tech',
      line: 'Services of the state, which nobody may be shut out from',
    },
    education: { name: 'Education & research', line: 'Teaching, learning and finding things out' },
    charity: { name: 'Charity & social enterprise', line: 'A purpose comes first, and the money is there for it' },
    retail: { name: 'Retail & e-commerce', line: 'Shops, with a door or with a basket on a page' },
    travel: { name: 'Travel, food & leisure', line: 'Where people go, eat, stay and enjoy themselves' },
    transport: { name: 'Transport & logistics', line: 'Getting people and goods from here to there on time' },
    energy: { name: 'Energy, water & climate', line: 'Light, heat and water, with less harm to the planet' },
    engineering: {
      name: 'Engineering, manufacturing & robotics',
      line: 'Things you can touch, and the machines that make them',
    },
    law: { name: 'Law, property & construction', line: 'Contracts, homes and buildings' },
    'front-end': { name: 'Front-end engineer', line: 'Makes the pages and buttons that people use' },
    'back-end': { name: 'Back-end engineer', line: 'Makes what happens behind the page: rules, data, answers' },
    'full-stack': { name: 'Full-stack developer', line: 'Works on the page and behind it' },
    mobile: { name: 'Mobile developer', line: 'Makes apps for phones and tablets' },
    graphics: { name: 'Game / graphics programmer', line: 'Draws moving worlds, many times each second' },
    embedded: { name: 'Embedded engineer', line: 'Writes the code inside machines and devices' },
    test: { name: 'Test / QA engineer', line: 'Looks for what breaks, before users find it' },
    platform: { name: 'DevOps / platform engineer', line: 'Makes the tools with which others build and release' },
    reliability: { name: 'Site reliability engineer', line: 'Sees to it that services stay up, and why one fell' },
    security: { name: 'Security engineer', line: 'Finds the weak spots and closes them' },
    network: { name: 'Network / systems engineer', line: 'Connects computers, in a building or in the cloud' },
    'data-analyst': { name: 'Data analyst', line: 'Reads numbers and tells others what they say' },
    'data-engineer': { name: 'Data engineer', line: 'Brings data where it is needed, clean and in time' },
    'data-scientist': { name: 'Data scientist', line: 'Learns from data what is likely to come' },
    'machine-learning': { name: 'Machine-learning engineer', line: 'Puts models that learn to daily use' },
    quant: { name: 'Quantitative developer', line: 'Turns mathematics into fast code for markets' },
    'business-analyst': {
      name: 'Business analyst',
      line: 'Asks what people need and writes it down so that it can be made',
    },
    product: { name: 'Product manager', line: 'Chooses what to make next, and gives the reasons' },
    delivery: { name: 'Delivery / project manager', line: 'Keeps people, plan and date together' },
    design: { name: 'UX / product designer', line: 'Shapes how a thing works for whoever uses it' },
    research: { name: 'User researcher', line: 'Watches and asks people, to learn how they really do things' },
    architect: { name: 'Software architect', line: 'Decides early what would be hard to change later' },
    manager: { name: 'Engineering manager', line: 'Hires, helps and leads a team of engineers' },
    founder: {
      name: 'Founder, developer relations, technical writer, sales engineer',
      line: 'Explains, writes or sells, with one foot in technology',
    },
  },
  de: {
    banking: {
      name: 'Banken und Zahlungsverkehr',
      line: 'Konten, Kredite und Karten: fremdes Geld, sicher verwahrt und in Bewegung',
    },
    investment: {
      name: 'Geldanlage und Handel',
      line: 'Entscheiden, was man kauft und verkauft, oft nach Zahlen und oft schnell',
    },
    insurance: { name: 'Versicherungen', line: 'Ausrechnen, was schiefgehen kann, und wer dann zahlt' },
    software: { name: 'Software und Internet', line: 'Firmen, die Programme, Apps oder Dienste im Netz verkaufen' },
    consulting: { name: 'Beratung und Agenturen', line: 'Von anderen Firmen geholt, für Rat oder für ein Projekt' },
    media: { name: 'Medien und Rundfunk', line: 'Was Menschen lesen, sehen und hören' },
    games: { name: 'Spiele', line: 'Welten und Regeln, mit denen Menschen spielen' },
    telecoms: {
      name: 'Telekommunikation',
      line: 'Die Leitungen, Masten und Satelliten hinter jedem Anruf und jeder Seite',
    },
    health: {
      name: 'Gesundheit und Biowissenschaften',
      line: 'Menschen gesund halten: Pflege, Medizin, Geräte, Forschung',
    },
    'public-sector': {
      name: 'Öffentlicher Dienst und Civic Tech',
      line: 'Dienste des Staates, von denen niemand ausgeschlossen sein darf',
    },
    education: { name: 'Bildung und Forschung', line: 'Lehren, lernen und Dinge herausfinden' },
    charity: {
      name: 'Gemeinnütziges und Sozialunternehmen',
      line: 'Ein Zweck kommt zuerst, und das Geld ist dafür da',
    },
    retail: { name: 'Handel und E-Commerce', line: 'Läden, mit einer Tür oder mit einem Warenkorb im Netz' },
    travel: { name: 'Reisen, Essen und Freizeit', line: 'Wo Menschen hinfahren, essen, übernachten und Spaß haben' },
    transport: { name: 'Verkehr und Logistik', line: 'Menschen und Waren pünktlich von hier nach dort bringen' },
    energy: { name: 'Energie, Wasser und Klima', line: 'Licht, Wärme und Wasser, mit weniger Schaden für die Erde' },
    engineering: {
      name: 'Maschinenbau, Fertigung und Robotik',
      line: 'Dinge zum Anfassen und die Maschinen, die sie machen',
    },
    law: { name: 'Recht, Immobilien und Bau', line: 'Verträge, Wohnungen und Gebäude' },
    'front-end': { name: 'Frontend-Entwicklung', line: 'Macht die Seiten und Knöpfe, die Menschen benutzen' },
    'back-end': {
      name: 'Backend-Entwicklung',
      line: 'Macht, was hinter der Seite geschieht: Regeln, Daten, Antworten',
    },
    'full-stack': { name: 'Full-Stack-Entwicklung', line: 'Arbeitet an der Seite und dahinter' },
    mobile: { name: 'App-Entwicklung', line: 'Macht Apps für Handys und Tablets' },
    graphics: { name: 'Spiele- und Grafikprogrammierung', line: 'Zeichnet bewegte Welten, viele Male in der Sekunde' },
    embedded: { name: 'Embedded-Entwicklung', line: 'Schreibt den Code im Inneren von Maschinen und Geräten' },
    test: { name: 'Test und Qualitätssicherung', line: 'Sucht, was kaputtgeht, bevor es andere merken' },
    platform: { name: 'DevOps und Plattform', line: 'Macht die Werkzeuge, mit denen andere bauen und veröffentlichen' },
    reliability: { name: 'Site Reliability', line: 'Sorgt dafür, dass Dienste laufen, und klärt, warum einer ausfiel' },
    security: { name: 'IT-Sicherheit', line: 'Findet die schwachen Stellen und schließt sie' },
    network: { name: 'Netze und Systeme', line: 'Verbindet Rechner, in einem Gebäude oder in der Cloud' },
    'data-analyst': { name: 'Datenanalyse', line: 'Liest Zahlen und sagt anderen, was sie bedeuten' },
    'data-engineer': {
      name: 'Data Engineering',
      line: 'Bringt Daten dorthin, wo sie gebraucht werden, sauber und rechtzeitig',
    },
    'data-scientist': { name: 'Data Science', line: 'Lernt aus Daten, was wahrscheinlich kommt' },
    'machine-learning': { name: 'Maschinelles Lernen', line: 'Bringt lernende Modelle in den Alltag' },
    quant: { name: 'Quantitative Entwicklung', line: 'Macht aus Mathematik schnellen Code für Märkte' },
    'business-analyst': {
      name: 'Business-Analyse',
      line: 'Fragt, was Menschen brauchen, und schreibt es so auf, dass man es bauen kann',
    },
    product: { name: 'Produktmanagement', line: 'Wählt, was als Nächstes gemacht wird, und nennt die Gründe' },
    delivery: { name: 'Projektmanagement', line: 'Hält Menschen, Plan und Termin zusammen' },
    design: { name: 'UX- und Produktdesign', line: 'Gestaltet, wie etwas für die funktioniert, die es benutzen' },
    research: { name: 'Nutzerforschung', line: 'Beobachtet und fragt Menschen, um zu lernen, wie sie es wirklich tun' },
    architect: { name: 'Software-Architektur', line: 'Entscheidet früh, was später schwer zu ändern wäre' },
    manager: {
      name: 'Leitung eines Entwicklungsteams',
      line: 'Stellt ein Team von Entwickler:innen ein, hilft ihm und leitet es',
    },
    founder: {
      name: 'Gründung, Developer Relations, technisches Schreiben, technischer Vertrieb',
      line: 'Erklärt, schreibt oder verkauft, mit einem Fuß in der Technik',
    },
  },
};
