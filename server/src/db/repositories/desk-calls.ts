import type { DeskCall, DeskCallKind } from '@lapwing/shared/event/desk-call';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { deskCalls } from '../schema.ts';
import type { Tx } from '../transact.ts';

type CallRow = typeof deskCalls.$inferSelect;

const ofPerson = (id: AttendeeId, kind: DeskCallKind) => and(eq(deskCalls.attendeeId, id), eq(deskCalls.kind, kind));

/** Those nobody answered, oldest first. */
export const openCalls = (tx: Tx, eventId: EventId): DeskCall[] =>
  tx
    .select()
    .from(deskCalls)
    .where(and(eq(deskCalls.eventId, eventId), isNull(deskCalls.answeredAt)))
    .orderBy(asc(deskCalls.at))
    .all()
    .map(({ attendeeId, kind, minutes, afterRound, at }) => ({ person: attendeeId, kind, minutes, afterRound, at }));

export const findCall = (tx: Tx, id: AttendeeId, kind: DeskCallKind): CallRow | undefined =>
  tx.select().from(deskCalls).where(ofPerson(id, kind)).get();

/** The latest word of a person of this kind takes the place of an earlier one. */
export function saveCall(tx: Tx, row: CallRow): void {
  const { minutes, afterRound, at, answeredAt } = row;
  tx.insert(deskCalls)
    .values(row)
    .onConflictDoUpdate({
      target: [deskCalls.attendeeId, deskCalls.kind],
      set: { minutes, afterRound, at, answeredAt },
    })
    .run();
}

export const removeCall = (tx: Tx, id: AttendeeId, kind: DeskCallKind): boolean =>
  tx.delete(deskCalls).where(ofPerson(id, kind)).run().changes > 0;

/** Answered at `at`, or open again (null). Whether there was such a call in the event. */
export const setAnswered = (
  tx: Tx,
  eventId: EventId,
  id: AttendeeId,
  kind: DeskCallKind,
  at: Instant | null,
): boolean =>
  tx
    .update(deskCalls)
    .set({ answeredAt: at })
    .where(and(eq(deskCalls.eventId, eventId), ofPerson(id, kind)))
    .run().changes > 0;
