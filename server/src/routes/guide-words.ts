import type { Language } from '@lapwing/shared/kernel/language';

/** What the career guide says around its texts. */
export const GUIDE_WORDS = {
  en: {
    title: 'Careers guide',
    question: 'What do you want to be when you grow up?',
    lead: 'Each industry and each kind of work you can meet at a table here, in plain words.',
    industries: 'Industries',
    roles: 'Kinds of work',
    what: 'What it is',
    day: 'A day in it',
    wayIn: 'How people come in',
    firstJobs: 'First jobs',
    ask: 'Worth asking a mentor',
    neighbours: 'What is next to it',
    mixUps: 'Often mixed up',
    languages: 'Languages',
    unknown: 'There is no such page in the guide.',
    back: 'All industries and kinds of work',
  },
  de: {
    title: 'Berufe-Guide',
    question: 'Was willst du werden, wenn du groß bist?',
    lead: 'Jede Branche und jede Tätigkeit, der du hier an einem Tisch begegnen kannst, in einfachen Worten.',
    industries: 'Branchen',
    roles: 'Tätigkeiten',
    what: 'Was das ist',
    day: 'Ein Tag darin',
    wayIn: 'Wie man hineinkommt',
    firstJobs: 'Erste Stellen',
    ask: 'Gute Fragen an Mentor:innen',
    neighbours: 'Was daneben liegt',
    mixUps: 'Oft verwechselt',
    languages: 'Sprachen',
    unknown: 'Diese Seite gibt es im Guide nicht.',
    back: 'Alle Branchen und Tätigkeiten',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;
