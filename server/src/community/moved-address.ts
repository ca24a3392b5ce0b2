import type { MemberId } from '@lapwing/shared/kernel/ids';
import { changeProfile, type ProfileRow } from '../db/repositories/community-profiles.ts';
import { saveMail } from '../db/repositories/event-mails.ts';
import { listMailsOfMember, type StoredMail } from '../db/repositories/mails.ts';
import { saveMember } from '../db/repositories/members.ts';
import type { Tx } from '../db/transact.ts';
import { type Services, wholeNow } from '../services/services.ts';
import { mailMember } from './member-mails.ts';
import { questionInKey } from './question-link.ts';
import { isStillAsked } from './questions.ts';

/** The next link may have been mailed to the old address already, and opens the page as well. */
const LINKS_ENDED = 2;
const FAREWELL = 'movedAway:';
const WELCOME = 'movedHere:';

/** Tells an address that it is theirs no more: without a link, and to nobody else. */
export const isFarewell = (key: string): boolean => key.startsWith(FAREWELL);

/** Another address is that of a member from now on: no link that was mailed before opens anything (C5). */
export function endOldLinks(row: Pick<ProfileRow, 'linkGeneration' | 'addressChanges'>) {
  return { linkGeneration: row.linkGeneration + LINKS_ENDED, addressChanges: row.addressChanges + 1 };
}

/**
 * The address that was to be theirs is: links of before end, a new one goes there, with what was still to go or to be
 * answered; the address before hears that it was changed. Inside the caller's transaction.
 * @returns the member as they are then
 */
export function takeNewAddress(services: Services, tx: Tx, row: ProfileRow): ProfileRow {
  const moved = { ...row, email: row.newEmail, newEmail: '', ...endOldLinks(row) };
  const { memberId: id, email, newEmail, linkGeneration, addressChanges } = moved;
  // what was typed with the address before is nothing of theirs
  const typed = { again: null, againAt: null };
  changeProfile(tx, id, { email, newEmail, linkGeneration, addressChanges, ...typed });
  saveMember(tx, id, { emailKey: email });
  for (const mail of listMailsOfMember(tx, id, row.email)) readdress(services, tx, mail, email);
  const at = wholeNow(services.clock);
  mailMember(services, tx, moved, { key: keyOf(WELCOME, id, at), text: (texts, facts) => texts.movedHere(facts) });
  // whoever has the link may have changed it: the old address hears so, and not where to
  if (row.confirmedAt !== null)
    mailMember(services, tx, row, { key: keyOf(FAREWELL, id, at), text: (texts, facts) => texts.movedAway(facts) });
  return moved;
}

const keyOf = (begin: string, id: MemberId, at: number): string => `${begin}${id}:${at}`;

/** What waits goes to the new address; what held their link is not needed beside the new one; what is open is asked there. */
function readdress(services: Services, tx: Tx, { id, key, state }: StoredMail, to: string): void {
  if (isFarewell(key) || state === 'sending' || state === 'stopped') return;
  const waits = state === 'draft' || state === 'queued';
  const question = questionInKey(key);
  if (waits && /^(member|movedHere:)/u.test(key)) saveMail(tx, id, { state: 'stopped', nextAttemptAt: null });
  else if (waits) saveMail(tx, id, { to });
  else if (question && isStillAsked(services, tx, question)) {
    const again = services.outbox.from === null ? ('draft' as const) : ('queued' as const);
    const nextAttemptAt = again === 'queued' ? wholeNow(services.clock) : null;
    saveMail(tx, id, { to, state: again, nextAttemptAt, attempts: 0, lastError: '' });
  }
}
