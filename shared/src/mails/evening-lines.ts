import { LANGUAGES } from '../kernel/language.ts';
import type { EveningFacts, MailFacts } from './facts.ts';

/** Day and time in the evening's own zone: "Tuesday 24 November 2026, 18:30", "Dienstag, 24. November 2026, 18:30 Uhr". */
export function whenOf({ language, startsAt, timeZone }: Omit<EveningFacts, 'eventName' | 'place'>): string {
  const { locale } = LANGUAGES[language];
  const day = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'full' }).format(startsAt);
  const time = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' }).format(startsAt);
  return language === 'de' ? `${day}, ${time} Uhr` : `${day.replace(',', '')}, ${time}`;
}

/** Name, time and place, a line each. */
export const eveningLines = (facts: EveningFacts): string =>
  [facts.eventName, whenOf(facts), facts.place].filter((line) => line !== '').join('\n');

/** Whom to write to, below the text; nothing where the organiser named nobody. */
export function closing({ contactName, contactEmail }: Pick<MailFacts, 'contactName' | 'contactEmail'>): string {
  const lines = [contactName, contactEmail].filter((line) => line !== '').join('\n');
  return lines === '' ? '' : `\n${lines}\n`;
}

/** One person's name above their link; where we carry no name, the link alone. */
export const pageLine = ({ name, link }: { readonly name: string; readonly link: string }): string =>
  name === '' ? link : `${name}:\n${link}`;
