import type { DeskCallKind } from '@lapwing/shared/event/desk-call';
import type { PresenceVoice } from '@lapwing/shared/event/presence';
import type { TableId } from '@lapwing/shared/kernel/ids';
import type { LiveCommand, Moment } from '@lapwing/shared/live/state';
import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { at } from './columns.ts';
import { eventRef } from './events.ts';
import { attendeeRef } from './people.ts';

/** The truth for a restart: one row a night, written with every command. */
export const nights = sqliteTable('nights', {
  eventId: eventRef().primaryKey(),
  version: integer('version').notNull(),
  moment: text('moment', { mode: 'json' }).$type<Moment>().notNull(),
});

/** The audit and the undo stack. */
export const nightCommands = sqliteTable(
  'night_commands',
  {
    eventId: eventRef(),
    /** The version of the night that the command made. */
    version: integer('version').notNull(),
    /** Idempotency key of the press; null when the clock did it. */
    key: text('key'),
    bodyHash: text('body_hash'),
    command: text('command', { mode: 'json' }).$type<LiveCommand>().notNull(),
    /** First name of who pressed; '' for the clock. */
    by: text('by').notNull(),
    at: at('at').notNull(),
    before: text('before', { mode: 'json' }).$type<Moment>().notNull(),
    phase: text('phase', { mode: 'json' }).$type<Moment['phase']>().notNull(),
    undone: integer('undone', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.version] }),
    uniqueIndex('night_commands_by_key').on(table.eventId, table.key),
  ],
);

/** What people told the desk from their phones. */
export const deskCalls = sqliteTable(
  'desk_calls',
  {
    eventId: eventRef(),
    attendeeId: attendeeRef().notNull(),
    kind: text('kind').$type<DeskCallKind>().notNull(),
    minutes: integer('minutes').notNull(),
    at: at('at').notNull(),
    answeredAt: at('answered_at'),
    afterRound: integer('after_round'),
  },
  (table) => [primaryKey({ columns: [table.attendeeId, table.kind] })],
);

/** The newest word about whether somebody is here: a word that was said earlier and comes later does not undo it. */
export const presenceWords = sqliteTable('presence_words', {
  attendeeId: attendeeRef().primaryKey(),
  eventId: eventRef(),
  here: integer('here', { mode: 'boolean' }).notNull(),
  at: at('at').notNull(),
  by: text('by').$type<PresenceVoice>().notNull(),
});

/** Tables at which everybody sits, as one of them said. */
export const seatedTables = sqliteTable(
  'seated_tables',
  {
    eventId: eventRef(),
    round: integer('round').notNull(),
    tableId: text('table_id').$type<TableId>().notNull(),
    at: at('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.round, table.tableId] })],
);
