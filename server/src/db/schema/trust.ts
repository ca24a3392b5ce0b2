import type { ReportKind } from '@lapwing/shared/protocol/conduct-api';
import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { at } from './columns.ts';
import { eventRef } from './events.ts';
import { attendeeRef } from './people.ts';

/** What somebody told the named contact in private. */
export const reports = sqliteTable(
  'reports',
  {
    id: text('id').primaryKey(),
    eventId: eventRef(),
    attendeeId: attendeeRef().notNull(),
    /** Made by the phone: one report, however often it is sent. */
    key: text('key').notNull(),
    kind: text('kind').$type<ReportKind>().notNull(),
    text: text('text').notNull(),
    about: attendeeRef('about', 'set null'),
    at: at('at').notNull(),
    settledAt: at('settled_at'),
  },
  (table) => [
    index('reports_by_event').on(table.eventId),
    index('reports_by_attendee').on(table.attendeeId, table.key),
    index('reports_by_about').on(table.about),
  ],
);

/** Who never sits with whom, at no event; said of two people of one event, whom later ones recognise. */
export const blocks = sqliteTable(
  'blocks',
  {
    eventId: eventRef(),
    one: attendeeRef('one').notNull(),
    other: attendeeRef('other').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.one, table.other] }), index('blocks_by_other').on(table.other)],
);
