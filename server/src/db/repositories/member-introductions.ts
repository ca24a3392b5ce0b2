import type { AttendeeId, EventId, IntroductionId, IntroRequestId, MemberId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { slicesOf } from '../../breathe.ts';
import { attendees, introductions, slackMessages } from '../schema.ts';
import type { Tx } from '../transact.ts';
import type { AnyIntroduction, NewIntroduction } from './introductions.ts';

/** Everybody who is on file with everybody they were introduced to, whenever and however (C16). */
export const listMemberIntroductions = (tx: Tx): (AnyIntroduction & MemberSides)[] =>
  tx
    .select()
    .from(introductions)
    .where(and(isNotNull(introductions.studentMember), isNotNull(introductions.mentorMember), goneOut))
    .all() as (AnyIntroduction & MemberSides)[];

/** Who of an event were introduced to each other, whenever in that time and however (C16). @param until no later than this */
export function introducedAmong(
  tx: Tx,
  eventId: EventId,
  { from, until }: { readonly from: Instant; readonly until: Instant },
): (readonly [AttendeeId, AttendeeId])[] {
  const [one, other] = [alias(attendees, 'one'), alias(attendees, 'other')];
  return tx
    .select({ one: one.id, other: other.id })
    .from(introductions)
    .innerJoin(one, and(eq(one.memberId, introductions.studentMember), eq(one.eventId, eventId)))
    .innerJoin(other, and(eq(other.memberId, introductions.mentorMember), eq(other.eventId, eventId)))
    .where(and(goneOut, gte(introductions.madeAt, from), lt(introductions.madeAt, until)))
    .all()
    .map((pair) => [pair.one, pair.other] as const);
}

/** How many introductions each member has, on either side. */
export function countIntroductions(tx: Tx): ReadonlyMap<MemberId, number> {
  const counts = new Map<MemberId, number>();
  for (const { studentMember, mentorMember } of listMemberIntroductions(tx))
    for (const id of [studentMember, mentorMember]) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

export interface MemberSides {
  readonly studentMember: MemberId;
  readonly mentorMember: MemberId;
}

/** A draft that an organiser still holds introduces nobody. */
const goneOut = eq(introductions.state, 'released');

export const findAnyIntroduction = (tx: Tx, id: IntroductionId): AnyIntroduction | undefined =>
  tx.select().from(introductions).where(eq(introductions.id, id)).get();

/** Those that the queue made. */
export const listQueueIntroductions = (tx: Tx): AnyIntroduction[] =>
  tx.select().from(introductions).where(eq(introductions.origin, 'queue')).all();

/** What a request came to. */
export const introductionOfRequest = (tx: Tx, requestId: IntroRequestId): AnyIntroduction | undefined =>
  tx.select().from(introductions).where(eq(introductions.requestId, requestId)).get();

/** Of one member, on either side, the oldest first. */
export const memberIntroductionsOf = (tx: Tx, id: MemberId): AnyIntroduction[] =>
  tx
    .select()
    .from(introductions)
    .where(and(or(eq(introductions.studentMember, id), eq(introductions.mentorMember, id)), goneOut))
    .orderBy(asc(introductions.madeAt), sql`rowid`)
    .all();

/** Those of which something may be due: open, or met and nobody was asked whether they are in touch. */
export const listWatched = (tx: Tx, since: Instant): AnyIntroduction[] =>
  tx
    .select()
    .from(introductions)
    .where(
      and(
        goneOut,
        inArray(introductions.origin, ['queue', 'evening']),
        gt(introductions.madeAt, since),
        or(
          eq(introductions.outcome, 'open'),
          and(eq(introductions.outcome, 'met'), isNull(introductions.touchAskedAt)),
        ),
      ),
    )
    .orderBy(asc(introductions.madeAt))
    .all();

export const changeIntroduction = (tx: Tx, id: IntroductionId, changes: Partial<Omit<AnyIntroduction, 'id'>>): void =>
  void tx.update(introductions).set(changes).where(eq(introductions.id, id)).run();

/** Who was introduced to whom between evenings or by an import: "asker mentor". */
export const listIntroducedPairs = (tx: Tx): Set<string> =>
  new Set(
    tx
      .select({ student: introductions.studentMember, mentor: introductions.mentorMember })
      .from(introductions)
      .where(inArray(introductions.origin, ['queue', 'import']))
      .all()
      .map(({ student, mentor }) => `${student} ${mentor}`),
  );

/** Writes many, hundreds with one statement. */
export function insertIntroductions(tx: Tx, rows: readonly NewIntroduction[]): void {
  for (const part of slicesOf(rows, 250))
    tx.insert(introductions)
      .values([...part])
      .run();
}

/** Those of no evening go with either of the two, and with them what went to Slack. */
export function dropIntroductionsOf(tx: Tx, ids: readonly MemberId[]): void {
  const theirs = and(
    isNull(introductions.eventId),
    or(inArray(introductions.studentMember, [...ids]), inArray(introductions.mentorMember, [...ids])),
  );
  const gone = tx.select({ id: introductions.id }).from(introductions).where(theirs);
  tx.delete(slackMessages).where(inArray(slackMessages.introductionId, gone)).run();
  tx.delete(introductions).where(theirs).run();
}
