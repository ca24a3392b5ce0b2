import type { AttendeeRole } from '@lapwing/shared/event/roster';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { at } from './columns.ts';
import { anyEventRef, eventRef } from './events.ts';

/**
 * Who was erased: an id that is nobody's any more, so that a restored backup does not bring them back. For a person of an
 * event it is also the seat without a name, which plans go on to name by its id.
 */
export const erasures = sqliteTable('erasures', {
  /** Of a person of an event, or of somebody on file across events. */
  id: text('id').primaryKey(),
  kind: text('kind').$type<'person' | 'member'>().notNull(),
  /** Null for somebody on file. */
  eventId: anyEventRef(),
  role: text('role').$type<AttendeeRole>(),
  /** Whether they had been checked in: the one thing that is still counted. */
  came: integer('came', { mode: 'boolean' }).notNull(),
  at: at('at').notNull(),
  by: text('by').$type<'organiser' | 'person' | 'clock'>().notNull(),
});

/** How an event deals with people's data; an event without a row does as it is usual. */
export const eventPrivacy = sqliteTable('event_privacy', {
  eventId: eventRef().primaryKey(),
  /** Days after the morning after for which names stay. */
  namesDays: integer('names_days').notNull(),
  /** An evening with people under 18. */
  under18: integer('under_18', { mode: 'boolean' }).notNull(),
});
