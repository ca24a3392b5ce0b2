import type { MailToQueue } from '@lapwing/shared/event/mail';
import type { Instant } from '@lapwing/shared/kernel/time';
import { insertMail } from '../db/repositories/mails.ts';
import type { Tx } from '../db/transact.ts';
import type { Secrets } from '../secrets.ts';
import type { Clock } from '../system-clock.ts';

/**
 * Writes an e-mail into the outbox, inside the transaction that makes it true; it goes out after the commit, and nobody
 * has to be told. Mail to nobody ('') is not written. Answers whether it was new: the same key is queued once.
 * Where the personal link belongs, the body holds `{link}` (`LINK_HERE`).
 */
export function queueMail(
  tx: Tx,
  parts: { readonly secrets: Secrets; readonly clock: Clock },
  mail: MailToQueue,
): boolean {
  if (mail.to === '') return false;
  const createdAt = Math.floor(parts.clock.now()) as Instant;
  return insertMail(tx, { ...mail, id: parts.secrets.newId(), state: 'queued', createdAt, nextAttemptAt: createdAt });
}
