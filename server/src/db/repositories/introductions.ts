import type { AttendeeId, EventId, IntroductionId, MemberId, SuggestionId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { Sending } from '@lapwing/shared/protocol/introductions-api';
import { and, asc, count, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import { attendees, eventIntroductions, events, introductions, proposals } from '../schema.ts';
import type { Tx } from '../transact.ts';
import type { AttendeeRow } from './attendees.ts';

/** Of an evening, between evenings, or of an import. */
export type AnyIntroduction = typeof introductions.$inferSelect;
/** Of an evening. */
export type IntroductionRow = AnyIntroduction & {
  readonly eventId: EventId;
  readonly student: AttendeeId;
  readonly mentor: AttendeeId;
};
export type NewIntroduction = typeof introductions.$inferInsert;
export type Side = 'student' | 'mentor';

/** The key of the mail to one side. */
export const introductionKey = (id: IntroductionId, side: Side): string => `introduction:${id}:${side}`;
export const introductionKeys = ({ id, suggestion }: Pick<AnyIntroduction, 'id' | 'suggestion'>): string[] => [
  introductionKey(id, 'student'),
  introductionKey(id, 'mentor'),
  ...(suggestion === null ? [] : [togetherKey(suggestion)]),
];

/** The keys of the mails that ask both what came of it. */
export const outcomeKeys = (id: IntroductionId): string[] =>
  ['ms', 'mm', 'ts', 'tm'].map((question) => `question:${question}-${id}`);

/** The key of the one mail to a mentor about several. */
export const togetherKey = (id: SuggestionId): string => `introduction:${id}:together`;

/** Answers false, and writes nothing, where these two were introduced already (H11). */
export const insertIntroduction = (tx: Tx, row: NewIntroduction): boolean =>
  tx
    .insert(introductions)
    .values(row)
    .onConflictDoNothing({ target: [introductions.student, introductions.mentor] })
    .run().changes > 0;

export const findIntroduction = (tx: Tx, eventId: EventId, id: IntroductionId): IntroductionRow | undefined =>
  tx
    .select()
    .from(introductions)
    .where(and(eq(introductions.eventId, eventId), eq(introductions.id, id)))
    .get() as IntroductionRow | undefined;

/** In the order in which they were made. */
export const listIntroductions = (tx: Tx, eventId: EventId): IntroductionRow[] =>
  tx
    .select()
    .from(introductions)
    .where(eq(introductions.eventId, eventId))
    .orderBy(asc(introductions.madeAt), sql`rowid`)
    .all() as IntroductionRow[];

/** Those of one person of an evening. */
export const introductionsOf = (tx: Tx, id: AttendeeId): IntroductionRow[] =>
  tx
    .select()
    .from(introductions)
    .where(or(eq(introductions.student, id), eq(introductions.mentor, id)))
    .orderBy(asc(introductions.madeAt), sql`rowid`)
    .all() as IntroductionRow[];

export const saveIntroduction = (
  tx: Tx,
  id: IntroductionId,
  changes: Partial<Pick<IntroductionRow, 'words' | 'state' | 'sentAt' | 'told'>>,
): void => void tx.update(introductions).set(changes).where(eq(introductions.id, id)).run();

/** A draft that they do not both want any more. What was released stays (H11). */
export const dropDrafts = (tx: Tx, ids: readonly IntroductionId[]): void =>
  void tx
    .delete(introductions)
    .where(and(inArray(introductions.id, [...ids]), inArray(introductions.state, ['draft', 'held'])))
    .run();

/**
 * H10: introductions made with a mentor since then, at all evenings where they are on file or have this address, and between
 * evenings; with those they are asked about now.
 * @param addressKey an `emailKey`; '' for none
 */
export const countMadeWith = (
  tx: Tx,
  { id, eventId, memberId }: Pick<AttendeeRow, 'id' | 'eventId' | 'memberId'>,
  addressKey: string,
  since: Instant,
): number =>
  (memberId === null ? 0 : countAsked(tx, memberId)) +
  (tx
    // whom organisers suggested together counts once
    .select({ made: sql<number>`count(distinct coalesce(${introductions.suggestion}, ${introductions.id}))` })
    .from(introductions)
    .leftJoin(attendees, eq(attendees.id, introductions.mentor))
    .leftJoin(events, eq(events.id, introductions.eventId))
    .where(
      and(
        gt(introductions.madeAt, since),
        // what is practised takes nothing from an evening
        or(isNull(introductions.eventId), eq(events.rehearsal, false), eq(introductions.eventId, eventId)),
        or(
          eq(introductions.mentor, id),
          memberId === null ? undefined : eq(introductions.mentorMember, memberId),
          memberId === null ? undefined : eq(attendees.memberId, memberId),
          addressKey === '' ? undefined : eq(sql`lower(${attendees.email})`, addressKey),
        ),
      ),
    )
    .get()?.made ?? 0);

/** What a member is asked about between evenings, or will be in a moment. */
const countAsked = (tx: Tx, mentor: MemberId): number =>
  tx
    .select({ asked: count() })
    .from(proposals)
    .where(and(eq(proposals.mentor, mentor), inArray(proposals.state, ['approved', 'asked'])))
    .get()?.asked ?? 0;

/** How an evening introduces people, and its last bell as far as it was seen. */
export const findSending = (tx: Tx, eventId: EventId): { readonly sending: Sending; readonly bellAt: Instant | null } =>
  tx
    .select({ sending: eventIntroductions.sending, bellAt: eventIntroductions.bellAt })
    .from(eventIntroductions)
    .where(eq(eventIntroductions.eventId, eventId))
    .get() ?? { sending: 'at-once', bellAt: null };

export const saveSending = (
  tx: Tx,
  eventId: EventId,
  changes: Partial<{ readonly sending: Sending; readonly bellAt: Instant | null }>,
): void =>
  void tx
    .insert(eventIntroductions)
    .values({ eventId, ...changes })
    .onConflictDoUpdate({ target: eventIntroductions.eventId, set: changes })
    .run();
