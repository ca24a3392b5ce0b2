import type { StaffId } from '@lapwing/shared/kernel/ids';
import type { AuditAct } from '@lapwing/shared/protocol/audit-api';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { at } from './columns.ts';
import { anyEventRef } from './events.ts';

/**
 * What organisers did, beside the night, which has its own log. Written with what was done, never changed. People stand
 * in it as ids, which are nobody's once they are erased: no name outlives its person.
 */
export const auditLines = sqliteTable(
  'audit_lines',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** Null: of no single event. */
    eventId: anyEventRef(),
    at: at('at').notNull(),
    /** First name of the organiser, as it was then. */
    by: text('by').notNull(),
    act: text('act').$type<AuditAct>().notNull(),
    person: text('person'),
    other: text('other'),
    /** How many, or which version; null where there is nothing to count. */
    count: integer('count'),
    /** Their account; null for helpers. It may be gone by now. */
    byStaff: text('by_staff').$type<StaffId>(),
  },
  (table) => [index('audit_lines_by_event').on(table.eventId, table.id)],
);
