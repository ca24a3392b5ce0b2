import type { AttendeeRole } from '../event/roster.ts';
import type { Language } from '../kernel/language.ts';
import type { EveningFacts, MailFacts } from './facts.ts';
import type { Introduced, Meeting } from './introduced.ts';
import { INTRODUCTIONS_IN_ENGLISH } from './introductions-english.ts';
import { INTRODUCTIONS_IN_GERMAN } from './introductions-german.ts';
import type { MailText } from './mail-texts.ts';

/** A student of a group, with where they are reached: an answer to all would show them to each other. */
export interface Reached extends Introduced {
  readonly email: string;
}

/** What waits for an answer. */
export interface Asked {
  readonly count: number;
  /** Of those, whom the organisers ask for. */
  readonly suggested: number;
  /** What those are who would like to be introduced. */
  readonly from: AttendeeRole;
}

/** The mails about introductions, in one language. */
export interface IntroductionTexts {
  /** What stands between greeting and names, the same for both: where they met, why, and one first step. */
  readonly words: (facts: EveningFacts, meeting: Meeting) => string;
  /** To one of the two. No link to the own page: answers quote the mail, and go to the other side. */
  readonly introduction: (facts: MailFacts, other: Introduced, words: string) => MailText;
  /** To a mentor: several students whom organisers suggested together (H22). */
  readonly together: (facts: MailFacts, students: readonly Reached[]) => MailText;
  /** So many wait for an answer. */
  readonly requests: (facts: MailFacts, asked: Asked) => MailText;
  /** Nobody of these answered until the end (H12). */
  readonly over: (facts: MailFacts, people: readonly string[]) => MailText;
}

const TEXTS: Readonly<Record<Language, IntroductionTexts>> = {
  en: INTRODUCTIONS_IN_ENGLISH,
  de: INTRODUCTIONS_IN_GERMAN,
};

/** The same in the language of who reads them. */
export const introductionTexts = ({ language }: Pick<MailFacts, 'language'>): IntroductionTexts => TEXTS[language];
