import type { MentorCard } from '@lapwing/shared/event/roster';
import type { AttendeeId, EventId, MemberId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { and, desc, eq, isNull, or, sql } from 'drizzle-orm';
import { attendees, eventPrivacy, events } from '../schema.ts';
import type { Tx } from '../transact.ts';

/** Whoever agreed to stand in the careers guide. */
export interface GuideMentorRow {
  readonly eventId: EventId;
  readonly id: AttendeeId;
  readonly memberId: MemberId | null;
  readonly name: string;
  readonly email: string;
  readonly card: MentorCard;
  readonly unproven: boolean;
  readonly checkedInAt: Instant | null;
}

/**
 * Mentors who come or came, and agreed themselves; those of the latest evening first. Read anew each time: who is erased
 * or takes it back is gone from the next page on. None of a rehearsal, and none of an evening with people under 18.
 */
export const listGuideMentors = (tx: Tx): GuideMentorRow[] =>
  tx
    .select({
      ...{ eventId: attendees.eventId, id: attendees.id, memberId: attendees.memberId },
      ...{ name: attendees.name, email: attendees.email, card: attendees.card, unproven: attendees.unproven },
      checkedInAt: attendees.checkedInAt,
    })
    .from(attendees)
    .innerJoin(events, eq(events.id, attendees.eventId))
    .leftJoin(eventPrivacy, eq(eventPrivacy.eventId, attendees.eventId))
    .where(
      and(
        ...[eq(attendees.role, 'mentor'), eq(attendees.standing, 'active'), eq(attendees.unconfirmed, false)],
        sql`json_extract(${attendees.registration}, '$.consents.guide') is not null`,
        ...[isNull(events.deletedAt), eq(events.rehearsal, false)],
        or(isNull(eventPrivacy.under18), eq(eventPrivacy.under18, false)),
      ),
    )
    .orderBy(desc(events.startsAt), attendees.name)
    .all();
