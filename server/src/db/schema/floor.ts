import type { TableId } from '@lapwing/shared/kernel/ids';
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { eventRef } from './events.ts';
import { attendeeRef } from './people.ts';

export const floorTables = sqliteTable(
  'floor_tables',
  {
    id: text('id').$type<TableId>().primaryKey(),
    eventId: eventRef(),
    number: integer('number').notNull(),
    name: text('name').notNull(),
    seats: integer('seats').notNull(),
    stepFree: integer('step_free', { mode: 'boolean' }).notNull(),
    column: integer('grid_column').notNull(),
    row: integer('grid_row').notNull(),
    quiet: integer('quiet', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [uniqueIndex('floor_tables_by_number').on(table.eventId, table.number)],
);

export const tableMentors = sqliteTable('table_mentors', {
  attendeeId: attendeeRef().primaryKey(),
  eventId: eventRef(),
  tableId: text('table_id')
    .$type<TableId>()
    .notNull()
    .references(() => floorTables.id, { onDelete: 'cascade' }),
  /** 0 or 1: who is named first. */
  chair: integer('chair').notNull(),
});
