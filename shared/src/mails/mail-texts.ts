import type { AttendeeRole } from '../event/roster.ts';
import type { Language } from '../kernel/language.ts';
import type { Instant } from '../kernel/time.ts';
import { ENGLISH } from './english.ts';
import type { EveningFacts, MailFacts } from './facts.ts';
import { GERMAN } from './german.ts';

export interface MailText {
  readonly subject: string;
  /** Plain text, with `{link}` where the link belongs: no secret is kept in the outbox. */
  readonly body: string;
}

/** Every mail to somebody of an evening, in one language. */
export interface MailTexts {
  /** The personal link, sent by the organiser to everybody who is expected. */
  readonly link: (facts: MailFacts, role: AttendeeRole) => MailText;
  /** The personal link for whoever asked for it on a page, or was asked for by somebody who typed this address. */
  readonly askedLink: (facts: MailFacts) => MailText;
  /** A new link after somebody said that another device which had the old one is not theirs. */
  readonly renewedLink: (facts: MailFacts) => MailText;
  /** About a day before: everybody who is expected, with the question that keeps chairs from staying empty. */
  readonly reminder: (facts: MailFacts, role: AttendeeRole) => MailText;
  /** A student has a place. */
  readonly studentConfirmation: (facts: MailFacts) => MailText;
  /** A student has a place once they say yes. @param until when it is kept for them (`registration/lent-places`) */
  readonly placeKept: (facts: MailFacts, until: Instant) => MailText;
  /** They did not say yes in time: they wait. */
  readonly tooLate: (facts: MailFacts) => MailText;
  /** A mentor has said that they come; most of their card may still be empty. @param asked whether they count only after a yes on their page (P6, P10) */
  readonly mentorConfirmation: (facts: MailFacts, asked: boolean) => MailText;
  /** Somebody filled the form in again, with a name and an address that we know. */
  readonly alreadyRegistered: (facts: MailFacts) => MailText;
  /** They are on the waitlist. @param place their place in line, from 1 @param asked whether a yes brings them forward */
  readonly waitlist: (facts: MailFacts, place: number, asked: boolean) => MailText;
  /** A place became free, and it is theirs. @param until when it is kept for who has not said yes; null: for good */
  readonly promoted: (facts: MailFacts, until: Instant | null) => MailText;
  /** Something that a calendar should know is different now. */
  readonly changed: (facts: MailFacts) => MailText;
  /** What they said has arrived: they do not come. */
  readonly cancellation: (facts: MailFacts, role: AttendeeRole) => MailText;
  /** The evening does not take place. @param reason of the organiser; '' for none */
  readonly calledOff: (facts: MailFacts, reason: string) => MailText;
  /** It was cancelled, and takes place after all. */
  readonly takesPlace: (facts: MailFacts) => MailText;
  /** Asks a mentor to come. @param instead whether it is for somebody who cannot come, who is not named */
  readonly mentorAsk: (facts: MailFacts, instead: boolean) => MailText;
  /** The yes has arrived. The link is the mentor's own page. */
  readonly mentorAccepted: (facts: MailFacts) => MailText;
  /** Somebody else said yes first. */
  readonly mentorTooLate: (facts: MailFacts) => MailText;
  /** Stands below a confirmation where many names are registered with one address, and nobody there has said which is theirs. */
  readonly manyNames: string;
  /**
   * Stands where the link belongs in a mail that goes once to an address which several people have.
   * @param pages each person's link, and the first name that we carry to others; '' for none
   */
  readonly severalPages: (pages: readonly { readonly name: string; readonly link: string }[]) => string;
  /** What a mentor who cannot come forwards to a colleague. @param address where a mentor registers */
  readonly passOn: (facts: EveningFacts, address: string) => string;
}

const TEXTS: Readonly<Record<Language, MailTexts>> = { en: ENGLISH, de: GERMAN };

/** The mails in the language of who reads them. */
export const mailTexts = ({ language }: Pick<MailFacts, 'language'>): MailTexts => TEXTS[language];
