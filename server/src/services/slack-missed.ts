import type { StoredSlackMessage } from '../db/repositories/slack-messages.ts';
import type { Tx } from '../db/transact.ts';
import type { Services } from './services.ts';

/** An introduction does not go out in Slack: what goes instead is written in this transaction. */
export function slackMissed(_services: Services, _tx: Tx, _message: StoredSlackMessage): void {}
