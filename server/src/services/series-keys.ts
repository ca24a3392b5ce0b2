import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { AttendeeRow } from '../db/repositories/attendees.ts';
import { seriesKeys } from '../db/series-keys.ts';

/** A student who comes back as a mentor has met nobody as one. */
const keysOf = (row: AttendeeRow): string[] => seriesKeys(row).map((key) => `${row.role} ${key}`);

/** Everybody of an event, by what they are recognised by. */
export function idsByKey(rows: readonly AttendeeRow[]): Map<string, AttendeeId> {
  const ids = new Map<string, AttendeeId>();
  // two people of one name and address: the first is as good as the other
  for (const row of rows) for (const key of keysOf(row)) if (!ids.has(key)) ids.set(key, row.id);
  return ids;
}

/** Ids of an earlier event to those of tonight, of everybody who is there again. */
export function idsTonight(
  rows: readonly AttendeeRow[],
  here: ReadonlyMap<string, AttendeeId>,
): Map<AttendeeId, AttendeeId> {
  const ids = new Map<AttendeeId, AttendeeId>();
  for (const row of rows) {
    const id = keysOf(row).flatMap((key) => here.get(key) ?? [])[0];
    if (id !== undefined) ids.set(row.id, id);
  }
  return ids;
}
