import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { SlackNow } from '@lapwing/shared/protocol/outbox-api';
import type { SlackAct } from '@lapwing/shared/slack/slack-acts';
import { tellAudit } from '../db/audit-pen.ts';
import {
  countSlackMessages,
  findSlackMessage,
  listSlackMessages,
  type SlackChange,
  type StoredSlackMessage,
  settleSlackMessage,
} from '../db/repositories/slack-messages.ts';
import { type Tx, transact } from '../db/transact.ts';
import { type Services, wholeNow } from './services.ts';
import { slackMissed } from './slack-missed.ts';

/** As many as anybody reads. */
const MOST_SHOWN = 20;
const NONE: SlackNow['counts'] = { queued: 0, sending: 0, sent: 0, refused: 0, unsure: 0, stopped: 0 };

/** What an organiser sees of Slack; null where it is off and nothing of it is left. */
export function slackNow({ db, slack }: Services, eventId: EventId): SlackNow | null {
  const rows = countSlackMessages(db, eventId);
  if (slack === null && rows.length === 0) return null;
  const lines = listSlackMessages(db, eventId, ['unsure', 'refused', 'stopped'], MOST_SHOWN);
  return {
    on: slack !== null,
    trouble: slack?.outbox.trouble() ?? null,
    counts: { ...NONE, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) },
    lines: lines.map(({ id, oneName, otherName, state, lastError }) => ({
      ...{ id, one: oneName, other: otherName, reason: lastError },
      state: state === 'unsure' || state === 'refused' ? state : 'stopped',
    })),
  };
}

/** Does what the organiser knows of a message that is in doubt. mail-gone where it is in none. */
export function actInSlack(
  services: Services,
  eventId: EventId,
  id: string,
  act: SlackAct,
): Result<undefined, Refusal> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  return settleInSlack(services, { eventId, id }, act, (tx, message) => slackMissed(services, tx, message));
}

/**
 * The same of a message of an evening, or of none.
 * @param byMail it does not go out in Slack: writes its mails instead
 */
export function settleInSlack(
  services: Services,
  { eventId, id }: Pick<StoredSlackMessage, 'eventId' | 'id'>,
  act: SlackAct,
  byMail: (tx: Tx, message: StoredSlackMessage) => void,
): Result<undefined, Refusal> {
  const done = transact<undefined, Refusal>(services.db, (tx) => {
    const message = findSlackMessage(tx, id);
    if (!message || message.eventId !== eventId) return refused(refusal('not-found'));
    if (eventId !== null) tellAudit({ person: message.oneId, other: message.otherId });
    if (!settleSlackMessage(tx, id, 'unsure', changeFor(services, act))) return refused(refusal('mail-gone'));
    if (act === 'by-mail' || (act === 'again' && services.slack === null)) byMail(tx, message);
    return ok(undefined);
  });
  if (done.ok) services.slack?.outbox.insist();
  return done;
}

function changeFor({ clock, slack }: Services, act: SlackAct): SlackChange {
  const now = wholeNow(clock);
  if (act === 'arrived') return { state: 'sent', nextAttemptAt: null, lastError: '', sentAt: now };
  return act === 'again' && slack !== null
    ? { state: 'queued', nextAttemptAt: now, attempts: 0 }
    : { state: 'stopped', nextAttemptAt: null };
}
