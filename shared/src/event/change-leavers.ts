import type { AttendeeId, TableId } from '../kernel/ids.ts';
import { refusal } from '../kernel/refusal.ts';
import { ok, refused } from '../kernel/result.ts';
import {
  type ChangedRoom,
  firstRound,
  hasMentors,
  type Outcome,
  type Standpoint,
  without,
  withoutChairs,
  withoutTables,
} from './changed-room.ts';
import { attends, openIn, type RoomTonight } from './room-tonight.ts';
import type { Schedule } from './schedule.ts';

/**
 * People who are not there any more.
 * @param stays whether they were there in the round that runs
 */
export function gone(
  room: RoomTonight,
  schedule: Schedule,
  people: readonly AttendeeId[],
  at: Standpoint,
  stays: boolean,
): Outcome {
  const first = firstRound(at);
  const last = schedule.rounds.length;
  const until = stays ? first : first - 1;
  const left = new Set(
    people.filter((person) => room.people.some((one) => one.person === person && one.until > until)),
  );
  if (left.size === 0) return refused(refusal('already-so'));
  const staying = room.people.map((one) => (left.has(one.person) ? { ...one, until } : one));
  const lasting = withoutChairs({ ...room, people: staying }, left);
  const closing =
    at.whoMoves === 'students' ? orphaned(room, lasting, left, last) : tooMany(lasting, schedule, left, at, stays);
  const now = { ...lasting, closed: [...room.closed, ...closing.map((table) => ({ table, from: until + 1 }))] };
  if (!hasMentors(now, last, at)) return refused(refusal('last-mentor'));
  const emptied: ChangedRoom = { room: now, schedule: without(schedule, left, until + 1), seatless: [] };
  return ok(stays ? emptied : withoutTables(emptied, new Set(closing), at.current));
}

/** Students move: a table whose last mentor goes. */
const orphaned = (before: RoomTonight, now: RoomTonight, left: ReadonlySet<AttendeeId>, last: number): TableId[] =>
  openIn(before, last).flatMap(({ id, mentors }) => {
    const stay = now.tables.find((table) => table.id === id)?.mentors ?? [];
    const isLeft = mentors.some((mentor) => left.has(mentor)) && !stay.some((mentor) => attends(now, mentor, last));
    return isLeft ? [id] : [];
  });

/**
 * Mentors move: each mentor short would leave another table waiting every round, so the people of one table are spread
 * over the others once, as long as these have seats. It is the table that waits now, or else the smallest.
 */
function tooMany(
  room: RoomTonight,
  schedule: Schedule,
  left: ReadonlySet<AttendeeId>,
  at: Standpoint,
  stays: boolean,
): TableId[] {
  if (![...left].some((person) => at.roleOf(person) === 'mentor')) return [];
  const last = schedule.rounds.length;
  const round = schedule.rounds[firstRound(at) - 1] ?? {};
  const seated = (id: TableId): number =>
    (round[id]?.students ?? []).filter((student) => attends(room, student, last)).length;
  const isWaiting = (id: TableId): boolean => !stays && (round[id]?.mentors ?? []).every((mentor) => left.has(mentor));
  const open = openIn(room, last).filter(({ id }) => seated(id) > 0);
  const order = [...open].sort(
    (one, other) => Number(isWaiting(other.id)) - Number(isWaiting(one.id)) || seated(one.id) - seated(other.id),
  );
  const units = unitsIn(room, last, at);
  const closing: TableId[] = [];
  for (const { id } of order) {
    if (open.length - closing.length <= Math.max(1, units)) break;
    const rest = open.filter((table) => table.id !== id && !closing.includes(table.id));
    const others = order.reduce((sum, table) => sum + seated(table.id), 0);
    const stepFree = rest.every((table) => table.stepFree);
    // a floor with steps is for the planner to judge: nobody loses the only table they can get to
    if (stepFree && rest.reduce((sum, { seats }) => sum + seats, 0) >= others) closing.push(id);
  }
  return closing;
}

/** Mentors who travel together count once. */
function unitsIn(room: RoomTonight, last: number, { roleOf }: Standpoint): number {
  const here = room.people.flatMap(({ person }) =>
    roleOf(person) === 'mentor' && attends(room, person, last) ? [person] : [],
  );
  const shared = room.tables.filter(({ mentors }) => mentors.some((mentor) => here.includes(mentor)));
  const alone = here.filter((mentor) => !shared.some(({ mentors }) => mentors.includes(mentor)));
  return shared.length + alone.length;
}
