import type { Note } from '@lapwing/shared/notes/note';
import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { at } from './columns.ts';
import { eventRef } from './events.ts';
import { attendeeRef } from './people.ts';

/** What people write about each other for themselves alone. */
export const notes = sqliteTable(
  'notes',
  {
    eventId: eventRef(),
    /** Who wrote it, and the only one who reads it. */
    attendeeId: attendeeRef().notNull(),
    about: attendeeRef('about').notNull(),
    text: text('text').notNull(),
    at: at('at').notNull(),
    seen: text('seen', { mode: 'json' }).$type<Note['seen']>().notNull(),
    beside: text('beside', { mode: 'json' }).$type<Note['beside']>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.attendeeId, table.about] }),
    index('notes_by_about').on(table.about),
    index('notes_by_event').on(table.eventId),
  ],
);
