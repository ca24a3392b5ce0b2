import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import type { AuditLine } from '@lapwing/shared/protocol/audit-api';
import { desc, eq, isNull, or } from 'drizzle-orm';
import { auditLines } from '../schema.ts';
import type { Tx } from '../transact.ts';

/** Of the event and of no event, newest first. */
export const listAuditLines = (tx: Tx, eventId: EventId, most: number): AuditLine[] =>
  tx
    .select()
    .from(auditLines)
    .where(or(eq(auditLines.eventId, eventId), isNull(auditLines.eventId)))
    .orderBy(desc(auditLines.id))
    .limit(most)
    .all()
    .map(({ eventId: _, person, other, ...line }) => ({
      ...line,
      person: person as AttendeeId | null,
      other: other as AttendeeId | null,
    }));
