import type { MemberId } from '@lapwing/shared/kernel/ids';
import { and, desc, eq, inArray, isNotNull, isNull, like } from 'drizzle-orm';
import { attendees, events, members } from '../schema.ts';
import type { Tx } from '../transact.ts';
import type { AttendeeRow } from './attendees.ts';

export type MemberRow = typeof members.$inferSelect;

export const insertMember = (tx: Tx, row: typeof members.$inferInsert): void => {
  tx.insert(members).values(row).run();
};

export const findMember = (tx: Tx, id: MemberId): MemberRow | undefined =>
  tx.select().from(members).where(eq(members.id, id)).get();

/** By what everybody on file is recognised. */
export const listMemberKeys = (tx: Tx): Pick<MemberRow, 'id' | 'emailKey' | 'nameKey'>[] =>
  tx.select({ id: members.id, emailKey: members.emailKey, nameKey: members.nameKey }).from(members).all();

export const findMemberByKeys = (tx: Tx, emailKey: string, nameKey: string): MemberRow | undefined =>
  tx
    .select()
    .from(members)
    .where(and(eq(members.emailKey, emailKey), eq(members.nameKey, nameKey)))
    .get();

/** Those whose domain may be spelled for machines (`xn--`). */
export const membersWithMachineSpelling = (tx: Tx): MemberRow[] =>
  tx.select().from(members).where(like(members.emailKey, '%xn--%')).all();

export const saveMember = (tx: Tx, id: MemberId, changes: Partial<Omit<MemberRow, 'id' | 'createdAt'>>): void => {
  tx.update(members).set(changes).where(eq(members.id, id)).run();
};

/** Takes people off file, with what hangs on them between evenings. */
export const removeMembers = (tx: Tx, ids: readonly MemberId[]): void => {
  tx.delete(members)
    .where(inArray(members.id, [...ids]))
    .run();
};

/** A member as a mentor of one event that is not deleted. */
export interface MentorOnce {
  readonly member: MemberRow;
  readonly person: AttendeeRow;
  readonly event: Pick<typeof events.$inferSelect, 'id' | 'name' | 'startsAt'>;
}

/** Every time that a member was a mentor, the latest event first. */
export const listMentorsAmongMembers = (tx: Tx): MentorOnce[] =>
  tx
    .select({
      member: members,
      person: attendees,
      event: { id: events.id, name: events.name, startsAt: events.startsAt },
    })
    .from(attendees)
    .innerJoin(members, eq(attendees.memberId, members.id))
    .innerJoin(events, eq(attendees.eventId, events.id))
    .where(and(eq(attendees.role, 'mentor'), isNotNull(attendees.memberId), isNull(events.deletedAt)))
    .orderBy(desc(events.startsAt))
    .all();

/** Every time that a member was at an event, also at one that is deleted. */
export const listTimesOf = (tx: Tx, id: MemberId): AttendeeRow[] =>
  tx.select().from(attendees).where(eq(attendees.memberId, id)).all();
