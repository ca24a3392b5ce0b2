import { firstName } from '@lapwing/shared/event/roster';
import { DEFAULT_LANGUAGE } from '@lapwing/shared/kernel/language';
import { calledInMail } from '@lapwing/shared/mails/facts';
import { mailTexts } from '@lapwing/shared/mails/mail-texts';
import { emailKey } from '@lapwing/shared/roster-import/keys';
import { type AttendeeRow, findAttendee, findByAddress } from '../db/repositories/attendees.ts';
import type { StoredMail } from '../db/repositories/mails.ts';
import type { Tx } from '../db/transact.ts';
import { askLink } from './ask-service.ts';
import { attendeeLink } from './link-service.ts';
import { mailedLink } from './mailbox.ts';
import { requestsLink } from './requests-link.ts';
import type { Services } from './services.ts';
import { isOnlyTyped } from './sharers.ts';

type Parts = Pick<Services, 'db' | 'secrets' | 'linkOrigin'>;

/** Mails about everybody of an address, who is sent one of them and not one each. */
export const TO_THE_ADDRESS = { asked: 'asked:', known: 'known:' } as const;
/** Of these an address gets one for all names that are only typed. */
const TO_WHO_IS_ONLY_TYPED = ['reminder:', 'calledOff:', 'takesPlace:'];
/** More pages than these have no place in one mail. Those of people come first, then what was typed last. */
const MOST_PAGES = 30;

/** Whom an organiser took off the list is given a link by an organiser or not at all. Who cancelled themselves may ask. */
const mayAsk = ({ standing, saidNo }: AttendeeRow): boolean => standing !== 'cancelled' || saidNo;

/**
 * Whose pages one mail to this address is about, those of an event who may ask for theirs. What strangers typed comes last,
 * or it would take the place of what is theirs.
 */
export const pagesFor = (sharers: readonly AttendeeRow[]): AttendeeRow[] =>
  sharers
    .filter(mayAsk)
    .sort((one, other) => Number(one.unconfirmed) - Number(other.unconfirmed) || other.createdAt - one.createdAt)
    .slice(0, MOST_PAGES);

/** Whose links this mail holds, as it stands when it goes out: the person it was written for, and who shares it with them. */
function whoseLinks(tx: Tx, { key }: StoredMail, person: AttendeeRow): readonly AttendeeRow[] {
  const toAll = Object.values(TO_THE_ADDRESS).some((begin) => key.startsWith(begin));
  const toTyped = isOnlyTyped(person) && TO_WHO_IS_ONLY_TYPED.some((begin) => key.startsWith(begin));
  if (!toAll && !toTyped) return [person];
  const sharers = findByAddress(tx, person.eventId, emailKey(person.email));
  const others = pagesFor(toAll ? sharers : sharers.filter(isOnlyTyped)).filter(({ id }) => id !== person.id);
  return [person, ...others];
}

/**
 * What stands for `{link}` in a mail: the question a mentor was asked, the requests of a person, else their own page, or those of
 * all whom it is about; '' for none. It is put together as the mail goes out, so that nobody's name is kept in another's mail.
 */
export function mailLink(parts: Parts, mail: StoredMail): string {
  const { key, eventId, attendeeId, to } = mail;
  const [, askId] = /^mentorAsk:(.+)$/u.exec(key) ?? [];
  if (askId !== undefined) return askLink(parts, askId);
  // whoever gets it answers to somebody else, and would quote the link
  if (eventId === null || attendeeId === null || key.startsWith('introduction:')) return '';
  if (key.startsWith('introRequests:')) return requestsLink(parts, eventId, attendeeId);
  const person = findAttendee(parts.db, eventId, attendeeId);
  const own = person && attendeeLink(parts, eventId, attendeeId);
  if (!own?.ok || !person) return '';
  // a mail that goes again to an address they do not have any more shows nothing, and is nobody else's
  if (emailKey(to) !== emailKey(person.email)) return own.value;
  const pages = whoseLinks(parts.db, mail, person).flatMap((row) => {
    const link = attendeeLink(parts, eventId, row.id);
    const name = calledInMail(firstName(row.name));
    return link.ok ? [{ name, link: mailedLink(parts.secrets, link.value, row) }] : [];
  });
  const texts = mailTexts({ language: person.language ?? DEFAULT_LANGUAGE });
  return pages.length === 1 ? (pages[0]?.link ?? '') : texts.severalPages(pages);
}

/** The same in a calendar entry, which is shared with a team: the person's own page, and nothing that shows their mailbox. */
export function calendarLink(parts: Parts, { eventId, attendeeId }: StoredMail): string {
  const link = eventId === null || attendeeId === null ? null : attendeeLink(parts, eventId, attendeeId);
  return link?.ok ? link.value : '';
}
