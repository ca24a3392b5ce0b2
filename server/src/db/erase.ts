import type { AttendeeId, EventId, MemberId } from '@lapwing/shared/kernel/ids';
import { and, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { AttendeeRow } from './repositories/attendees.ts';
import { introductionKeys, outcomeKeys } from './repositories/introductions.ts';
import { dropIntroductionsOf } from './repositories/member-introductions.ts';
import { attendees, erasures, imports, introductions, mails, members } from './schema.ts';
import { dropDeadBlocks } from './traces.ts';
import type { Tx } from './transact.ts';

export type Erasure = typeof erasures.$inferSelect;
/** When, and who wanted it: the organiser, the person, or the clock when the time was up. */
export type Erasing = Pick<Erasure, 'at' | 'by'>;

/** A statement takes at most 32,766 values. */
const AT_ONCE = 500;

function* inParts<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let from = 0; from < items.length; from += AT_ONCE) yield items.slice(from, from + AT_ONCE);
}

/**
 * Takes people out of the database, inside the caller's transaction, with everything that hangs on them: what refers to a
 * person goes with their row. What stays is an id that is nobody's, in plans and among the erasures. The guests without a
 * name of their own, who are called after them, go too. Whoever is not to shed a block or a report by it has left their
 * traces before (`traces`).
 * @returns who was there to be erased
 */
export function erasePeople(tx: Tx, ids: readonly AttendeeId[], erasing: Erasing): AttendeeRow[] {
  const rows = [...inParts(ids)].flatMap((part) => [...rowsOf(tx, part), ...unnamedGuestsOf(tx, part)]);
  const gone = [...new Map(rows.map((row) => [row.id, row])).values()];
  for (const part of inParts(gone)) {
    const some = part.map(({ id }) => id);
    forgetIntroductions(tx, some);
    tx.update(attendees).set({ guestOf: null }).where(inArray(attendees.guestOf, some)).run();
    tx.delete(attendees).where(inArray(attendees.id, some)).run();
    forgetAddresses(tx, part);
    tx.insert(erasures)
      .values(part.map((row) => seatWithoutName(row, erasing)))
      .onConflictDoNothing()
      .run();
  }
  for (const eventId of new Set(gone.map((row) => row.eventId))) forgetInImports(tx, eventId, gone);
  if (gone.length > 0) dropDeadBlocks(tx);
  return gone;
}

const rowsOf = (tx: Tx, ids: AttendeeId[]): AttendeeRow[] =>
  tx.select().from(attendees).where(inArray(attendees.id, ids)).all();

const unnamedGuestsOf = (tx: Tx, hosts: AttendeeId[]): AttendeeRow[] =>
  tx
    .select()
    .from(attendees)
    .where(and(inArray(attendees.guestOf, hosts), eq(attendees.unnamed, true)))
    .all();

const seatWithoutName = ({ id, eventId, role, checkedInAt }: AttendeeRow, erasing: Erasing): Erasure => ({
  ...{ id, eventId, role, kind: 'person', came: checkedInAt !== null },
  ...erasing,
});

/** Mail that hangs on nobody, but went to their address; a member's goes with their membership. */
function forgetAddresses(tx: Tx, rows: readonly AttendeeRow[]): void {
  const addresses = rows.flatMap(({ email }) => (email === '' ? [] : [email]));
  tx.delete(mails)
    .where(and(isNull(mails.attendeeId), isNull(mails.memberId), inArray(mails.to, addresses)))
    .run();
}

/** H17: the mail that introduced them to somebody is in that person's part of the outbox. */
function forgetIntroductions(tx: Tx, ids: AttendeeId[]): void {
  const theirs = tx
    .select({ id: introductions.id, suggestion: introductions.suggestion })
    .from(introductions)
    .where(or(inArray(introductions.student, ids), inArray(introductions.mentor, ids)))
    .all();
  for (const one of theirs)
    tx.delete(mails)
      .where(inArray(mails.key, [...introductionKeys(one), ...outcomeKeys(one.id)]))
      .run();
}

/** An import remembers rows as they were before it. */
function forgetInImports(tx: Tx, eventId: EventId, gone: readonly AttendeeRow[]): void {
  const ids = new Set(gone.map(({ id }) => id));
  const kept = tx
    .select({ id: imports.id, changed: imports.changed })
    .from(imports)
    .where(and(eq(imports.eventId, eventId), ne(imports.changed, [])))
    .all();
  for (const { id, changed } of kept) {
    const others = changed.filter((row) => !ids.has(row.id));
    if (others.length < changed.length) tx.update(imports).set({ changed: others }).where(eq(imports.id, id)).run();
  }
}

/** Takes people off file across events, inside the caller's transaction; who they were at an event is a row of its own. */
export function eraseMembers(tx: Tx, ids: readonly MemberId[], erasing: Erasing): void {
  const { registration } = attendees;
  for (const part of inParts(ids)) {
    // what they agreed to at any event is over, or the next change would put them on file again
    tx.update(attendees)
      .set({ registration: sql`json_remove(${registration}, '$.consents.keep')` })
      .where(inArray(attendees.memberId, part))
      .run();
    dropIntroductionsOf(tx, part);
    tx.delete(members).where(inArray(members.id, part)).run();
    const rows = part.map(
      (id): Erasure => ({ id, kind: 'member', eventId: null, role: null, came: false, ...erasing }),
    );
    tx.insert(erasures).values(rows).onConflictDoNothing().run();
  }
}

/** Everybody who was erased, as ids. */
export const listErased = (tx: Tx): string[] =>
  tx
    .select({ id: erasures.id })
    .from(erasures)
    .all()
    .map(({ id }) => id);

/** Who was erased from an event, the latest first. */
export const listErasures = (tx: Tx, eventId: EventId): Erasure[] =>
  tx
    .select()
    .from(erasures)
    .where(eq(erasures.eventId, eventId))
    .all()
    .sort((one, other) => other.at - one.at);

export const wasErased = (tx: Tx, id: AttendeeId): boolean =>
  tx.select({ id: erasures.id }).from(erasures).where(eq(erasures.id, id)).get() !== undefined;
