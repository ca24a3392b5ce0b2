import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import type { AuditLine } from '@lapwing/shared/protocol/audit-api';
import { desc, eq, getTableColumns, isNull, or } from 'drizzle-orm';
import { auditLines, staff } from '../schema.ts';
import type { Tx } from '../transact.ts';

/** Of the event and of no event, newest first. */
export const listAuditLines = (tx: Tx, eventId: EventId, most: number): AuditLine[] =>
  tx
    .select({ ...getTableColumns(auditLines), name: staff.name })
    .from(auditLines)
    .leftJoin(staff, eq(staff.id, auditLines.byStaff))
    .where(or(eq(auditLines.eventId, eventId), isNull(auditLines.eventId)))
    .orderBy(desc(auditLines.id))
    .limit(most)
    .all()
    .map(({ eventId: _, byStaff, name, person, other, ...line }) => ({
      ...line,
      now: byStaff === null || name === line.by ? null : (name ?? ''),
      person: person as AttendeeId | null,
      other: other as AttendeeId | null,
    }));
