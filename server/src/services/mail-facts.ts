import { firstName } from '@lapwing/shared/event/roster';
import { DEFAULT_LANGUAGE } from '@lapwing/shared/kernel/language';
import { calledInMail, type MailFacts } from '@lapwing/shared/mails/facts';
import { type MailTexts, mailTexts } from '@lapwing/shared/mails/mail-texts';
import type { AttendeeRow } from '../db/repositories/attendees.ts';
import type { StoredEvent } from '../db/repositories/events.ts';
import { findInvitation } from '../db/repositories/invitations.ts';
import type { Tx } from '../db/transact.ts';

/** Whom a mail is for. */
type Reader = Pick<AttendeeRow, 'name' | 'language'>;

/** What a mail to somebody of this event is made of. What anybody may type into an open form is not carried to others. */
export function mailFacts(tx: Tx, { id, settings }: StoredEvent, person: Reader): MailFacts {
  const { contactName, contactEmail } = findInvitation(tx, id);
  const { name: eventName, place, startsAt, timeZone } = settings;
  return {
    language: person.language ?? DEFAULT_LANGUAGE,
    eventName,
    place,
    startsAt,
    timeZone,
    firstName: calledInMail(firstName(person.name)),
    contactName,
    contactEmail,
  };
}

/** A mail to somebody of this event, in their language. */
export function writeTo<Text>(
  tx: Tx,
  event: StoredEvent,
  person: Reader,
  write: (texts: MailTexts, facts: MailFacts) => Text,
): Text {
  const facts = mailFacts(tx, event, person);
  return write(mailTexts(facts), facts);
}
