import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { findAnybody, listAttendees } from '../db/repositories/attendees.ts';
import { listBlocks, type StoredBlock } from '../db/repositories/blocks.ts';
import type { Tx } from '../db/transact.ts';
import { seriesKeys } from './series-keys.ts';

export type Pair = readonly [AttendeeId, AttendeeId];

/** A block as it is told tonight, and the rows that make it. */
interface BlockTonight {
  readonly pair: Pair;
  readonly rows: readonly StoredBlock[];
}

/** Whose blocks count tonight, also those made at other events: people are recognised as in a series, whatever their role. */
export const blockedPairs = ({ db }: { readonly db: Tx }, eventId: EventId): readonly Pair[] =>
  blocksTonight(db, eventId).map(({ pair }) => pair);

/** The same with the rows they come from. */
export function blocksTonight(db: Tx, eventId: EventId): BlockTonight[] {
  const stored = listBlocks(db);
  if (stored.length === 0) return [];
  const tonight = listAttendees(db, eventId);
  const own = new Set(tonight.map(({ id }) => id));
  const byKey = new Map<string, AttendeeId[]>();
  for (const row of tonight) for (const key of seriesKeys(row)) byKey.set(key, [...(byKey.get(key) ?? []), row.id]);
  /** Somebody who registered twice is both. */
  const here = (id: AttendeeId): AttendeeId[] => {
    const row = findAnybody(db, id);
    const known = row ? seriesKeys(row).flatMap((key) => byKey.get(key) ?? []) : [];
    return [...new Set([...(own.has(id) ? [id] : []), ...known])];
  };
  const found = new Map<string, { pair: Pair; rows: StoredBlock[] }>();
  for (const block of stored) {
    for (const one of here(block.one)) {
      for (const other of here(block.other)) {
        if (one === other) continue;
        const pair: Pair = one < other ? [one, other] : [other, one];
        const known = found.get(pair.join(' ')) ?? { pair, rows: [] };
        known.rows.push(block);
        found.set(pair.join(' '), known);
      }
    }
  }
  return [...found.values()].sort((a, b) => (a.pair.join(' ') < b.pair.join(' ') ? -1 : 1));
}
