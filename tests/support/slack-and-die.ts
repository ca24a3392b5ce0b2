/**
 * An outbox for Slack on a data folder, in a process of its own that is there to be killed.
 * Arguments: the folder, Slack's address, how long a message in doubt is left alone in milliseconds. Gets ready, prints
 * "ready", and begins when it is told anything.
 */
import { join } from 'node:path';
import { milliseconds } from '@lapwing/shared/kernel/time';
import { openDb } from '../../server/src/db/connection.ts';
import { slackLine } from '../../server/src/outbox/slack/slack-line.ts';
import { createSlackOutbox } from '../../server/src/outbox/slack/slack-outbox.ts';
import { systemClock } from '../../server/src/system-clock.ts';
import { SIGNING_SECRET, SLACK_TOKEN } from './fake-slack.ts';

const [dataDir = '', api = '', doubt = ''] = process.argv.slice(2);
// loaded ahead, so that none of its life is spent on it
await import('@slack/web-api');
process.stdout.write('ready\n');
await new Promise((told) => process.stdin.once('data', told));
const db = await openDb(dataDir, join(import.meta.dirname, '..', '..', 'migrations'));
const outbox = createSlackOutbox({
  db,
  clock: systemClock(),
  line: slackLine({ token: SLACK_TOKEN, signingSecret: SIGNING_SECRET, api: new URL(api) }),
  doubt: milliseconds(Number(doubt)),
  missed() {},
  failed(error) {
    throw error;
  },
});
outbox.wake();
