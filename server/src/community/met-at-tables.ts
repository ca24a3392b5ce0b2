import type { AttendeeId, EventId, MemberId } from '@lapwing/shared/kernel/ids';
import type { Pair } from '@lapwing/shared/matching/community';
import { listMemberIds } from '../db/repositories/attendees.ts';
import { listEvents } from '../db/repositories/events.ts';
import { meetingsOf, type NightHeld, nightHeld } from '../services/met-before.ts';
import type { Services } from '../services/services.ts';

/** Meetings of one night among who is on file, kept for as long as nothing about it changed. */
interface Known {
  readonly night: NightHeld['night'];
  readonly members: string;
  readonly pairs: readonly Pair[];
}
const known = new WeakMap<NightHeld['evening'], Known>();

/** Which members sat at a table together, at whatever evening (C16): by the plans that were really run. */
export function metAtTables({ db, evenings }: Services): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { id } of listEvents(db)) {
    const held = nightHeld(evenings, id);
    if (held === undefined) continue;
    for (const pair of meetingsAt(held, listMemberIds(db, id))) pairs.set(pair.join(' '), pair);
  }
  return [...pairs.values()];
}

function meetingsAt(held: NightHeld, members: ReadonlyMap<AttendeeId, MemberId>): readonly Pair[] {
  const asText = [...members].flat().join(' ');
  const before = known.get(held.evening);
  if (before && before.night === held.night && before.members === asText) return before.pairs;
  const pairs = new Map<string, Pair>();
  for (const [one, other] of members.size < 2 ? [] : meetingsOf(held)) {
    const [first, second] = [members.get(one), members.get(other)].sort();
    if (first !== undefined && second !== undefined && first !== second)
      pairs.set(`${first} ${second}`, [first, second]);
  }
  const found = [...pairs.values()];
  known.set(held.evening, { night: held.night, members: asText, pairs: found });
  return found;
}

/** How often two members met at tables, counted by evenings. */
export function timesMet({ db, evenings }: Services): (one: MemberId, other: MemberId) => number {
  const nights = listEvents(db).flatMap(({ id }: { readonly id: EventId }) => {
    const held = nightHeld(evenings, id);
    return held ? [new Set(meetingsAt(held, listMemberIds(db, id)).map((pair) => pair.join(' ')))] : [];
  });
  return (one, other) => {
    const pair = [one, other].sort().join(' ');
    return nights.filter((night) => night.has(pair)).length;
  };
}
