import {
  EMPTY_REGISTRATION,
  NO_NEEDS,
  type PairRule,
  type Registration,
  type SeatNeeds,
} from '@lapwing/shared/event/registration';
import { type AttendeeRole, EMPTY_CARD, type MentorCard, type Standing } from '@lapwing/shared/event/roster';
import type { AttendeeId, MemberId } from '@lapwing/shared/kernel/ids';
import type { Language } from '@lapwing/shared/kernel/language';
import type { DetailField } from '@lapwing/shared/roster-import/roster-file';
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { at } from './columns.ts';
import { eventRef } from './events.ts';

export const attendees = sqliteTable(
  'attendees',
  {
    id: text('id').$type<AttendeeId>().primaryKey(),
    eventId: eventRef(),
    role: text('role').$type<AttendeeRole>().notNull(),
    standing: text('standing').$type<Standing>().notNull(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    course: text('course').notNull(),
    yearOfStudy: text('year_of_study').notNull(),
    industries: text('industries', { mode: 'json' }).$type<readonly string[]>().notNull(),
    question: text('question').notNull(),
    access: text('access').notNull(),
    diet: text('diet').notNull(),
    availability: text('availability').notNull(),
    card: text('card', { mode: 'json' }).$type<MentorCard>().notNull(),
    checkedInAt: at('checked_in_at'),
    linkGeneration: integer('link_generation').notNull().default(1),
    createdAt: at('created_at').notNull(),
    registration: text('registration', { mode: 'json' }).$type<Registration>().notNull().default(EMPTY_REGISTRATION),
    needs: text('needs', { mode: 'json' }).$type<SeatNeeds>().notNull().default(NO_NEEDS),
    /** Null in rows older than badges; filled at the next start. */
    badgeCode: text('badge_code').unique(),
    /** The number of the account at the tool of the import, where it gives no address. */
    accountId: text('account_id').notNull().default(''),
    /** Whose guest this is. */
    guestOf: text('guest_of').$type<AttendeeId>(),
    unnamed: integer('unnamed', { mode: 'boolean' }).notNull().default(false),
    /** Fields that the organiser changed by hand: an import leaves them. */
    handEdited: text('hand_edited', { mode: 'json' }).$type<readonly DetailField[]>().notNull().default([]),
    /** Since when on the waitlist; its order. */
    waitingSince: at('waiting_since'),
    memberId: text('member_id')
      .$type<MemberId>()
      .references(() => members.id, { onDelete: 'set null' }),
    /** They cancelled themselves, so they may come back by themselves; who was taken off the list may not. */
    saidNo: integer('said_no', { mode: 'boolean' }).notNull().default(false),
    /** They gave their name or address themselves, and neither a mailed link nor the organiser has confirmed it yet. */
    unconfirmed: integer('unconfirmed', { mode: 'boolean' }).notNull().default(false),
    /** In which we write to them: theirs where they registered, the organiser's who wrote them down until they say so. */
    language: text('language').$type<Language>(),
    /** Typed on a public form, and whoever has the mailbox has not said yet that it was them. The organiser's word does not end it. */
    unproven: integer('unproven', { mode: 'boolean' }).notNull().default(false),
    /** Until when their place is kept without a yes, as they were told; of who waits: they gave it back. Null: nobody asks. */
    lentUntil: at('lent_until'),
  },
  (table) => [
    index('attendees_by_event').on(table.eventId),
    index('attendees_lent').on(table.lentUntil).where(sql`${table.lentUntil} IS NOT NULL`),
  ],
);

/** A row that goes with its person, or forgets them. Needs an index: without one, whoever is removed costs a walk through the table. */
export const attendeeRef = (column = 'attendee_id', onDelete: 'cascade' | 'set null' = 'cascade') =>
  text(column)
    .$type<AttendeeId>()
    .references(() => attendees.id, { onDelete });

/** People across events: who asked to be kept on file, recognised by address and name. */
export const members = sqliteTable(
  'members',
  {
    id: text('id').$type<MemberId>().primaryKey(),
    emailKey: text('email_key').notNull(),
    nameKey: text('name_key').notNull(),
    createdAt: at('created_at').notNull(),
    /** The last time they registered, came or answered. */
    lastSeenAt: at('last_seen_at').notNull(),
    /** What a mentor said last time, offered again for the next event. */
    card: text('card', { mode: 'json' }).$type<MentorCard>().notNull().default(EMPTY_CARD),
    introductionsPerMonth: integer('introductions_per_month'),
    /** False for who is here by somebody else's word alone (typed on the community's page, imported): nobody is recognised by it. */
    kept: integer('kept', { mode: 'boolean' }).notNull().default(true),
  },
  (table) => [uniqueIndex('members_by_keys').on(table.emailKey, table.nameKey)],
);

/** Who is never, and who always, at one table. */
export const pairRules = sqliteTable(
  'pair_rules',
  {
    eventId: eventRef(),
    one: attendeeRef('one').notNull(),
    other: attendeeRef('other').notNull(),
    kind: text('kind').$type<PairRule['kind']>().notNull(),
    createdAt: at('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.one, table.other] }), index('pair_rules_by_other').on(table.other)],
);

/** A reserve mentor who was asked to step in. */
export const mentorAsks = sqliteTable(
  'mentor_asks',
  {
    id: text('id').primaryKey(),
    eventId: eventRef(),
    attendeeId: attendeeRef().notNull(),
    /** Whose place it is. */
    insteadOf: attendeeRef('instead_of', 'set null'),
    askedAt: at('asked_at').notNull(),
    answer: text('answer').$type<'yes' | 'no' | 'too-late'>(),
    answeredAt: at('answered_at'),
  },
  (table) => [index('mentor_asks_by_attendee').on(table.attendeeId), index('mentor_asks_by_place').on(table.insteadOf)],
);

/** An applied import and what it changed, so that it can be taken back whole. */
export const imports = sqliteTable('imports', {
  id: text('id').primaryKey(),
  eventId: eventRef(),
  appliedAt: at('applied_at').notNull(),
  by: text('by').notNull(),
  added: text('added', { mode: 'json' }).$type<readonly AttendeeId[]>().notNull(),
  /** The rows as they were before, of those the import changed, and how it left them standing; older imports lack that. */
  changed: text('changed', { mode: 'json' })
    .$type<readonly (typeof attendees.$inferSelect & { readonly became?: Standing })[]>()
    .notNull(),
  undoneAt: at('undone_at'),
});
