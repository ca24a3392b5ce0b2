import type { AttendeeId, MemberId } from '@lapwing/shared/kernel/ids';
import { emailKey, nameKey } from '@lapwing/shared/roster-import/keys';
import { hashOf, type Secrets } from '../secrets.ts';

/** Whose mailbox: a link that was mailed shows it for this person as they are called now, at the address they have now. */
export interface MailboxOwner {
  readonly id: AttendeeId | MemberId;
  readonly name: string;
  readonly email: string;
}

/** Stands between the secret of a link and what only a mailed one carries; neither part can contain it. */
const BETWEEN = '.';
/** 128 bits, in a link that people may have to type. */
const LENGTH = 22;

/** What a link carries that goes to somebody's mailbox, and no other. '' for who has no address. */
function markOf(secrets: Secrets, { id, name, email }: MailboxOwner): string {
  const address = emailKey(email);
  if (address === '') return '';
  return secrets.linkSecret('mailbox', JSON.stringify([id, address, nameKey(name)]), 1).slice(0, LENGTH);
}

/**
 * The link as it goes by mail to its person, and only so: a page opened by it has shown the mailbox.
 * @param link their link, as it is shown at the desk
 */
export function mailedLink(secrets: Secrets, link: string, owner: MailboxOwner): string {
  const mark = markOf(secrets, owner);
  return mark === '' ? link : `${link}${BETWEEN}${mark}`;
}

/** What follows "#" in a link: the secret that opens it, and the mark of a mailbox, '' where it was not mailed. */
export function readSecret(given: string): { readonly secret: string; readonly mark: string } {
  const [secret = '', mark = ''] = given.split(BETWEEN);
  return { secret, mark };
}

/** What a session keeps of the mark it came with. */
export const mailboxHash = (mark: string): string | null => (mark === '' ? null : hashOf(mark));

/** Whether what a session kept is of this person's mailbox, by the name and the address they have now. */
export function isTheirMailbox(secrets: Secrets, mailbox: string | null, owner: MailboxOwner): boolean {
  const mark = markOf(secrets, owner);
  return mailbox !== null && mark !== '' && mailbox === hashOf(mark);
}
