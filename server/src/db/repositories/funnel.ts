import type { AttendeeId, EventId, MemberId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { and, eq, gte, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm';
import { attendees, introductions, picks } from '../schema.ts';
import type { Tx } from '../transact.ts';

export type Step = 'came' | 'picked' | 'introduced' | 'met' | 'in-touch';

/**
 * Who reached a step, as keys: a member once over all evenings, everybody else once for each.
 * @param between those of no evening that were made in this time count too; null: none of them
 */
export function whoReached(
  tx: Tx,
  step: Step,
  events: readonly EventId[],
  between: { readonly from: Instant; readonly until: Instant } | null,
): Set<string> {
  if (step === 'came') return new Set(peopleWhere(tx, events, 'came'));
  if (step === 'picked') return new Set(peopleWhere(tx, events, 'picked'));
  const ofEvenings = inArray(introductions.eventId, [...events]);
  const besides =
    between === null
      ? undefined
      : and(
          isNull(introductions.eventId),
          gte(introductions.madeAt, between.from),
          lt(introductions.madeAt, between.until),
        );
  const rows = tx
    .select()
    .from(introductions)
    .where(and(eq(introductions.state, 'released'), or(ofEvenings, besides)))
    .all()
    .filter((row) => isReached(row, step));
  const named = memberOfAttendees(tx, events);
  return new Set(
    rows.flatMap((row) => [
      keyOf(row.studentMember ?? (row.student ? named.get(row.student) : null) ?? null, row.student),
      keyOf(row.mentorMember ?? (row.mentor ? named.get(row.mentor) : null) ?? null, row.mentor),
    ]),
  );
}

type Row = typeof introductions.$inferSelect;

function isReached({ outcome, studentTouch, mentorTouch }: Row, step: Step): boolean {
  if (step === 'introduced') return true;
  return step === 'met' ? outcome === 'met' : studentTouch === true || mentorTouch === true;
}

const keyOf = (member: MemberId | null, person: AttendeeId | null): string =>
  member === null ? `person ${person}` : `member ${member}`;

function memberOfAttendees(tx: Tx, events: readonly EventId[]): Map<AttendeeId, MemberId> {
  return new Map(
    tx
      .select({ id: attendees.id, memberId: attendees.memberId })
      .from(attendees)
      .where(and(inArray(attendees.eventId, [...events]), isNotNull(attendees.memberId)))
      .all()
      .flatMap(({ id, memberId }) => (memberId === null ? [] : [[id, memberId] as const])),
  );
}

function peopleWhere(tx: Tx, events: readonly EventId[], step: 'came' | 'picked'): string[] {
  const columns = { id: attendees.id, memberId: attendees.memberId };
  const rows =
    step === 'came'
      ? tx
          .select(columns)
          .from(attendees)
          .where(and(inArray(attendees.eventId, [...events]), isNotNull(attendees.checkedInAt)))
          .all()
      : tx
          .select(columns)
          .from(picks)
          .innerJoin(attendees, eq(attendees.id, picks.attendeeId))
          .where(and(inArray(picks.eventId, [...events]), or(eq(picks.star, true), eq(picks.wish, 'introduce'))))
          .all();
  return rows.map(({ id, memberId }) => keyOf(memberId, id));
}
