import type { IntroductionId } from '@lapwing/shared/kernel/ids';
import type { SlackState } from '@lapwing/shared/slack/slack-message';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { at } from './columns.ts';
import { anyEventRef } from './events.ts';
import { attendeeRef } from './people.ts';

/** Introductions on their way into Slack: written in the transaction that wants one sent, posted after. */
export const slackMessages = sqliteTable(
  'slack_messages',
  {
    /** Stands in the message at Slack too, where it is looked for when it is not known whether it went out. */
    id: text('id').primaryKey(),
    /** What it is for, e.g. "introduction:ID": the same key is never written twice. */
    key: text('key').notNull().unique(),
    eventId: anyEventRef(),
    introductionId: text('introduction_id').$type<IntroductionId>().notNull(),
    oneId: attendeeRef('one_id'),
    otherId: attendeeRef('other_id'),
    oneName: text('one_name').notNull(),
    otherName: text('other_name').notNull(),
    oneAddress: text('one_address').notNull(),
    otherAddress: text('other_address').notNull(),
    /** What a notification shows: who is introduced to whom. */
    heading: text('heading').notNull(),
    /** Where they met, what was asked, and one first step. */
    body: text('body').notNull(),
    state: text('state').$type<SlackState>().notNull(),
    /** How often it was handed over, or failed by itself. */
    attempts: integer('attempts').notNull().default(0),
    /** Of one that is `sending`: when Slack is asked whether it is there. */
    nextAttemptAt: at('next_attempt_at'),
    lastError: text('last_error').notNull().default(''),
    /** The conversation of the two and us; '' before it was opened. */
    channel: text('channel').notNull().default(''),
    createdAt: at('created_at').notNull(),
    sentAt: at('sent_at'),
  },
  (table) => [
    index('slack_messages_by_state').on(table.state, table.nextAttemptAt),
    index('slack_messages_by_one').on(table.oneId),
    index('slack_messages_by_other').on(table.otherId),
    index('slack_messages_by_introduction').on(table.introductionId),
  ],
);
