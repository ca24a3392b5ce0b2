import { isMailAddress } from '@lapwing/shared/event/mail-address';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { SlackMessageToQueue } from '@lapwing/shared/slack/slack-message';
import { isRehearsal } from '../../db/repositories/events.ts';
import { insertSlackMessage } from '../../db/repositories/slack-messages.ts';
import type { Tx } from '../../db/transact.ts';
import type { Secrets } from '../../secrets.ts';
import type { Clock } from '../../system-clock.ts';
import type { SlackOutbox } from './slack-outbox.ts';

/**
 * Writes an introduction into the outbox for Slack, inside the transaction that makes it; it goes out after the commit, and
 * nobody has to be told. Answers whether it is on its way in Slack: false where Slack is off, where an address is
 * missing, or where nothing of the event goes out; then it is for mail. A key that is there already answers true.
 */
export function queueSlackMessage(
  tx: Tx,
  parts: { readonly secrets: Secrets; readonly clock: Clock; readonly slack: { readonly outbox: SlackOutbox } | null },
  { one, other, ...message }: SlackMessageToQueue,
): boolean {
  const { secrets, clock, slack } = parts;
  if (slack === null || !isMailAddress(one.address) || !isMailAddress(other.address)) return false;
  if (message.eventId !== null && isRehearsal(tx, message.eventId)) return false;
  const createdAt = Math.floor(clock.now()) as Instant;
  insertSlackMessage(tx, {
    ...message,
    ...{ oneId: one.id, oneName: one.name, oneAddress: one.address },
    ...{ otherId: other.id, otherName: other.name, otherAddress: other.address },
    ...{ id: secrets.newId(), state: 'queued', createdAt, nextAttemptAt: createdAt },
  });
  slack.outbox.wake();
  return true;
}
