import { firstName } from '@lapwing/shared/event/roster';
import type { MailFacts } from '@lapwing/shared/mails/facts';
import { calledInMail } from '@lapwing/shared/mails/registration';
import type { StoredEvent } from '../db/repositories/events.ts';
import { findInvitation } from '../db/repositories/invitations.ts';
import type { Tx } from '../db/transact.ts';

/** What a mail to somebody of this event is made of. What anybody may type into an open form is not carried to others. */
export function mailFacts(tx: Tx, { id, settings }: StoredEvent, person: { readonly name: string }): MailFacts {
  const { contactName, contactEmail } = findInvitation(tx, id);
  const { name: eventName, place, startsAt, timeZone } = settings;
  return {
    eventName,
    place,
    startsAt,
    timeZone,
    firstName: calledInMail(firstName(person.name)),
    contactName,
    contactEmail,
  };
}
