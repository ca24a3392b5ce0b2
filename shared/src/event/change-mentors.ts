import type { AttendeeId, TableId } from '../kernel/ids.ts';
import { refusal } from '../kernel/refusal.ts';
import { ok, refused } from '../kernel/result.ts';
import {
  chairOf,
  firstRound,
  mapRounds,
  type Outcome,
  type Standpoint,
  withAttendance,
  withoutChairs,
} from './changed-room.ts';
import { MAX_MENTORS_AT_TABLE } from './floor.ts';
import type { RoomChange } from './room-change.ts';
import { attends, type RoomTonight } from './room-tonight.ts';
import type { Schedule } from './schedule.ts';

/** One mentor takes another one's chair, also that of somebody who never came. */
export function replaced(
  room: RoomTonight,
  schedule: Schedule,
  { mentor, by }: Extract<RoomChange, { kind: 'replaced' }>,
  at: Standpoint,
): Outcome {
  const last = schedule.rounds.length;
  if (at.roleOf(mentor) !== 'mentor' || at.roleOf(by) !== 'mentor') return refused(refusal('unknown-person'));
  if (chairOf(room, by, last) !== undefined) return refused(refusal('mentor-at-two-tables'));
  const travels = at.whoMoves === 'mentors' && attends(room, mentor, last);
  if (!travels && !room.tables.some(({ mentors }) => mentors.includes(mentor))) return refused(refusal('already-so'));
  const first = firstRound(at);
  const swap = (mentors: readonly AttendeeId[]): AttendeeId[] => mentors.map((one) => (one === mentor ? by : one));
  const people = room.people.map((one) => (one.person === mentor ? { ...one, until: first - 1 } : one));
  const free = withoutChairs({ ...room, people }, new Set([by]));
  const tables = free.tables.map((table) => ({ ...table, mentors: swap(table.mentors) }));
  return ok({
    room: withAttendance({ ...free, tables }, by, first, last),
    schedule: mapRounds(schedule, first, (seating) => ({ ...seating, mentors: swap(seating.mentors) })),
    seatless: [],
  });
}

/** A mentor who comes late, or a reserve, takes a chair; whoever is missing at that table gives theirs up. */
export function mentorSeated(
  room: RoomTonight,
  schedule: Schedule,
  { mentor, table: id }: Extract<RoomChange, { kind: 'mentorSeated' }>,
  at: Standpoint,
): Outcome {
  const last = schedule.rounds.length;
  if (at.roleOf(mentor) !== 'mentor') return refused(refusal('unknown-person'));
  const table = room.tables.find((one) => one.id === id);
  if (!table) return refused(refusal('unknown-table'));
  const chair = chairOf(room, mentor, last);
  if (chair) return refused(refusal(chair.id === id ? 'already-so' : 'mentor-at-two-tables'));
  const here = table.mentors.filter((one) => attends(room, one, last));
  if (here.length >= MAX_MENTORS_AT_TABLE) return refused(refusal('too-many-mentors', { table: table.number }));
  const now = withAttendance(withoutChairs(room, new Set([mentor])), mentor, firstRound(at), last);
  return ok({
    room: {
      ...now,
      tables: now.tables.map((one) => (one.id === id ? { ...one, mentors: [...here, mentor] } : one)),
      closed: now.closed.filter((one) => one.table !== id),
    },
    schedule: sitDown(schedule, mentor, id, at),
    seatless: [],
  });
}

/** A mentor sits down in the round that runs. Where mentors move, only with people who have room for one. */
function sitDown(schedule: Schedule, mentor: AttendeeId, table: TableId, at: Standpoint): Schedule {
  const { current, whoMoves } = at;
  const round = current === null ? undefined : schedule.rounds[current - 1];
  if (round === undefined || Object.values(round).some(({ mentors }) => mentors.includes(mentor))) return schedule;
  const before = round[table] ?? { students: [], mentors: [] };
  const isLonely = whoMoves === 'mentors' && before.students.length === 0;
  if (isLonely || before.mentors.length >= MAX_MENTORS_AT_TABLE) return schedule;
  const seating = { ...before, mentors: [...before.mentors, mentor] };
  const now = Object.fromEntries(new Map([...Object.entries(round), [table, seating]]));
  return { rounds: schedule.rounds.map((one) => (one === round ? now : one)) };
}
