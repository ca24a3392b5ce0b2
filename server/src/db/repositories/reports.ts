import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { ReportNotice } from '@lapwing/shared/protocol/conduct-api';
import { and, desc, eq } from 'drizzle-orm';
import { reports } from '../schema.ts';
import type { Tx } from '../transact.ts';

export type StoredReport = typeof reports.$inferSelect;

export const insertReport = (tx: Tx, row: StoredReport): void => {
  tx.insert(reports).values(row).run();
};

export const findReportByKey = (tx: Tx, attendeeId: AttendeeId, key: string): StoredReport | undefined =>
  tx
    .select()
    .from(reports)
    .where(and(eq(reports.attendeeId, attendeeId), eq(reports.key, key)))
    .get();

export const findReport = (tx: Tx, eventId: EventId, id: string): StoredReport | undefined =>
  tx
    .select()
    .from(reports)
    .where(and(eq(reports.eventId, eventId), eq(reports.id, id)))
    .get();

/** Newest first, without what they say. */
export const listReports = (tx: Tx, eventId: EventId): ReportNotice[] =>
  tx
    .select({ id: reports.id, at: reports.at, settledAt: reports.settledAt })
    .from(reports)
    .where(eq(reports.eventId, eventId))
    .orderBy(desc(reports.at), desc(reports.id))
    .all();

/** Whether there was such a report in the event. */
export const setSettled = (tx: Tx, eventId: EventId, id: string, settledAt: Instant | null): boolean =>
  tx
    .update(reports)
    .set({ settledAt })
    .where(and(eq(reports.eventId, eventId), eq(reports.id, id)))
    .run().changes > 0;
