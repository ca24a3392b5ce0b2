import { afterAct, type MailAct } from '@lapwing/shared/event/mail-acts';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { CommunityView } from '@lapwing/shared/protocol/community-api';
import { findProfile } from '../db/repositories/community-profiles.ts';
import { saveMail } from '../db/repositories/event-mails.ts';
import { findMailOfCommunity, listMissedOfCommunity } from '../db/repositories/mails.ts';
import { transact } from '../db/transact.ts';
import { type Services, wholeNow } from '../services/services.ts';
import { isAddressMail } from './address-code.ts';
import { isFarewell } from './moved-address.ts';

/** As many as anybody reads. */
const MOST_SHOWN = 50;

/** Mails of the community that were refused, or of which nobody knows whether they arrived. */
export const missedMails = ({ db }: Services): CommunityView['missed'] =>
  listMissedOfCommunity(db, MOST_SHOWN).map(({ id, to, subject, state, lastError, createdAt }) => ({
    ...{ id, to, subject, reason: lastError, at: createdAt },
    state: state === 'unsure' ? 'unsure' : 'refused',
  }));

/**
 * again: it goes out once more, to the address the member has now (but what is said of an address, to that one); arrived: it
 * is taken for sent; stop: nobody is told any more. mail-gone where it is on its way, or settled already.
 */
export function settleMissed(services: Services, id: string, act: MailAct): Result<undefined, Refusal> {
  const { outbox, clock } = services;
  const done = transact<undefined, Refusal>(services.db, (tx) => {
    const mail = findMailOfCommunity(tx, id);
    if (!mail) return refused(refusal('not-found'));
    const state = afterAct(mail, act, outbox.from !== null);
    if (state === null) return refused(refusal('mail-gone'));
    const again = act === 'again';
    const follows = again && !isFarewell(mail.key) && !isAddressMail(mail.key);
    const to = (follows && mail.memberId && findProfile(tx, mail.memberId)?.email) || mail.to;
    const nextAttemptAt = state === 'queued' ? wholeNow(clock) : null;
    saveMail(tx, id, { state, to, nextAttemptAt, ...(again && state !== mail.state ? { attempts: 0 } : {}) });
    return ok(undefined);
  });
  if (done.ok) outbox.insist();
  return done;
}
