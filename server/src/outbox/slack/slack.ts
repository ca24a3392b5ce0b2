import type { SlackLine } from './slack-line.ts';
import type { SlackOutbox } from './slack-outbox.ts';

/** Slack, where it is switched on. */
export interface Slack {
  readonly outbox: SlackOutbox;
  readonly line: SlackLine;
}
