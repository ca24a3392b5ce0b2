import { emailKey } from '@lapwing/shared/roster-import/keys';
import { findAttendee } from '../db/repositories/attendees.ts';
import type { StoredMail } from '../db/repositories/mails.ts';
import { askLink } from './ask-service.ts';
import { attendeeLink } from './link-service.ts';
import { mailedLink } from './mailbox.ts';
import type { Services } from './services.ts';

/** What stands for `{link}` in a mail: the question a mentor was asked, else the person's own page; '' for neither. */
export function mailLink(
  parts: Pick<Services, 'db' | 'secrets' | 'linkOrigin'>,
  { key, eventId, attendeeId, to }: StoredMail,
): string {
  const [, askId] = /^mentorAsk:(.+)$/u.exec(key) ?? [];
  if (askId !== undefined) return askLink(parts, askId);
  if (eventId === null || attendeeId === null) return '';
  const link = attendeeLink(parts, eventId, attendeeId);
  const person = findAttendee(parts.db, eventId, attendeeId);
  if (!link.ok || !person) return '';
  // a mail that goes again to an address they do not have any more shows nothing
  return emailKey(to) === emailKey(person.email) ? mailedLink(parts.secrets, link.value, person) : link.value;
}

/** The same in a calendar entry, which is shared with a team: the person's own page, and nothing that shows their mailbox. */
export function calendarLink(
  parts: Pick<Services, 'db' | 'secrets' | 'linkOrigin'>,
  { eventId, attendeeId }: StoredMail,
): string {
  const link = eventId === null || attendeeId === null ? null : attendeeLink(parts, eventId, attendeeId);
  return link?.ok ? link.value : '';
}
