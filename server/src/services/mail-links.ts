import type { StoredMail } from '../db/repositories/mails.ts';
import { askLink } from './ask-service.ts';
import { attendeeLink } from './link-service.ts';
import type { Services } from './services.ts';

/** What stands for `{link}` in a mail: the question a mentor was asked, else the person's own page; '' for neither. */
export function mailLink(
  parts: Pick<Services, 'db' | 'secrets' | 'linkOrigin'>,
  { key, eventId, attendeeId }: StoredMail,
): string {
  const [, askId] = /^mentorAsk:(.+)$/u.exec(key) ?? [];
  if (askId !== undefined) return askLink(parts, askId);
  if (eventId === null || attendeeId === null) return '';
  const link = attendeeLink(parts, eventId, attendeeId);
  return link.ok ? link.value : '';
}
