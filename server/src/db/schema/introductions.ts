import type { Wish } from '@lapwing/shared/introductions/pick';
import type { AttendeeId, IntroductionId, IntroRequestId, MemberId, SuggestionId } from '@lapwing/shared/kernel/ids';
import type { Outcome } from '@lapwing/shared/matching/community';
import type { Sending } from '@lapwing/shared/protocol/introductions-api';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { at } from './columns.ts';
import { anyEventRef, eventRef } from './events.ts';
import { attendeeRef, attendees, members } from './people.ts';

/** Whether they met; not-yet ends nothing. */
export type SaidOfIt = 'met' | 'not-yet' | 'not-met' | 'asker-silent';

/** What people say of each other: sealed until the last bell. */
export const picks = sqliteTable(
  'picks',
  {
    eventId: eventRef(),
    /** Who says it. */
    attendeeId: attendeeRef().notNull(),
    about: attendeeRef('about').notNull(),
    star: integer('star', { mode: 'boolean' }).notNull(),
    wish: text('wish').$type<Wish>(),
    line: text('line').notNull(),
    /** Whom a wish to pass it on names. */
    to: attendeeRef('to_attendee', 'set null'),
    at: at('at').notNull(),
    /** By which suggestion organisers said it for a student; null: nobody did. It stays when the student takes it back. */
    suggestion: text('suggestion').$type<SuggestionId>(),
  },
  (table) => [
    primaryKey({ columns: [table.attendeeId, table.about] }),
    index('picks_by_about').on(table.about),
    index('picks_by_to').on(table.to),
    index('picks_by_event').on(table.eventId),
  ],
);

/** One side of an introduction of an evening: it goes with either of the two. */
const side = (column: string) =>
  text(column)
    .$type<AttendeeId>()
    .references(() => attendees.id, { onDelete: 'cascade' });

const onFile = (column: string) =>
  text(column)
    .$type<MemberId>()
    .references(() => members.id, { onDelete: 'set null' });

/**
 * Two people who both wanted it: at an evening, between evenings (who asked stands as the student), or before all of it, as an
 * import says. Those of no evening name members alone, and go with either of them.
 */
export const introductions = sqliteTable(
  'introductions',
  {
    id: text('id').$type<IntroductionId>().primaryKey(),
    eventId: anyEventRef(),
    student: side('student_id'),
    mentor: side('mentor_id'),
    studentMember: onFile('student_member'),
    mentorMember: onFile('mentor_member'),
    origin: text('origin').$type<'evening' | 'queue' | 'import'>().notNull(),
    /** In which round they met; 0 where one was passed on to the other. */
    round: integer('round').notNull(),
    /** Why, as each said it; '' for nothing, and once the names of the evening have gone. */
    studentLine: text('student_line').notNull(),
    mentorLine: text('mentor_line').notNull(),
    /** The organiser's, in place of ours; '' for ours. */
    words: text('words').notNull(),
    /** released: it is with the outbox, or with Slack. */
    state: text('state').$type<'draft' | 'held' | 'released'>().notNull(),
    madeAt: at('made_at').notNull(),
    /** When it was released. */
    sentAt: at('sent_at'),
    told: text('told').$type<'mail' | 'slack'>(),
    /** What came of it. */
    outcome: text('outcome').$type<Outcome>().notNull().default('open'),
    endedAt: at('ended_at'),
    /** How often both were written to since (M35). */
    nudges: integer('nudges').notNull().default(0),
    /** What each side said, and wrote for the other with it. */
    studentSaid: text('student_said').$type<SaidOfIt>(),
    mentorSaid: text('mentor_said').$type<SaidOfIt>(),
    studentThanks: text('student_thanks').notNull().default(''),
    mentorThanks: text('mentor_thanks').notNull().default(''),
    /** When both were asked whether they are still in touch, and what they said. */
    touchAskedAt: at('touch_asked_at'),
    studentTouch: integer('student_touch', { mode: 'boolean' }),
    mentorTouch: integer('mentor_touch', { mode: 'boolean' }),
    requestId: text('request_id').$type<IntroRequestId>(),
    importId: text('import_id'),
    /** The suggestion it came of; null: the student asked, or the mentor. */
    suggestion: text('suggestion').$type<SuggestionId>(),
  },
  (table) => [
    uniqueIndex('introductions_by_pair').on(table.student, table.mentor),
    index('introductions_by_mentor').on(table.mentor),
    index('introductions_by_event').on(table.eventId),
    index('introductions_by_student_member').on(table.studentMember),
    index('introductions_by_mentor_member').on(table.mentorMember),
    index('introductions_by_outcome').on(table.outcome, table.madeAt),
  ],
);

/** How an evening introduces people; an evening without a row does it at once. */
export const eventIntroductions = sqliteTable('event_introductions', {
  eventId: eventRef().primaryKey(),
  sending: text('sending').$type<Sending>().notNull().default('at-once'),
  /** The last bell, once it was seen: what follows it makes it no later. */
  bellAt: at('bell_at'),
});
