import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { ReportKind } from '@lapwing/shared/protocol/conduct-api';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { at } from './columns.ts';
import { eventRef } from './events.ts';
import { attendeeRef } from './people.ts';

/** What somebody told the named contact in private. */
export const reports = sqliteTable(
  'reports',
  {
    id: text('id').primaryKey(),
    eventId: eventRef(),
    /** Whose it is; null once they were erased while it was open. */
    attendeeId: attendeeRef(),
    /** Made by the phone: one report, however often it is sent. */
    key: text('key').notNull(),
    kind: text('kind').$type<ReportKind>().notNull(),
    text: text('text').notNull(),
    /** Nobody's once they were erased: who it was, `traces` tell. */
    about: text('about').$type<AttendeeId>(),
    at: at('at').notNull(),
    settledAt: at('settled_at'),
  },
  (table) => [
    index('reports_by_event').on(table.eventId),
    index('reports_by_attendee').on(table.attendeeId, table.key),
    index('reports_by_about').on(table.about),
  ],
);

/**
 * Who never sits with whom, at no event; said of two people of one event, whom later ones recognise. It does not go with
 * their rows: whoever erases themselves is known by their `traces`.
 */
export const blocks = sqliteTable(
  'blocks',
  {
    eventId: eventRef(),
    one: text('one').$type<AttendeeId>().notNull(),
    other: text('other').$type<AttendeeId>().notNull(),
    createdAt: at('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.one, table.other] }), index('blocks_by_other').on(table.other)],
);

/**
 * What stays in the place of somebody whom a block or a report is about, or who was taken off the list, when they are
 * erased or change their name: keyed hashes that tell them again when they come back, and nobody who they were.
 */
export const traces = sqliteTable(
  'traces',
  {
    /** Of the row that they were. */
    id: text('id').$type<AttendeeId>().notNull(),
    eventId: eventRef(),
    /** Of one thing that they are recognised by (`series-keys`), for this event alone. */
    hash: text('hash').notNull(),
    takenOff: integer('taken_off', { mode: 'boolean' }).notNull(),
    /** Whether they were on file, and would have stayed beyond the names of the evening. */
    onFile: integer('on_file', { mode: 'boolean' }).notNull(),
    at: at('at').notNull(),
    /** Whether they were called so by their mailbox, an organiser or a file, and not by what somebody typed alone. */
    proven: integer('proven', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.id, table.hash] }), index('traces_by_hash').on(table.eventId, table.hash)],
);
