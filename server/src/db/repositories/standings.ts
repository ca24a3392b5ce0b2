import type { InLine } from '@lapwing/shared/event/places';
import type { AttendeeRole, Standing } from '@lapwing/shared/event/roster';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { saidYes } from '@lapwing/shared/registration/lent-places';
import { and, count, eq, getTableColumns, isNotNull, isNull, lt, lte, or } from 'drizzle-orm';
import { attendees } from '../schema.ts';
import type { Tx } from '../transact.ts';
import { type AttendeeRow, isLent } from './attendees.ts';

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

const { id, name, email, waitingSince, createdAt, unproven, unconfirmed, lentUntil } = getTableColumns(attendees);
/** What the line is made of: not the whole row, since thousands may wait. */
const LINE = { id, name, email, waitingSince, createdAt, unproven, unconfirmed, lentUntil };

/** Who waits and was not late (P17): who was does not move up before a yes, and holds nobody up. */
export const countMovingUp = (tx: Tx, eventId: EventId, role: AttendeeRole): number =>
  tx
    .select({ people: count() })
    .from(attendees)
    .where(
      and(
        standing(eventId, role, 'waiting'),
        or(isNull(lentUntil), eq(attendees.unproven, false), eq(attendees.unconfirmed, false)),
      ),
    )
    .get()?.people ?? 0;

/** Everybody of this role on the waitlist. Who came to it before waiting was written down waits since they were added. */
export const listWaiting = (tx: Tx, eventId: EventId, role: AttendeeRole): Waiting[] =>
  tx
    .select(LINE)
    .from(attendees)
    .where(standing(eventId, role, 'waiting'))
    .all()
    .map(({ id, name, email, waitingSince, createdAt, ...asked }) => ({
      ...{ id, name, email, since: waitingSince ?? createdAt },
      said: saidYes(asked) ? 'yes' : asked.lentUntil === null ? 'open' : 'late',
    }));

/** Everybody of an event whose place is lent (P15). */
export const listLent = (tx: Tx, eventId: EventId): AttendeeRow[] =>
  tx
    .select()
    .from(attendees)
    .where(and(standing(eventId, 'student', 'active'), isNotNull(lentUntil)))
    .all()
    .filter(isLent);

/** Events where the time of a lent place is over. */
export const lentOver = (tx: Tx, now: Instant): EventId[] =>
  tx
    .select({ eventId: attendees.eventId })
    .from(attendees)
    .where(
      and(
        lte(lentUntil, now),
        eq(attendees.standing, 'active'),
        eq(attendees.unproven, true),
        eq(attendees.unconfirmed, true),
      ),
    )
    .groupBy(attendees.eventId)
    .all()
    .map(({ eventId }) => eventId);

/** Until when a place is kept for somebody who has not said yes; null: it is theirs. */
export const saveLent = (tx: Tx, id: AttendeeId, until: Instant | null): void => {
  tx.update(attendees).set({ lentUntil: until }).where(eq(attendees.id, id)).run();
};

/** No place of the event is lent any more: who has one keeps it. */
export const giveLent = (tx: Tx, eventId: EventId): void => {
  tx.update(attendees)
    .set({ lentUntil: null })
    .where(and(eq(attendees.eventId, eventId), eq(attendees.standing, 'active'), isNotNull(lentUntil)))
    .run();
};

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
