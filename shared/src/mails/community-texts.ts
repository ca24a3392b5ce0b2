import { LINK_HERE } from '../event/mail.ts';
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

/** Who asks a mentor to be introduced, and why to this one. */
export interface AskFacts {
  /** '' where it is not one that we carry to others. */
  readonly askerFirstName: string;
  readonly askerHeadline: string;
  /** What they would like to ask, in their words; '' for nothing. */
  readonly line: string;
  /** The mentor's field that was asked for, in the reader's language; '' where nothing was named. */
  readonly field: string;
  readonly metAtTable: boolean;
}

/** Whom somebody is introduced to. */
export interface OtherSide {
  readonly name: string;
  readonly headline: string;
  readonly email: string;
  readonly line: string;
  /** Whether the reader is the one who asked: the first step is theirs. */
  readonly asked: boolean;
}

/** Whose community it is (C20); '' for what nobody said. */
export interface KeptBy {
  readonly community: string;
  readonly name: string;
  readonly contact: string;
}

/** Whom an answer to a mail reaches. */
export type Answers = 'keeper' | 'other side';

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
  /** To the address that is theirs from now on, with the link that counts. */
  readonly movedHere: (facts: MemberFacts) => MailText;
  /** To the address that was theirs until now. */
  readonly movedAway: (facts: MemberFacts) => MailText;
  /** Asks a mentor whether they can be introduced to somebody, whose address is not in it. */
  readonly introAsk: (facts: MemberFacts, ask: AskFacts) => MailText;
  /** The same in one line, as the page says why. */
  readonly whyYou: (ask: AskFacts) => string;
  /** What a mentor who cannot help forwards to a colleague. @param address the public page */
  readonly passOn: (ask: AskFacts, address: string) => string;
  /** To a mentor who was asked: the asker took it back. Whose it was is not said any more. */
  readonly takenBack: (facts: MemberFacts) => MailText;
  /** To the asker: somebody else is asked now. */
  readonly nextAsked: (facts: MemberFacts) => MailText;
  /** To the asker: nobody is left, the request waits for the next run. */
  readonly nobodyLeft: (facts: MemberFacts) => MailText;
  /** To the asker: 28 days are over. @param name the mentor's */
  readonly over: (facts: MemberFacts, name: string) => MailText;
  /** To both; answers go to the other side. */
  readonly introduced: (facts: MemberFacts, other: OtherSide) => MailText;
  /** To both after a week. @param name the other side's */
  readonly nudge: (facts: MemberFacts, name: string) => MailText;
  readonly didYouMeet: (facts: MemberFacts, name: string) => MailText;
  readonly inTouch: (facts: MemberFacts, name: string) => MailText;
  /** Somebody was written down by an organiser, from a list that they had. */
  readonly invited: (facts: MemberFacts) => MailText;
  /** Stands below each of them: whose community it is, and how they are reached. */
  readonly keptBy: (keeper: KeptBy, answers: Answers) => string;
}

const TEXTS: Readonly<Record<Language, CommunityTexts>> = { en: COMMUNITY_ENGLISH, de: COMMUNITY_GERMAN };

/** The mails of the community in the language of who reads them. */
export const communityTexts = ({ language }: Pick<MemberFacts, 'language'>): CommunityTexts => TEXTS[language];

/** A mail with whose community it is below it (C20); as it is where nobody said. */
export function signed(mail: MailText, { language }: Pick<MemberFacts, 'language'>, by: KeptBy, to: Answers): MailText {
  if (by.name === '') return mail;
  // a name is no place for the reader's link
  const line = TEXTS[language].keptBy(by, to).replaceAll(LINK_HERE, '');
  return { ...mail, body: `${mail.body}\n${line}\n` };
}
