import { findEvent } from '../db/repositories/events.ts';
import { findIntroduction } from '../db/repositories/introductions.ts';
import type { StoredSlackMessage } from '../db/repositories/slack-messages.ts';
import type { Tx } from '../db/transact.ts';
import { mailIntroduction } from './send-introduction.ts';
import type { Services } from './services.ts';

/** An introduction does not go out in Slack: the two mails are written in this transaction. */
export function slackMissed(
  services: Services,
  tx: Tx,
  { eventId, introductionId }: Pick<StoredSlackMessage, 'eventId' | 'introductionId'>,
): void {
  const event = eventId === null ? undefined : findEvent(tx, eventId);
  const made = event && findIntroduction(tx, event.id, introductionId);
  if (event && made) mailIntroduction(services, tx, event, made);
}
