import { domainToASCII } from 'node:url';
import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { emailKey } from '@lapwing/shared/roster-import/keys';
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Secrets } from '../secrets.ts';
import type { AttendeeRow } from './repositories/attendees.ts';
import { blocks, events, reports, traces } from './schema.ts';
import { seriesKeys, type Told } from './series-keys.ts';
import type { Tx } from './transact.ts';

/** One hash of somebody who was: see the table. */
export type Trace = typeof traces.$inferSelect;

/** What somebody would leave at this event; without the key file nobody can try out whose it is. */
const hashesOf = (secrets: Secrets, eventId: EventId, person: Told, address?: string): string[] =>
  seriesKeys(person, address).map((key) => secrets.linkSecret('trace', JSON.stringify([eventId, key]), 1));

/** By which what somebody left at this event is found, also in the spellings of an address that were kept once. */
export const hashesToFind = (secrets: Secrets, eventId: EventId, person: Told): string[] =>
  spellingsOf(person.email).flatMap((address) => hashesOf(secrets, eventId, person, address));

/** What these people left, by the ids of the rows that they were. */
export const tracesLeftBy = (tx: Tx, ids: readonly AttendeeId[]): Trace[] =>
  [...new Set(ids)].flatMap((id) => tx.select().from(traces).where(eq(traces.id, id)).all());

/** Whether somebody of this event left traces under this id. */
export const hasTrace = (tx: Tx, eventId: EventId, id: AttendeeId): boolean =>
  tx
    .select({ id: traces.id })
    .from(traces)
    .where(and(eq(traces.eventId, eventId), eq(traces.id, id)))
    .get() !== undefined;

/** As we write an address, and as it was kept while `xn--bcher-kva.example` was not yet read as `bücher.example`. */
function spellingsOf(email: string): string[] {
  const key = emailKey(email);
  const [name = '', domain = ''] = key.split('@');
  const old = `${name}@${domainToASCII(domain)}`;
  return /[^\p{ASCII}]/u.test(domain) && old !== key ? [key, old] : [key];
}

/** The events at which anybody left traces: few, while traces may be many. */
const eventsWithTraces = (tx: Tx): EventId[] =>
  tx
    .select({ id: events.id })
    .from(events)
    .where(sql`EXISTS (SELECT 1 FROM traces t WHERE t.event_id = ${events.id})`)
    .all()
    .map(({ id }) => id);

/** Those that this person left earlier, found by their hashes. @param at the events looked at: else all */
export const tracesOf = (tx: Tx, secrets: Secrets, person: Told, at = eventsWithTraces(tx)): Trace[] =>
  at.flatMap((eventId) => {
    const isTheirs = inArray(traces.hash, hashesToFind(secrets, eventId, person));
    return tx
      .select()
      .from(traces)
      .where(and(eq(traces.eventId, eventId), isTheirs))
      .all();
  });

/** Whether an organiser took them off the list: not they themselves, and no file. */
export const isTakenOff = ({ standing, saidNo, handEdited }: AttendeeRow): boolean =>
  standing === 'cancelled' && !saidNo && handEdited.includes('standing');

/** Whether somebody is called as they are by their own word alone, since they changed it: it may be another's name. */
export const isSelfNamed = ({ unconfirmed, handEdited }: Pick<AttendeeRow, 'unconfirmed' | 'handEdited'>): boolean =>
  unconfirmed && handEdited.includes('name');

/** Whether a block or a report names them. */
const isNamed = (tx: Tx, id: AttendeeId): boolean =>
  [
    tx
      .select({ id: blocks.one })
      .from(blocks)
      .where(or(eq(blocks.one, id), eq(blocks.other, id)))
      .limit(1),
    tx.select({ id: reports.about }).from(reports).where(eq(reports.about, id)).limit(1),
  ].some((asked) => asked.get() !== undefined);

/** Hashes of names that were typed alone, kept of one person: the first, under which they came, and the newest. */
const TYPED_NAMES = { first: 3, most: 10 } as const;

/** Whoever changes their name for hours leaves no more than a few rows. What was proven stays. */
function dropTypedNames(tx: Tx, id: AttendeeId): void {
  const typed = tx
    .select({ hash: traces.hash, at: traces.at })
    .from(traces)
    .where(and(eq(traces.id, id), eq(traces.proven, false)))
    .orderBy(sql`rowid`)
    .all();
  const spare = typed.length - TYPED_NAMES.most;
  if (spare <= 0) return;
  const oldest = typed.slice(TYPED_NAMES.first).sort((one, other) => one.at - other.at);
  const gone = oldest.slice(0, spare).map(({ hash }) => hash);
  tx.delete(traces)
    .where(and(eq(traces.id, id), inArray(traces.hash, gone)))
    .run();
}

/**
 * Keeps what these people are told by as they are called now, of those whom a block or a report is about, or who were
 * taken off the list, also under an earlier name or before they were erased once. Of a name that somebody gave themselves
 * only together with their address, and it leads to nobody else's traces. Inside the caller's transaction, before they
 * change or go.
 */
export function noteTraces(tx: Tx, secrets: Secrets, rows: readonly AttendeeRow[], at: Instant): void {
  const looked = eventsWithTraces(tx);
  const touched = new Set<AttendeeId>();
  for (const row of rows) {
    const onFile = row.memberId !== null;
    const takenOff = isTakenOff(row);
    const own = takenOff || isNamed(tx, row.id) ? [{ id: row.id, eventId: row.eventId, takenOff, onFile }] : [];
    const selfNamed = isSelfNamed(row);
    if (selfNamed && row.email === '') continue;
    const before = selfNamed ? [] : tracesOf(tx, secrets, row, looked);
    for (const one of [...own, ...before.map((trace) => ({ ...trace, onFile: trace.onFile || onFile }))]) {
      for (const hash of hashesOf(secrets, one.eventId, row)) {
        const { id, eventId } = one;
        // what was shown once is not undone by whoever types the same
        const proven = !row.unconfirmed || isProven(tx, id, hash);
        const said = { takenOff: one.takenOff, onFile: one.onFile, at, proven };
        tx.insert(traces)
          .values({ id, eventId, hash, ...said })
          .onConflictDoUpdate({ target: [traces.id, traces.hash], set: said })
          .run();
        touched.add(id);
      }
    }
  }
  for (const id of touched) dropTypedNames(tx, id);
}

const isProven = (tx: Tx, id: AttendeeId, hash: string): boolean =>
  tx
    .select({ proven: traces.proven })
    .from(traces)
    .where(and(eq(traces.id, id), eq(traces.hash, hash)))
    .get()?.proven === true;

/** As `noteTraces` for people who go. What they reported stays until it is dealt with, and does not say any more that it was they. */
export function leaveTraces(tx: Tx, secrets: Secrets, rows: readonly AttendeeRow[], at: Instant): void {
  noteTraces(tx, secrets, rows, at);
  for (const { id } of rows) {
    tx.update(reports)
      .set({ attendeeId: null })
      .where(and(eq(reports.attendeeId, id), isNull(reports.settledAt)))
      .run();
  }
}

/** Whether there is anybody who was taken off the list of this event and is not on it. */
export const wasAnybodyTakenOff = (tx: Tx, eventId: EventId): boolean =>
  tx
    .select({ id: traces.id })
    .from(traces)
    .where(and(eq(traces.eventId, eventId), eq(traces.takenOff, true)))
    .limit(1)
    .get() !== undefined;

/** Tells of newcomers whether an organiser took them off the list of this event before they were erased. */
export function takenOffAt(tx: Tx, secrets: Secrets, eventId: EventId): (person: Told) => boolean {
  const isAnybody = wasAnybodyTakenOff(tx, eventId);
  return (person) => isAnybody && tracesOf(tx, secrets, person, [eventId]).some(({ takenOff }) => takenOff);
}

/**
 * Whether somebody was taken off the list of this event as they are called only while nobody had shown the mailbox: then it
 * may have been another who typed their address, and who shows it may come.
 */
export function isOffForAnother(tx: Tx, secrets: Secrets, row: AttendeeRow): boolean {
  const off = tracesOf(tx, secrets, row, [row.eventId]).filter(({ takenOff }) => takenOff);
  return off.length > 0 && off.every(({ proven }) => !proven);
}

/** They were let in again: from now on they may come and go. */
export function forgetTakenOff(tx: Tx, secrets: Secrets, row: AttendeeRow): void {
  const left = tracesOf(tx, secrets, row, [row.eventId]);
  const ids = [...new Set([row.id, ...left.map(({ id }) => id)])];
  tx.update(traces).set({ takenOff: false }).where(inArray(traces.id, ids)).run();
}

const isThere = (id: typeof blocks.one | typeof blocks.other | typeof reports.about) =>
  sql`(${id} IN (SELECT id FROM attendees) OR ${id} IN (SELECT id FROM traces))`;

/** Blocks go with the last that tells whom they are about. */
export const dropDeadBlocks = (tx: Tx): number =>
  tx
    .delete(blocks)
    .where(sql`NOT (${isThere(blocks.one)} AND ${isThere(blocks.other)})`)
    .run().changes;

const inABlock = sql`EXISTS (SELECT 1 FROM blocks b WHERE b.one = ${traces.id} OR b.other = ${traces.id})`;
const inAReport = sql`EXISTS (SELECT 1 FROM reports r WHERE r.about = ${traces.id})`;

/** Traces that are about nothing any more. */
export const dropIdleTraces = (tx: Tx): void => {
  tx.delete(traces)
    .where(and(eq(traces.takenOff, false), sql`NOT ${inABlock}`, sql`NOT ${inAReport}`))
    .run();
};

/** K15: with the names of an event, but for blocks of who was on file. @returns whether anything was there */
export function forgetTraces(tx: Tx, eventId: EventId): boolean {
  const gone = tx
    .delete(traces)
    .where(and(eq(traces.eventId, eventId), sql`NOT (${traces.onFile} AND ${inABlock})`))
    .run().changes;
  if (gone > 0) dropDeadBlocks(tx);
  return gone > 0;
}

/** K15: of who was on file, as long after they were erased as they would have been kept. */
export function forgetOldTraces(tx: Tx, before: Instant): void {
  tx.delete(traces).where(sql`${traces.at} < ${before}`).run();
  dropDeadBlocks(tx);
  dropIdleTraces(tx);
}

/** K16: what somebody who is erased had reported, once it was dealt with before then. @returns of which events */
export function forgetSettled(tx: Tx, before: Instant): EventId[] {
  const done = and(isNull(reports.attendeeId), sql`${reports.settledAt} <= ${before}`);
  const found = tx.select({ eventId: reports.eventId }).from(reports).where(done).all();
  if (found.length > 0) tx.delete(reports).where(done).run();
  return [...new Set(found.map(({ eventId }) => eventId))];
}
