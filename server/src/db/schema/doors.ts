import type { DisplayId, StaffId } from '@lapwing/shared/kernel/ids';
import type { DisplayLayout, DisplayTheme } from '@lapwing/shared/protocol/messages';
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { at } from './columns.ts';
import { anyEventRef, eventRef } from './events.ts';
import { attendeeRef } from './people.ts';
import { staff } from './staff.ts';

/** Pages that show the display, each with the cookie it came with. */
export const displays = sqliteTable('displays', {
  id: text('id').primaryKey(),
  eventId: eventRef(),
  sessionHash: text('session_hash').notNull().unique(),
  name: text('name').notNull(),
  layout: text('layout').$type<DisplayLayout>().notNull().default('auto'),
  createdAt: at('created_at').notNull(),
  theme: text('theme').$type<DisplayTheme>().notNull().default('night'),
  light: integer('light', { mode: 'boolean' }).notNull().default(true),
  speaks: integer('speaks', { mode: 'boolean' }).notNull().default(false),
  /** An organiser has named it or chosen what it shows. */
  confirmed: integer('confirmed', { mode: 'boolean' }).notNull().default(true),
});

/** Only the hash of a link's secret is kept. */
export const links = sqliteTable(
  'links',
  {
    hash: text('hash').primaryKey(),
    eventId: eventRef(),
    attendeeId: attendeeRef(),
    displayId: text('display_id').$type<DisplayId>(),
    createdAt: at('created_at').notNull(),
    revokedAt: at('revoked_at'),
  },
  (table) => [index('links_by_attendee').on(table.attendeeId)],
);

/** What an opened link or a sign-in became: a cookie, kept as its hash. `eventId` is null for the console. */
export const sessions = sqliteTable(
  'sessions',
  {
    hash: text('hash').primaryKey(),
    /** registration: not a cookie, but the key with which somebody registered: it opens nothing. */
    kind: text('kind').$type<'console' | 'helper' | 'attendee' | 'display' | 'registration'>().notNull(),
    eventId: anyEventRef(),
    attendeeId: attendeeRef(),
    displayId: text('display_id').$type<DisplayId>(),
    linkHash: text('link_hash'),
    /** Of a helper, who has no account. */
    firstName: text('first_name').notNull().default(''),
    createdAt: at('created_at').notNull(),
    lastSeenAt: at('last_seen_at').notNull(),
    staffId: text('staff_id')
      .$type<StaffId>()
      .references(() => staff.id, { onDelete: 'cascade' }),
    /** What kind of browser it is, for the list of one's own sessions, e.g. "Firefox on Linux". */
    device: text('device').notNull().default(''),
    /** When who signed in last proved who they are; null: when the session began. A paired device has proved nothing. */
    provenAt: at('proven_at'),
    /** Of a phone that was put out, so that it can be told why: it opens nothing any more. */
    endedBy: text('ended_by').$type<'elsewhere' | 'notTheirs'>(),
    /** Of a page that was opened by a mailed link: a hash of the mailbox, and of whom that link was for. */
    mailbox: text('mailbox'),
  },
  (table) => [
    index('sessions_by_attendee').on(table.attendeeId),
    index('sessions_by_staff').on(table.staffId),
    // strangers' forms are most of the rows: what a hall asks for must not read past them
    index('sessions_by_kind').on(table.kind, table.eventId, table.createdAt),
    index('sessions_by_link').on(table.linkHash, table.kind).where(sql`${table.linkHash} IS NOT NULL`),
    index('sessions_by_display').on(table.displayId).where(sql`${table.displayId} IS NOT NULL`),
  ],
);
