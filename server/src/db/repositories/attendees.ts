import { EMPTY_REGISTRATION, NO_NEEDS } from '@lapwing/shared/event/registration';
import { type Attendee, type AttendeeDetails, EMPTY_CARD } from '@lapwing/shared/event/roster';
import type { AttendeeId, EventId, MemberId } from '@lapwing/shared/kernel/ids';
import type { Language } from '@lapwing/shared/kernel/language';
import type { Instant } from '@lapwing/shared/kernel/time';
import { saidYes } from '@lapwing/shared/registration/lent-places';
import { amongUnder18 } from '@lapwing/shared/registration/under-18';
import type { DetailField } from '@lapwing/shared/roster-import/roster-file';
import { and, eq, inArray, isNotNull, isNull, like, sql } from 'drizzle-orm';
import { attendees } from '../schema.ts';
import type { Tx } from '../transact.ts';
import { findPrivacy } from './event-privacy.ts';

export type AttendeeRow = typeof attendees.$inferSelect;

export const asAttendee = (row: AttendeeRow): Attendee => ({
  ...detailsOf(row),
  id: row.id,
  checkedInAt: row.checkedInAt,
  badgeCode: row.badgeCode ?? '',
  unnamed: row.unnamed,
  unconfirmed: row.unconfirmed,
  keptUntil: isLent(row) ? row.lentUntil : null,
});

/** Whether this is the place of a student who has not said yes, and who may still have to give it back (P15). */
export const isLent = (row: AttendeeRow): boolean =>
  row.lentUntil !== null &&
  row.standing === 'active' &&
  row.role === 'student' &&
  row.checkedInAt === null &&
  !saidYes(row);

/** What an import, a form or the organiser can say about a person. */
export const detailsOf = (row: AttendeeDetails): AttendeeDetails => ({
  role: row.role,
  name: row.name,
  email: row.email,
  standing: row.standing,
  course: row.course,
  yearOfStudy: row.yearOfStudy,
  industries: row.industries,
  question: row.question,
  access: row.access,
  diet: row.diet,
  availability: row.availability,
  // rows from before a field existed do not have it
  card: { ...EMPTY_CARD, ...row.card },
  registration: { ...EMPTY_REGISTRATION, ...row.registration },
  needs: { ...NO_NEEDS, ...row.needs },
});

const ofEvent = (eventId: EventId, id: AttendeeId) => and(eq(attendees.eventId, eventId), eq(attendees.id, id));

/** Made once: to compare names by themselves takes ten times as long. */
const collator = new Intl.Collator();
/** Sorts names as a person would. */
export const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
  collator.compare(one.name, other.name);

/** In order of names, as a person would sort them. */
export const listAttendees = (tx: Tx, eventId: EventId): AttendeeRow[] =>
  tx.select().from(attendees).where(eq(attendees.eventId, eventId)).all().sort(byName);

export const findAttendee = (tx: Tx, eventId: EventId, id: AttendeeId): AttendeeRow | undefined =>
  tx.select().from(attendees).where(ofEvent(eventId, id)).get();

/** Whose badge it is, in whatever event. */
export const findByBadge = (tx: Tx, badgeCode: string): AttendeeRow | undefined =>
  tx.select().from(attendees).where(eq(attendees.badgeCode, badgeCode)).get();

/** Those of the event among these. */
export const findAttendees = (tx: Tx, eventId: EventId, ids: readonly AttendeeId[]): AttendeeRow[] =>
  tx
    .select()
    .from(attendees)
    .where(and(eq(attendees.eventId, eventId), inArray(attendees.id, [...ids])))
    .all();

/** The seats of their guests who have no name yet. */
export const findUnnamedGuests = (tx: Tx, eventId: EventId, hosts: readonly AttendeeId[]): AttendeeRow[] =>
  tx
    .select()
    .from(attendees)
    .where(and(eq(attendees.eventId, eventId), eq(attendees.unnamed, true), inArray(attendees.guestOf, [...hosts])))
    .all();

/** Somebody of whatever event. */
export const findAnybody = (tx: Tx, id: AttendeeId): AttendeeRow | undefined =>
  tx.select().from(attendees).where(eq(attendees.id, id)).get();

/** Everybody of an event with this address, given as an `emailKey`. */
export const findByAddress = (tx: Tx, eventId: EventId, emailKey: string): AttendeeRow[] =>
  tx
    .select()
    .from(attendees)
    .where(and(eq(attendees.eventId, eventId), eq(sql`lower(${attendees.email})`, emailKey)))
    .all();

/** Everybody with one of these addresses, given as `emailKey`s, in whatever event. */
export const findAtAddresses = (tx: Tx, emailKeys: readonly string[]): AttendeeRow[] =>
  tx
    .select()
    .from(attendees)
    .where(sql`lower(${attendees.email}) IN (SELECT value FROM json_each(${JSON.stringify(emailKeys)}))`)
    .all();

/** Those whose domain may be spelled for machines (`xn--`), in whatever event. */
export const withMachineSpelling = (tx: Tx): Pick<AttendeeRow, 'id' | 'email'>[] =>
  tx.select({ id: attendees.id, email: attendees.email }).from(attendees).where(like(attendees.email, '%xn--%')).all();

export const saveAddress = (tx: Tx, id: AttendeeId, email: string): void => {
  tx.update(attendees).set({ email }).where(eq(attendees.id, id)).run();
};

/** Which of these badge codes somebody has. */
export const takenBadges = (tx: Tx, codes: readonly string[]): (string | null)[] =>
  tx
    .select({ code: attendees.badgeCode })
    .from(attendees)
    .where(inArray(attendees.badgeCode, [...codes]))
    .all()
    .map(({ code }) => code);

/** Rows that are older than badges. */
export const withoutBadge = (tx: Tx): AttendeeId[] =>
  tx
    .select({ id: attendees.id })
    .from(attendees)
    .where(isNull(attendees.badgeCode))
    .all()
    .map(({ id }) => id);

export const setBadge = (tx: Tx, id: AttendeeId, badgeCode: string): void => {
  tx.update(attendees).set({ badgeCode }).where(eq(attendees.id, id)).run();
};

/** A guest has a name of their own from now on. */
export const setNamed = (tx: Tx, eventId: EventId, id: AttendeeId): void => {
  tx.update(attendees).set({ unnamed: false }).where(ofEvent(eventId, id)).run();
};

export const insertAttendee = (tx: Tx, row: AttendeeRow): void => {
  tx.insert(attendees)
    .values(asMayBe(tx, row.eventId, row))
    .run();
};

/** Answers whether there was such a person in this event. */
export const saveDetails = (tx: Tx, eventId: EventId, id: AttendeeId, details: AttendeeDetails): boolean =>
  tx
    .update(attendees)
    .set(asMayBe(tx, eventId, details))
    .where(ofEvent(eventId, id))
    .run().changes > 0;

/** As it may be written down at this event. */
export const asMayBe = <Details extends AttendeeDetails>(tx: Tx, eventId: EventId, details: Details): Details =>
  findPrivacy(tx, eventId).under18 ? amongUnder18(details) : details;

/** As `asMayBe` for everybody of an event, after many were written at once or the event became one of this kind. */
export function putUnder18Right(tx: Tx, eventId: EventId): void {
  if (!findPrivacy(tx, eventId).under18) return;
  const { card, registration } = attendees;
  tx.update(attendees)
    .set({
      card: sql`json_set(${card}, '$.contact', '')`,
      registration: sql`json_set(json_remove(${registration}, '$.consents.introductions', '$.consents.guide'), '$.photo', 'no', '$.introductionsPerMonth', 0)`,
    })
    .where(eq(attendees.eventId, eventId))
    .run();
}

/** Fields that the organiser or the person decided here: an import leaves them. */
export const markHandEdited = (tx: Tx, row: AttendeeRow, fields: readonly DetailField[]): void => {
  const handEdited = [...new Set([...row.handEdited, ...fields])];
  if (handEdited.length === row.handEdited.length) return;
  tx.update(attendees).set({ handEdited }).where(ofEvent(row.eventId, row.id)).run();
};

export const setCheckedIn = (tx: Tx, eventId: EventId, id: AttendeeId, at: Instant | null): boolean =>
  tx.update(attendees).set({ checkedInAt: at }).where(ofEvent(eventId, id)).run().changes > 0;

/** Whether it waits to be confirmed that this is who they say. */
export const setUnconfirmed = (tx: Tx, id: AttendeeId, unconfirmed: boolean): void => {
  tx.update(attendees).set({ unconfirmed }).where(eq(attendees.id, id)).run();
};

/** Whoever has the mailbox said that it was them. */
export const setProven = (tx: Tx, id: AttendeeId): void => {
  tx.update(attendees).set({ unproven: false }).where(eq(attendees.id, id)).run();
};

/** Who this is across events; null for nobody known. */
export const setMember = (tx: Tx, id: AttendeeId, member: MemberId | null): void => {
  tx.update(attendees).set({ memberId: member }).where(eq(attendees.id, id)).run();
};

export const removeAttendees = (tx: Tx, eventId: EventId, ids: readonly AttendeeId[]): void => {
  // one value for all of them: a statement takes at most 32,766
  const these = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  tx.delete(attendees)
    .where(and(eq(attendees.eventId, eventId), inArray(attendees.id, these)))
    .run();
};

/** Which of a person's links counts: a higher number has another secret. */
export const setLinkGeneration = (tx: Tx, id: AttendeeId, linkGeneration: number): void => {
  tx.update(attendees).set({ linkGeneration }).where(eq(attendees.id, id)).run();
};

/** In which we write to them from now on. */
export const setLanguage = (tx: Tx, id: AttendeeId, language: Language): void => {
  tx.update(attendees).set({ language }).where(eq(attendees.id, id)).run();
};

/** Who of an event is on file, in a steady order. */
export const listMemberIds = (tx: Tx, eventId: EventId): Map<AttendeeId, MemberId> =>
  new Map(
    tx
      .select({ id: attendees.id, memberId: attendees.memberId })
      .from(attendees)
      .where(and(eq(attendees.eventId, eventId), isNotNull(attendees.memberId)))
      .all()
      .flatMap(({ id, memberId }) => (memberId === null ? [] : [[id, memberId] as const])),
  );
