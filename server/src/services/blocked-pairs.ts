import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { findAnybody, listAttendees } from '../db/repositories/attendees.ts';
import { listBlocks, type StoredBlock } from '../db/repositories/blocks.ts';
import { seriesKeys, type Told } from '../db/series-keys.ts';
import { hashesToFind, isSelfNamed, type Trace, tracesLeftBy } from '../db/traces.ts';
import type { Tx } from '../db/transact.ts';
import type { Secrets } from '../secrets.ts';

export type Pair = readonly [AttendeeId, AttendeeId];

/** A block as it is told of some people, and the rows that make it. */
interface BlockAmong<Id> {
  readonly pair: readonly [Id, Id];
  readonly rows: readonly StoredBlock[];
}
/** Somebody who may be recognised. */
type Recognised<Id> = Told & { readonly id: Id };

interface Parts {
  readonly db: Tx;
  readonly secrets: Secrets;
}

/** Whose blocks count tonight, also those made at other events: people are recognised as in a series, whatever their role. */
export const blockedPairs = (parts: Parts, eventId: EventId): readonly Pair[] =>
  blocksTonight(parts, eventId).map(({ pair }) => pair);

/** The same with the rows they come from. */
export const blocksTonight = (parts: Parts, eventId: EventId): BlockAmong<AttendeeId>[] =>
  blocksAmong(parts, () => listAttendees(parts.db, eventId));

/** Who of these people are kept apart, by blocks of whatever event. @param everybody asked for only where there is a block */
export function blocksAmong<Id extends string>(
  { db, secrets }: Parts,
  everybody: () => readonly Recognised<Id>[],
): BlockAmong<Id>[] {
  const stored = listBlocks(db);
  if (stored.length === 0) return [];
  const people = everybody();
  const own = new Map<string, Id>(people.map(({ id }) => [id, id]));
  const byKey = new Map<string, Id[]>();
  for (const row of people) for (const key of seriesKeys(row)) byKey.set(key, [...(byKey.get(key) ?? []), row.id]);
  const returned = whoCameBack(
    secrets,
    tracesLeftBy(
      db,
      stored.flatMap(({ one, other }) => [one, other]),
    ),
    people,
  );
  /** Somebody who registered twice is both. */
  const here = (id: AttendeeId): Id[] => {
    const row = findAnybody(db, id);
    // a name that somebody gave themselves says nothing of others who are called so
    const known = row && !isSelfNamed(row) ? seriesKeys(row).flatMap((key) => byKey.get(key) ?? []) : [];
    const self = own.get(id);
    return [...new Set([...(self === undefined ? [] : [self]), ...known, ...returned(id)])];
  };
  const found = new Map<string, { pair: readonly [Id, Id]; rows: StoredBlock[] }>();
  for (const block of stored) {
    for (const one of here(block.one)) {
      for (const other of here(block.other)) {
        if (one === other) continue;
        const pair = one < other ? ([one, other] as const) : ([other, one] as const);
        const known = found.get(pair.join(' ')) ?? { pair, rows: [] };
        known.rows.push(block);
        found.set(pair.join(' '), known);
      }
    }
  }
  return [...found.values()].sort((a, b) => (a.pair.join(' ') < b.pair.join(' ') ? -1 : 1));
}

/** Who of these people left the traces of this id, when they were erased or called otherwise. */
function whoCameBack<Id extends string>(
  secrets: Secrets,
  traces: readonly Trace[],
  people: readonly Recognised<Id>[],
): (id: AttendeeId) => Id[] {
  const hashed = new Map<EventId, Map<string, Id[]>>();
  /** The people by their hashes for that event: made once, since a roster may be long. */
  const asAt = (eventId: EventId): Map<string, Id[]> => {
    const known = hashed.get(eventId);
    if (known) return known;
    const made = new Map<string, Id[]>();
    for (const row of people)
      for (const hash of new Set(hashesToFind(secrets, eventId, row)))
        made.set(hash, [...(made.get(hash) ?? []), row.id]);
    hashed.set(eventId, made);
    return made;
  };
  const left = new Map<AttendeeId, Trace[]>();
  for (const trace of traces) left.set(trace.id, [...(left.get(trace.id) ?? []), trace]);
  return (id) => (left.get(id) ?? []).flatMap(({ eventId, hash }) => asAt(eventId).get(hash) ?? []);
}

/**
 * Who of this event is the person with this id now, where they were erased and came back. Nobody is named by a name or an
 * address that was only typed, then or now: whoever is reported could type another's.
 */
export function whoIsBack({ db, secrets }: Parts, eventId: EventId, id: AttendeeId): AttendeeId | undefined {
  const people = listAttendees(db, eventId);
  if (people.some((row) => row.id === id)) return id;
  const proven = tracesLeftBy(db, [id]).filter((trace) => trace.proven);
  return whoCameBack(
    secrets,
    proven,
    people.filter((row) => !isSelfNamed(row)),
  )(id)[0];
}
