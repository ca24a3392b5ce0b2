import type { FeedbackAnswers } from '@lapwing/shared/event/feedback';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { at } from './columns.ts';
import { eventRef } from './events.ts';
import { attendeeRef } from './people.ts';

const answers = () => text('answers', { mode: 'json' }).$type<FeedbackAnswers>().notNull();

/** What people answered after an evening: whose it is, so that they can change it. */
export const feedback = sqliteTable(
  'feedback',
  {
    attendeeId: attendeeRef().primaryKey(),
    eventId: eventRef(),
    answers: answers(),
    /** When it was said or changed last. */
    at: at('at').notNull(),
  },
  (table) => [index('feedback_by_event').on(table.eventId)],
);

/** The answers of an evening whose names have gone: nobody's, in no order. */
export const anonymousFeedback = sqliteTable(
  'anonymous_feedback',
  { id: integer('id').primaryKey(), eventId: eventRef(), answers: answers() },
  (table) => [index('anonymous_feedback_by_event').on(table.eventId)],
);
