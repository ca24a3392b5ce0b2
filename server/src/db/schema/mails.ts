import type { MailKind, MailState } from '@lapwing/shared/event/mail';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { at } from './columns.ts';
import { memberRef } from './community.ts';
import { anyEventRef } from './events.ts';
import { attendeeRef } from './people.ts';

/** E-mail on its way: written in the transaction that wants it sent, sent after. */
export const mails = sqliteTable(
  'mails',
  {
    id: text('id').primaryKey(),
    /** What it is for, e.g. "confirmation:ID:1": the same key is never written twice. */
    key: text('key').notNull().unique(),
    eventId: anyEventRef(),
    attendeeId: attendeeRef(),
    kind: text('kind').$type<MailKind>().notNull(),
    to: text('to_address').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    /** An iCalendar object to go with it; '' for none. */
    calendar: text('calendar').notNull(),
    state: text('state').$type<MailState>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: at('next_attempt_at'),
    /** What the other side said, of the last attempt that failed. */
    lastError: text('last_error').notNull().default(''),
    createdAt: at('created_at').notNull(),
    sentAt: at('sent_at'),
    /** Where answers go; '' for the contact of the event. */
    replyTo: text('reply_to').notNull().default(''),
    /** Of the community: to whom, and whom it tells about; it goes with either of them. */
    memberId: memberRef(),
    aboutMember: memberRef('about_member'),
  },
  (table) => [
    index('mails_by_state').on(table.state, table.nextAttemptAt),
    index('mails_by_attendee').on(table.attendeeId),
    index('mails_by_member').on(table.memberId),
    index('mails_by_about').on(table.aboutMember),
  ],
);
