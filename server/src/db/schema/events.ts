import type { Boundary, WhoMoves } from '@lapwing/shared/event/event';
import type { Landmark } from '@lapwing/shared/event/floor';
import type { DisplayId, EventId } from '@lapwing/shared/kernel/ids';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { at } from './columns.ts';

export const events = sqliteTable('events', {
  id: text('id').$type<EventId>().primaryKey(),
  code: text('code').notNull().unique(),
  name: text('name').notNull(),
  place: text('place').notNull(),
  startsAt: at('starts_at').notNull(),
  timeZone: text('time_zone').notNull(),
  rounds: integer('rounds').notNull(),
  roundMinutes: integer('round_minutes').notNull(),
  changeoverMinutes: integer('changeover_minutes').notNull(),
  breakAfterRound: integer('break_after_round').notNull(),
  breakMinutes: integer('break_minutes').notNull(),
  whoMoves: text('who_moves').$type<WhoMoves>().notNull(),
  boundary: text('boundary').$type<Boundary>().notNull(),
  displayId: text('display_id').$type<DisplayId>().notNull().unique(),
  createdAt: at('created_at').notNull(),
  deletedAt: at('deleted_at'),
  talkBegins: text('talk_begins').$type<Boundary>().notNull().default('auto'),
  welcomeMinutes: integer('welcome_minutes').notNull().default(0),
  panelMinutes: integer('panel_minutes').notNull().default(0),
  freeTalkMinutes: integer('free_talk_minutes').notNull().default(0),
  /** Whether people may say on their own page that they are here. */
  selfCheckIn: integer('self_check_in', { mode: 'boolean' }).notNull().default(true),
  /** Which of the display's links counts: a higher number has another secret. */
  displayGeneration: integer('display_generation').notNull().default(1),
  /** An evening to practise on, with invented people: strangers have no part in it. */
  rehearsal: integer('rehearsal', { mode: 'boolean' }).notNull().default(false),
  /** Since when it is said that it does not take place. */
  cancelledAt: at('cancelled_at'),
  cancelReason: text('cancel_reason').notNull().default(''),
  landmarks: text('landmarks', { mode: 'json' }).$type<readonly Landmark[]>().notNull().default([]),
});

/** A row that goes with its event, or is of none. */
export const anyEventRef = () =>
  text('event_id')
    .$type<EventId>()
    .references(() => events.id, { onDelete: 'cascade' });

/** A row that goes with its event. */
export const eventRef = () => anyEventRef().notNull();

/** The public side of an event; an event without a row has it closed. */
export const invitations = sqliteTable('invitations', {
  eventId: eventRef().primaryKey(),
  open: integer('open', { mode: 'boolean' }).notNull(),
  about: text('about').notNull(),
  capacity: integer('capacity'),
  overbookPercent: integer('overbook_percent').notNull(),
  showMentors: integer('show_mentors', { mode: 'boolean' }).notNull(),
  contactName: text('contact_name').notNull(),
  contactEmail: text('contact_email').notNull(),
  closesAt: at('closes_at'),
  /** '': the usual code of conduct. */
  conduct: text('conduct').notNull().default(''),
  trustedName: text('trusted_name').notNull().default(''),
  trustedReach: text('trusted_reach').notNull().default(''),
  inGuide: integer('in_guide', { mode: 'boolean' }).notNull().default(false),
});

/** What the organiser chose beside the settings of an event, e.g. the address that links begin with. */
export const settings = sqliteTable('settings', {
  key: text('key')
    .$type<
      | 'link-host'
      | 'plain-http'
      | 'host-cookies-since'
      | 'community-keeper'
      | `no-reminder:${EventId}`
      | `columns:${string}`
    >()
    .primaryKey(),
  value: text('value').notNull(),
});
