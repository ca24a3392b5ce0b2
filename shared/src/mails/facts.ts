import type { Language } from '../kernel/language.ts';
import type { Instant } from '../kernel/time.ts';

/** What the text of a mail is made of. */
export interface MailFacts {
  /** The reader's. */
  readonly language: Language;
  readonly eventName: string;
  readonly place: string;
  readonly startsAt: Instant;
  readonly timeZone: string;
  /** '' where it is not one that we carry to others. */
  readonly firstName: string;
  /** Whom to write to; '' for none. */
  readonly contactName: string;
  readonly contactEmail: string;
}

/** Which evening it is. */
export type EveningFacts = Pick<MailFacts, 'language' | 'eventName' | 'place' | 'startsAt' | 'timeZone'>;

/**
 * How a mail calls somebody. Anybody can type anything into a form that is open to all, and we must not carry it to
 * other people: what does not look like a first name is left out.
 */
export const calledInMail = (firstName: string): string =>
  /^[\p{L}\p{M}][\p{L}\p{M}’'-]{0,29}$/u.test(firstName) ? firstName : '';
