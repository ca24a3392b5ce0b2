import type { Language } from '../kernel/language.ts';
import { COMMUNITY_ENGLISH } from './community-english.ts';
import { COMMUNITY_GERMAN } from './community-german.ts';
import type { MailText } from './mail-texts.ts';

/** Whom a mail of the community is to. */
export interface MemberFacts {
  readonly language: Language;
  /** '' where it is not one that we carry to others. */
  readonly firstName: string;
}

/** Mails to members, in one language. `{link}` stands for their own page, or for the question. */
export interface CommunityTexts {
  /** Somebody typed this address on the page; nothing counts before the link was opened and confirmed. */
  readonly joined: (facts: MemberFacts) => MailText;
  /** Somebody filled in the form with the name and address of a member. */
  readonly alreadyMember: (facts: MemberFacts) => MailText;
  /** The link, for whoever asked for it on the page; opened, it ends the one before. */
  readonly newLink: (facts: MemberFacts) => MailText;
  /** To the address they want instead of theirs: `{link}` stands for the code that they type on their own page. */
  readonly newAddress: (facts: MemberFacts) => MailText;
}

const TEXTS: Readonly<Record<Language, CommunityTexts>> = { en: COMMUNITY_ENGLISH, de: COMMUNITY_GERMAN };

/** The mails of the community in the language of who reads them. */
export const communityTexts = ({ language }: Pick<MemberFacts, 'language'>): CommunityTexts => TEXTS[language];
