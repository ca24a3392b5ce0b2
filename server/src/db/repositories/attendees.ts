import type { Attendee, AttendeeDetails } from '@lapwing/shared/event/roster';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { and, eq, inArray } from 'drizzle-orm';
import { attendees } from '../schema.ts';
import type { Tx } from '../transact.ts';

export type AttendeeRow = typeof attendees.$inferSelect;

export const asAttendee = (row: AttendeeRow): Attendee => {
  const { eventId: _event, linkGeneration: _link, createdAt: _made, ...attendee } = row;
  return attendee;
};

const ofEvent = (eventId: EventId, id: AttendeeId) => and(eq(attendees.eventId, eventId), eq(attendees.id, id));

/** In order of names, as a person would sort them. */
export const listAttendees = (tx: Tx, eventId: EventId): AttendeeRow[] =>
  tx
    .select()
    .from(attendees)
    .where(eq(attendees.eventId, eventId))
    .all()
    .sort((one, other) => one.name.localeCompare(other.name));

export const findAttendee = (tx: Tx, eventId: EventId, id: AttendeeId): AttendeeRow | undefined =>
  tx.select().from(attendees).where(ofEvent(eventId, id)).get();

export const insertAttendee = (tx: Tx, row: AttendeeRow): void => {
  tx.insert(attendees).values(row).run();
};

/** Answers whether there was such a person in this event. */
export const saveDetails = (tx: Tx, eventId: EventId, id: AttendeeId, details: AttendeeDetails): boolean =>
  tx.update(attendees).set(details).where(ofEvent(eventId, id)).run().changes > 0;

/** Puts a person's details back as they were in `row`. Whether they are here is left as it is today. */
export const restoreDetails = (tx: Tx, row: AttendeeRow): void => {
  const { id, checkedInAt: _, ...details } = asAttendee(row);
  saveDetails(tx, row.eventId, id, details);
};

export const setCheckedIn = (tx: Tx, eventId: EventId, id: AttendeeId, at: Instant | null): boolean =>
  tx.update(attendees).set({ checkedInAt: at }).where(ofEvent(eventId, id)).run().changes > 0;

export const removeAttendees = (tx: Tx, eventId: EventId, ids: readonly AttendeeId[]): void => {
  tx.delete(attendees)
    .where(and(eq(attendees.eventId, eventId), inArray(attendees.id, [...ids])))
    .run();
};
