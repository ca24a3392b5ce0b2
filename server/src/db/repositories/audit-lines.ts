import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import type { AuditLine } from '@lapwing/shared/protocol/audit-api';
import { and, desc, eq, getTableColumns, isNull, like, or } from 'drizzle-orm';
import { attendees, auditLines, staff } from '../schema.ts';
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

/**
 * Who of the people on the list now was added by whom without an account.
 * @param sign what stands before the sign of every helper
 */
export const listAddedByHelpers = (tx: Tx, eventId: EventId, sign: string): { by: string; id: AttendeeId }[] =>
  tx
    .select({ by: auditLines.by, id: attendees.id })
    .from(auditLines)
    .innerJoin(attendees, and(eq(attendees.id, auditLines.person), eq(attendees.eventId, eventId)))
    .where(
      and(
        eq(auditLines.eventId, eventId),
        eq(auditLines.act, 'person-added'),
        isNull(auditLines.byStaff),
        like(auditLines.by, `% ${sign}%`),
      ),
    )
    .all();
