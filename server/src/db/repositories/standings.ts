import type { InLine } from '@lapwing/shared/event/places';
import type { AttendeeRole, Standing } from '@lapwing/shared/event/roster';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { and, count, eq, getTableColumns, isNotNull, lt } from 'drizzle-orm';
import { attendees } from '../schema.ts';
import type { Tx } from '../transact.ts';

const standing = (eventId: EventId, role: AttendeeRole, as: Standing) =>
  and(eq(attendees.eventId, eventId), eq(attendees.role, role), eq(attendees.standing, as));

export const countStanding = (tx: Tx, eventId: EventId, role: AttendeeRole, as: Standing): number =>
  tx
    .select({ people: count() })
    .from(attendees)
    .where(standing(eventId, role, as))
    .get()?.people ?? 0;

export interface Waiting extends InLine<AttendeeId> {
  readonly name: string;
  readonly email: string;
}

const { id, name, email, waitingSince, createdAt } = getTableColumns(attendees);
/** What the line is made of: not the whole row, since thousands may wait. */
const LINE = { id, name, email, waitingSince, createdAt };

/** Everybody of this role on the waitlist. Who came to it before waiting was written down waits since they were added. */
export const listWaiting = (tx: Tx, eventId: EventId, role: AttendeeRole): Waiting[] =>
  tx
    .select(LINE)
    .from(attendees)
    .where(standing(eventId, role, 'waiting'))
    .all()
    .map(({ id, name, email, waitingSince, createdAt }) => ({ id, name, email, since: waitingSince ?? createdAt }));

export const saveStanding = (
  tx: Tx,
  eventId: EventId,
  id: AttendeeId,
  as: Standing,
  waitingSince: Instant | null,
): void => {
  tx.update(attendees)
    .set({ standing: as, waitingSince })
    .where(and(eq(attendees.eventId, eventId), eq(attendees.id, id)))
    .run();
};

/** Whether it was themselves who said that they do not come: who was taken off the list may not come back by themselves. */
export const saveSaidNo = (tx: Tx, eventId: EventId, id: AttendeeId, saidNo: boolean): void => {
  tx.update(attendees)
    .set({ saidNo })
    .where(and(eq(attendees.eventId, eventId), eq(attendees.id, id)))
    .run();
};

/** Students who were expected before the evening began, and how many of them were checked in. */
export function countAttendance(tx: Tx, eventId: EventId, startsAt: Instant): { booked: number; came: number } {
  const booked = and(standing(eventId, 'student', 'active'), lt(attendees.createdAt, startsAt));
  const people = (where: typeof booked): number =>
    tx.select({ people: count() }).from(attendees).where(where).get()?.people ?? 0;
  return { booked: people(booked), came: people(and(booked, isNotNull(attendees.checkedInAt))) };
}
