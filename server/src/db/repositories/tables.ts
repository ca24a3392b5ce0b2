import type { Table } from '@lapwing/shared/event/floor';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { asc, eq } from 'drizzle-orm';
import { floorTables, tableMentors } from '../schema.ts';
import type { Tx } from '../transact.ts';

/** In order of their numbers. */
export function listTables(tx: Tx, eventId: EventId): Table[] {
  const chairs = tx
    .select()
    .from(tableMentors)
    .where(eq(tableMentors.eventId, eventId))
    .orderBy(asc(tableMentors.chair))
    .all();
  return tx
    .select()
    .from(floorTables)
    .where(eq(floorTables.eventId, eventId))
    .orderBy(asc(floorTables.number))
    .all()
    .map(({ eventId: _, ...table }) => ({
      ...table,
      mentors: chairs.filter((chair) => chair.tableId === table.id).map((chair) => chair.attendeeId),
    }));
}

/** Puts `tables` in place of the whole floor of the event. */
export function replaceTables(tx: Tx, eventId: EventId, tables: readonly Table[]): void {
  tx.delete(tableMentors).where(eq(tableMentors.eventId, eventId)).run();
  tx.delete(floorTables).where(eq(floorTables.eventId, eventId)).run();
  for (const { mentors, ...table } of tables) {
    tx.insert(floorTables)
      .values({ ...table, eventId })
      .run();
    mentors.forEach((attendeeId, chair) => {
      tx.insert(tableMentors).values({ attendeeId, eventId, tableId: table.id, chair }).run();
    });
  }
}

/** Frees the chair of a mentor, if they have one. */
export const unseatMentor = (tx: Tx, id: AttendeeId): void => {
  tx.delete(tableMentors).where(eq(tableMentors.attendeeId, id)).run();
};

/** Gives the chair of one mentor to another; where there is none, nobody gets one. */
export const passChair = (tx: Tx, from: AttendeeId, to: AttendeeId): void => {
  const chair = tx.select().from(tableMentors).where(eq(tableMentors.attendeeId, from)).get();
  if (!chair) return;
  unseatMentor(tx, from);
  unseatMentor(tx, to);
  tx.insert(tableMentors)
    .values({ ...chair, attendeeId: to })
    .run();
};
