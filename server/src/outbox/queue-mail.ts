import { isInventedAddress } from '@lapwing/shared/event/invented-address';
import type { MailToQueue } from '@lapwing/shared/event/mail';
import type { Instant } from '@lapwing/shared/kernel/time';
import { isRehearsal } from '../db/repositories/events.ts';
import { insertMail } from '../db/repositories/mails.ts';
import type { Tx } from '../db/transact.ts';
import type { Secrets } from '../secrets.ts';
import type { Clock } from '../system-clock.ts';
import { whyNot } from './letter.ts';
import type { Outbox } from './outbox.ts';

/**
 * Writes an e-mail into the outbox, inside the transaction that makes it true; it goes out after the commit, and nobody
 * has to be told. Mail to nobody ('') is not written, nor to whoever is invented (C23), nor any of a rehearsal. Answers whether it was new: the same key is queued once.
 * Where the personal link belongs, the body holds `{link}` (`LINK_HERE`).
 * @param notBefore when it goes; null: at once
 */
export function queueMail(
  tx: Tx,
  parts: { readonly secrets: Secrets; readonly clock: Clock; readonly outbox: Outbox },
  mail: MailToQueue,
  notBefore: Instant | null = null,
): boolean {
  if (mail.to === '' || isInventedAddress(mail.to)) return false;
  if (mail.eventId !== null && isRehearsal(tx, mail.eventId)) return false;
  const createdAt = Math.floor(parts.clock.now()) as Instant;
  const objection = whyNot(mail);
  const state = objection !== null ? 'refused' : parts.outbox.from === null ? 'draft' : 'queued';
  const nextAttemptAt = state === 'queued' ? (notBefore ?? createdAt) : null;
  const row = {
    ...mail,
    id: parts.secrets.newId(),
    state,
    createdAt,
    nextAttemptAt,
    lastError: objection ?? '',
  } as const;
  if (!insertMail(tx, row)) return false;
  parts.outbox.wake();
  return true;
}
