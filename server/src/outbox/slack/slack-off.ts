import type { Db } from '../../db/connection.ts';
import { settleSlackMessage, slackMessagesIn } from '../../db/repositories/slack-messages.ts';
import { commit } from '../../db/transact.ts';
import type { SlackOutboxParts } from './slack-outbox.ts';

const OFF = 'Slack is switched off.';

/**
 * At a start without Slack: what waits for it goes another way, and of what was on its way nobody can be asked any more.
 */
export function leaveSlack({ db, missed }: { readonly db: Db } & Pick<SlackOutboxParts, 'missed'>): void {
  const away = { nextAttemptAt: null, lastError: OFF } as const;
  commit(db, (tx) => {
    for (const message of slackMessagesIn(tx, 'sending'))
      settleSlackMessage(tx, message.id, 'sending', { state: 'unsure', ...away });
    for (const message of slackMessagesIn(tx, 'queued'))
      if (settleSlackMessage(tx, message.id, 'queued', { state: 'stopped', ...away }))
        missed(tx, { ...message, state: 'stopped', lastError: OFF });
  });
}
