import type { AttendeeId, EventId, MemberId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { and, eq, gte, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm';
import { attendees, introductions, introRequests, picks } from '../schema.ts';
import type { Tx } from '../transact.ts';

export type Step = 'came' | 'picked' | 'introduced' | 'met' | 'in-touch';

/**
 * Who reached a step, as keys: a member once over all evenings, everybody else once for each.
 * @param between who asked or was introduced in this time, at no evening, counts too; null: none of them
 * @param but members who count for nothing
 */
export function whoReached(
  tx: Tx,
  step: Step,
  events: readonly EventId[],
  between: { readonly from: Instant; readonly until: Instant } | null,
  but: readonly MemberId[],
): Set<string> {
  const reached = keysOf(tx, step, events, between);
  for (const id of but) reached.delete(keyOf(id, null));
  return reached;
}

function keysOf(
  tx: Tx,
  step: Step,
  events: readonly EventId[],
  between: { readonly from: Instant; readonly until: Instant } | null,
): Set<string> {
  if (step === 'came' || step === 'picked')
    return new Set([...peopleWhere(tx, events, step), ...(between === null ? [] : askedBetween(tx, between))]);
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

/** Who asked between evenings, and who was introduced: the one or the other was asked. They came without an evening. */
function askedBetween(tx: Tx, { from, until }: { readonly from: Instant; readonly until: Instant }): string[] {
  const asked = tx
    .select({ id: introRequests.memberId })
    .from(introRequests)
    .where(and(gte(introRequests.askedAt, from), lt(introRequests.askedAt, until)))
    .all();
  const introduced = tx
    .select({ one: introductions.studentMember, other: introductions.mentorMember })
    .from(introductions)
    .where(and(isNull(introductions.eventId), gte(introductions.madeAt, from), lt(introductions.madeAt, until)))
    .all();
  return [...asked.map(({ id }) => id), ...introduced.flatMap(({ one, other }) => [one, other])].flatMap((id) =>
    id === null ? [] : [keyOf(id, null)],
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
